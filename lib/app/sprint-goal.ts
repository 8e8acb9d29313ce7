import { goalOf as goalIn } from '../core/sprint/goal-of.ts';
import type { Sprint, SprintGoal } from '../core/sprint/sprint.ts';
import { isIterationKey, trackerOfKey } from '../core/keys.ts';
import { trackerWords } from '../core/tracker-words.ts';
import type { OutboxRow } from '../storage/rows.ts';
import type { WriteAccess } from './write-access.ts';

/** The writes of a sprint's goal that are on their way. */
export function goalWrites(outbox: readonly OutboxRow[], sprint: Sprint): OutboxRow[] {
  return outbox.filter(({ write }) => write.kind === 'sprint-description' && write.sprint === sprint.key);
}

/** A goal on its way to the tracker shows at once; a goal kept here stands in where the tracker cannot be written. */
export function goalOf(sprint: Sprint, writes: readonly OutboxRow[], local: string | null): SprintGoal | null {
  // Where somebody changed it meanwhile theirs stands, until a person says otherwise.
  const write = writes.findLast(({ conflict }) => conflict === undefined)?.write;
  const pending = write?.kind === 'sprint-description' ? goalIn({ ...sprint, description: write.description }) : null;
  if (pending) return { ...pending, pending: true };
  if (local !== null) return { text: local, source: 'local', pending: false };
  const goal = goalIn(sprint);
  return goal && { ...goal, pending: false };
}

/** Where a changed goal would go, said before it is changed. */
export function goalAccess(sprint: Sprint, { via, because }: WriteAccess): { readonly via: 'tracker' | 'local'; readonly because: string } {
  if (isIterationKey(sprint.key)) return { via: 'local', because: 'Kept in this browser: GitHub’s iterations have no place for a goal. A line “Sprint Goal: …” in a status update of the Project shows to the whole team.' };
  if (via === 'local') return { via, because };
  const { name, goalPlace } = trackerWords(trackerOfKey(sprint.key) ?? 'github');
  return { via: 'tracker', because: `Goes into ${goalPlace}${sprint.goalIn === 'field' ? ` in ${name}` : ', as its “Sprint Goal” line'}, where the whole team sees it.` };
}
