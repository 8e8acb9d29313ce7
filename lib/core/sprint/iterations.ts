import { isIterationKey } from '../keys.ts';
import type { PlainDate } from '../time.ts';
import type { Iteration } from './planning-project.ts';
import type { Sprint } from './sprint.ts';

/**
 * Where an iteration stands on a day. GitHub marks none as running: the current one is the one that contains today, and the mark "completed" only follows its last day.
 *
 * `iterationState({startsOn: '2026-11-16', endsOn: '2026-11-29', completed: false}, '2026-11-22')` → `'open'`
 */
export function iterationState({ startsOn, endsOn, completed }: Pick<Iteration, 'startsOn' | 'endsOn' | 'completed'>, today: PlainDate): Sprint['state'] {
  // Dates of one shape compare as text.
  if (endsOn < today) return 'closed';
  if (startsOn > today) return 'future';
  return completed ? 'closed' : 'open';
}

/** An iteration that nobody has finished early, as it stands today; any other sprint as it is. `asOfDay({iteration to '2026-11-15', state: 'open', …}, '2026-11-16')` → `{state: 'closed', …}` */
export function asOfDay<S extends Sprint>(sprint: S, today: PlainDate): S {
  if (!isIterationKey(sprint.key) || sprint.startsOn === null || sprint.dueOn === null) return sprint;
  const state = iterationState({ startsOn: sprint.startsOn, endsOn: sprint.dueOn, completed: sprint.state === 'closed' }, today);
  return state === sprint.state ? sprint : { ...sprint, state };
}

/**
 * The iterations on both sides of a day on which none runs: a break week. `null` where one runs, or where none comes after one that was.
 *
 * `breakOn([{startsOn: '2026-11-02', dueOn: '2026-11-15', …}, {startsOn: '2026-11-23', …}], '2026-11-18')` → `{after: the first, before: the second}`
 */
export function breakOn(sprints: readonly Sprint[], today: PlainDate): { readonly after: Sprint; readonly before: Sprint } | null {
  const iterations = sprints.filter(({ key }) => isIterationKey(key)).map((sprint) => asOfDay(sprint, today));
  if (iterations.some(({ state }) => state === 'open')) return null;
  const after = iterations.filter(({ state }) => state === 'closed').toSorted((a, b) => (b.dueOn ?? '').localeCompare(a.dueOn ?? ''))[0];
  const before = iterations.filter(({ state }) => state === 'future').toSorted((a, b) => (a.startsOn ?? '').localeCompare(b.startsOn ?? ''))[0];
  return after && before ? { after, before } : null;
}
