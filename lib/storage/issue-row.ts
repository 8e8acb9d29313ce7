import type { Issue } from '../core/issue.ts';
import { backlogKey } from '../core/keys.ts';
import { itemOfLabel } from '../core/roadmap/tags.ts';
import type { IssueRow } from './rows.ts';

/**
 * The row that an issue just read becomes. A state older than the stored one (an answer that was late) changes nothing but the sweep's mark, and
 * the blockers that we asked for stay as long as the tracker counts as many: its lists tell only their number.
 */
export function issueRow(stored: IssueRow | undefined, read: Issue, seenInSweep: number): IssueRow {
  const seen = Math.max(stored?.seenInSweep ?? 0, seenInSweep);
  if (stored && stored.updatedAt > read.updatedAt) return { ...stored, seenInSweep: seen };
  return asRow({ ...read, dependencies: withKnownBlockers(read.dependencies, stored?.dependencies ?? null) }, seen);
}

/** The same issue with its indexed columns renewed: only an open one has a backlog. */
export function asRow(issue: Issue, seenInSweep: number): IssueRow {
  const { backlog: _backlog, estimatedIn: _estimatedIn, labelledItems: _labelledItems, ...rest } = issue as IssueRow; // a row may come back in, with columns that no longer hold
  const labelledItems = rest.labels.map(itemOfLabel).filter((item) => item !== null);
  return {
    ...rest,
    ...(issue.status.category === 'done' ? {} : { backlog: backlogKey(issue.project, issue.kind) }),
    ...(issue.sprint !== null && issue.estimate !== null ? { estimatedIn: issue.sprint } : {}),
    ...(labelledItems.length > 0 ? { labelledItems } : {}),
    seenInSweep,
  };
}

/** Whether two rows are alike to the last field: then nothing needs writing, and no page needs telling. */
export function alike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([field, value]) => right.has(field) && alike(value, right.get(field)));
}

function withKnownBlockers(read: Issue['dependencies'], stored: Issue['dependencies']): Issue['dependencies'] {
  if (!read || !stored || read.blockers.length > 0 || read.blockedBy !== stored.blockedBy) return read;
  return { ...read, blockers: stored.blockers };
}
