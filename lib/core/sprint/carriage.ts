import type { IssueKey } from '../issue.ts';
import type { WorkCalendar } from '../time.ts';
import { carriedFrom, follows } from './carried-from.ts';
import type { SprintSnapshot } from './snapshot.ts';
import { spanOf } from './span.ts';
import type { Sprint } from './sprint.ts';
import type { Tracked } from './track.ts';

interface CarriageInput {
  readonly sprint: Sprint;
  readonly known: readonly Sprint[];
  readonly issues: readonly Tracked[];
  readonly snapshots: readonly SprintSnapshot[];
  readonly calendar: WorkCalendar;
}

/**
 * Answers how many consecutive sprints an issue was in before this one without being finished: by its history, else by the last snapshots of those sprints. 0 for none.
 *
 * `carriageOf({sprint 3, …})('github.com/acme/shop#12')` → `2`, where it was in sprints 1 and 2 too
 */
export function carriageOf({ sprint, known, issues, snapshots, calendar }: CarriageInput): (issue: IssueKey) => number {
  const histories = new Map(issues.filter(({ history }) => history).map((issue) => [issue.key, issue]));
  const open = openAtTheEnd(sprint, known, snapshots, calendar);
  return (key) => {
    const told = histories.get(key);
    if (told) return carriedFrom(told, sprint, known, calendar).length;
    const end = open.findIndex((keys) => !keys.has(key));
    return end === -1 ? open.length : end;
  };
}

/** What was open in the last snapshot of each sprint before, the latest first, as far as they follow each other and have one. */
function openAtTheEnd(sprint: Sprint, known: readonly Sprint[], snapshots: readonly SprintSnapshot[], calendar: WorkCalendar): ReadonlySet<IssueKey>[] {
  const { from } = spanOf(sprint, known, calendar);
  const former = known.filter((other) => other.key !== sprint.key && other.project === sprint.project && other.board?.id === sprint.board?.id && other.dueOn !== null && other.dueOn < from)
    .toSorted((a, b) => ((a.dueOn ?? '') > (b.dueOn ?? '') ? -1 : 1));
  const lists: ReadonlySet<IssueKey>[] = [];
  let next: Sprint = { ...sprint, startsOn: from };
  for (const one of former) {
    const { from: begins, endedAt } = spanOf(one, known, calendar);
    const last = snapshots.filter(({ sprint: key, at }) => key === one.key && (endedAt === null || at <= endedAt)).reduce<SprintSnapshot | null>((latest, snapshot) => (latest === null || snapshot.at > latest.at ? snapshot : latest), null);
    if (last === null || !follows(one, next, calendar)) break;
    lists.push(new Set(last.issues.filter(({ category }) => category !== 'done').map(({ key }) => key)));
    next = { ...one, startsOn: begins };
  }
  return lists;
}
