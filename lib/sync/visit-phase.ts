import type { IssueKey } from '../core/issue.ts';
import type { VisitCursor } from './job-rows.ts';

/** A first visit costs at most so many of the sixty anonymous requests of an hour. */
const MOST_REQUESTS = 5;
const MOST_PAGES = 3;
const MOST_FINDS = 3;
/** From so many missing issues on, one list answers sooner than single reads. */
export const WORTH_A_LIST = 4;

export type VisitPhase =
  | { readonly do: 'list' }
  | { readonly do: 'sprints' }
  | { readonly do: 'more'; readonly url: string }
  | { readonly do: 'find'; readonly key: IssueKey }
  | { readonly do: 'done' };

/**
 * What a visit asks next, given the keys that its page still lacks: the newest open issues, the sprints, older pages while something asked is likely on them, then single
 * issues; within the budget. Of a tracker that can be asked `byName`, what a page shows in one go is asked for in one: its rows come while the first list is under way.
 */
export function visitPhase(cursor: VisitCursor, lacking: readonly IssueKey[], byName = false): VisitPhase {
  if (!cursor.listed) return { do: 'list' };
  if (cursor.sprintsAt === null) return { do: 'sprints' };
  if (cursor.spent >= MOST_REQUESTS) return { do: 'done' };
  const older = lacking.some((key) => cursor.lowest !== null && numberOf(key) < cursor.lowest);
  if (cursor.next !== null && cursor.pages < MOST_PAGES && older) return { do: 'more', url: cursor.next };
  if (byName && cursor.pages < MOST_PAGES && lacking.length >= WORTH_A_LIST) return { do: 'list' };
  const [key] = lacking;
  return key !== undefined && cursor.finds < MOST_FINDS ? { do: 'find', key } : { do: 'done' };
}

function numberOf(key: IssueKey): number {
  return Number(/\d+$/.exec(key)?.[0] ?? Number.NaN);
}
