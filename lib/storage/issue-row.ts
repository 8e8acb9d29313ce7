import { isGivenUp } from '../core/given-up.ts';
import type { Issue } from '../core/issue.ts';
import { backlogKey } from '../core/keys.ts';
import { itemOfLabel } from '../core/roadmap/tags.ts';
import { beenIn } from './been-in.ts';
import type { IssueRow } from './rows.ts';

/**
 * The row that an issue just read becomes. A state older than the stored one (an answer that was late) changes nothing but the sweep's mark, and
 * the blockers that we asked for stay as long as the tracker counts as many: its lists tell only their number. So does the history, which lists do not tell at all.
 */
export function issueRow(stored: IssueRow | undefined, read: Issue, seenInSweep: number): IssueRow {
  const seen = Math.max(stored?.seenInSweep ?? 0, seenInSweep);
  if (stored && stored.updatedAt > read.updatedAt) return { ...stored, seenInSweep: seen };
  return asRow({ ...withKnownHistory(read, stored), dependencies: withKnownBlockers(read.dependencies, stored?.dependencies ?? null) }, seen);
}

/** The same issue with its indexed columns renewed: only an open one has a backlog. */
export function asRow(issue: Issue, seenInSweep: number): IssueRow {
  const { backlog: _backlog, beenIn: _beenIn, estimatedIn: _estimatedIn, labelledItems: _labelledItems, historyDue: _historyDue, ...rest } = issue as IssueRow; // a row may come back in, with columns that no longer hold
  const labelledItems = [...new Set([...rest.labels.map(itemOfLabel), rest.shared?.tag ?? null])].filter((item) => item !== null);
  const historyDue = historyDueOf(rest);
  const been = beenIn(rest);
  return {
    ...rest,
    ...(issue.status.category === 'done' ? {} : { backlog: backlogKey(issue.project, issue.kind) }),
    ...(issue.sprint !== null && issue.estimate !== null ? { estimatedIn: issue.sprint } : {}),
    ...(labelledItems.length > 0 ? { labelledItems } : {}),
    ...(historyDue ? { historyDue } : {}),
    ...(been.length > 0 ? { beenIn: been } : {}),
    seenInSweep,
  };
}

function withKnownBlockers(read: Issue['dependencies'], stored: Issue['dependencies']): Issue['dependencies'] {
  if (!read || !stored || read.blockers.length > 0 || read.blockedBy !== stored.blockedBy) return read;
  return { ...read, blockers: stored.blockers };
}

/** Worth a history is what is being done or planned for a sprint, and what was finished: the first has ages, the other tells how long work takes. */
function historyDueOf(row: IssueRow): IssueRow['historyDue'] {
  const { tracker, project, kind, status, sprint, closedAt, updatedAt, historyAsOf } = row;
  // GitHub is asked issue by issue, so only for what is or was in a sprint.
  if (tracker === 'github' && sprint === null) return undefined;
  if (kind !== 'issue' || (historyAsOf !== undefined && historyAsOf >= updatedAt)) return undefined;
  if (status.category !== 'done') return status.category === 'doing' || sprint !== null ? [project, 0] : undefined;
  return closedAt !== null && !isGivenUp(row) ? [project, closedAt] : undefined;
}

/** Older than the issue it may be, but what it tells has happened. */
function withKnownHistory(read: Issue, stored: IssueRow | undefined): Issue {
  const history = read.history ?? stored?.history;
  const asOf = read.history ? read.updatedAt : stored?.historyAsOf;
  return { ...read, ...(history && { history }), ...(asOf !== undefined && { historyAsOf: asOf }) };
}
