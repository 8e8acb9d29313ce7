import type { History, LabelChange, SprintChange, StatusChange } from '../../core/history.ts';
import type { Instant } from '../../core/time.ts';
import { readable } from '../rows.ts';
import type { HistoryGiven as Given } from '../tracker.ts';
import { type EventRow, eventRow } from './rows.ts';
import { readStatus } from './status.ts';

/** The milestones as they are called today, and the one that the issue is in. */
type HistoryGiven = Pick<Given, 'sprints'> & { readonly present: number | null };

/**
 * The history in an issue's events, oldest first. GitHub has no workflow: the status at each moment is guessed from labels and assignees as the present one is, so that both agree. An event names a milestone
 * by its title of that time: one that no milestone has today is taken for the one that the issue is in, where it came into it last.
 */
export function readHistory(raw: readonly unknown[], given: HistoryGiven, now: Instant): History {
  const events = readable(eventRow, raw).toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  return { statuses: statusesIn(events), sprints: sprintsIn(events, given), labels: labelsIn(events), complete: true, readAt: now };
}

/** What an open issue is called in its history while nobody has it, and while somebody has: `open` would be both. */
const RESTING = 'not started';
const TAKEN = 'assigned';

function statusesIn(events: readonly EventRow[]): StatusChange[] {
  const labels = new Map<string, string>();
  const assignees = new Set<string>();
  let state: 'open' | 'closed' = 'open';
  let former: { readonly name: string; readonly category: StatusChange['category'] } = { name: RESTING, category: 'todo' };
  return events.flatMap((event): StatusChange[] => {
    if (event.event === 'closed') state = 'closed';
    else if (event.event === 'reopened') state = 'open';
    else if (event.label && event.event === 'labeled') labels.set(event.label.name.toLowerCase(), event.label.name);
    else if (event.label && event.event === 'unlabeled') labels.delete(event.label.name.toLowerCase());
    else if (event.assignee && event.event === 'assigned') assignees.add(event.assignee.login);
    else if (event.assignee && event.event === 'unassigned') assignees.delete(event.assignee.login);
    else return [];
    const { category, name, guessedFrom } = readStatus({ state }, [...labels.values()], [...assignees]);
    const next = { category, name: category === 'todo' ? RESTING : guessedFrom === 'assignee' ? TAKEN : name };
    const change = { at: Date.parse(event.created_at), from: former.name, to: next.name, category, ...byOf(event) };
    const isSame = next.name === former.name;
    former = next;
    return isSame ? [] : [change];
  });
}

function sprintsIn(events: readonly EventRow[], { sprints, present }: HistoryGiven): SprintChange[] {
  const moves = events.filter(({ event, milestone }) => milestone && (event === 'milestoned' || event === 'demilestoned'));
  const numbers = new Map(sprints.map(({ title, number }) => [title, number]));
  const last = moves.at(-1);
  const renamed = last?.event === 'milestoned' && last.milestone && !numbers.has(last.milestone.title) ? last.milestone.title : null;
  if (renamed !== null && present !== null) numbers.set(renamed, present);
  const changes: SprintChange[] = [];
  for (const event of moves) {
    const number = numbers.get(event.milestone?.title ?? '');
    if (number === undefined) continue;
    const at = Date.parse(event.created_at);
    const former = changes.at(-1);
    const [added, removed] = event.event === 'milestoned' ? [[number], []] : [[], [number]];
    // A move from one milestone to another is told as two events of one moment.
    if (former?.at === at) changes[changes.length - 1] = { ...former, added: [...former.added, ...added], removed: [...former.removed, ...removed] };
    else changes.push({ at, added, removed, ...byOf(event) });
  }
  return changes;
}

function labelsIn(events: readonly EventRow[]): LabelChange[] {
  return events.flatMap(({ event, label, created_at: at }): LabelChange[] => {
    if (!label || (event !== 'labeled' && event !== 'unlabeled')) return [];
    return [{ at: Date.parse(at), added: event === 'labeled' ? [label.name] : [], removed: event === 'labeled' ? [] : [label.name] }];
  });
}

function byOf({ actor }: EventRow): { by?: string } {
  return actor ? { by: actor.login } : {};
}
