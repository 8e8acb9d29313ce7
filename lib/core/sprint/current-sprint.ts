import type { SprintKey } from '../issue.ts';
import { isIterationKey } from '../keys.ts';
import type { Instant, WorkCalendar } from '../time.ts';
import { asOfDay, breakOn } from './iterations.ts';
import type { Sprint } from './sprint.ts';

/**
 * The sprint that the team is in. The one that the user picked, as long as it exists, open or closed; once it is over, the one that runs on its board, because who picks a board's sprint picks a
 * team. Else, of the open ones: the nearest due date that is not past (today still counts, in the team's zone); else the one that has been overdue for the shortest time, because a sprint that nobody closed is still being worked on; else one without a date, the newest first. Ties go to the
 * higher number. `null` when none is open.
 *
 * Where a repository plans in iterations of a Project and in milestones, the iterations are its sprints: one that runs comes before every milestone, and in a break between two of them there is none.
 * A picked iteration that is over leads to the one that runs in its Project, or to none.
 *
 * `currentSprint([{number: 1, dueOn: '2026-11-20', …}, {number: 2, dueOn: '2026-12-04', …}], null, Date.UTC(2026, 10, 22), calendar)` → number 2
 */
export function currentSprint(sprints: readonly Sprint[], picked: SprintKey | null, now: Instant, calendar: WorkCalendar): Sprint | null {
  const today = calendar.dateOf(now);
  const chosen = picked === null ? undefined : sprints.find((sprint) => sprint.key === picked);
  if (chosen && isIterationKey(chosen.key) && asOfDay(chosen, today).state === 'closed') return currentSprint(sprints.filter((sprint) => sprint.board?.id === chosen.board?.id), null, now, calendar);
  if (chosen) return (chosen.state === 'closed' && chosen.board ? currentSprint(sprints.filter((sprint) => sprint.board?.id === chosen.board?.id), null, now, calendar) : null) ?? chosen;
  if (breakOn(sprints, today) !== null) return null;
  const running = sprints.filter((sprint) => asOfDay(sprint, today).state === 'open');
  const iterations = running.filter(({ key }) => isIterationKey(key));
  const open = (iterations.length > 0 ? iterations : running).sort((a, b) => b.number - a.number);
  const dated = open.flatMap((sprint) => (sprint.dueOn ? [{ sprint, dueOn: sprint.dueOn }] : []));
  // Dates of one shape compare as text.
  const ahead = dated.filter(({ dueOn }) => dueOn >= today).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const overdue = dated.filter(({ dueOn }) => dueOn < today).sort((a, b) => (a.dueOn > b.dueOn ? -1 : a.dueOn < b.dueOn ? 1 : 0));
  return ahead[0]?.sprint ?? overdue[0]?.sprint ?? open[0] ?? null;
}
