import type { Issue, IssueKey } from '../core/issue.ts';
import { pendingLabels } from '../core/queued-write.ts';
import { type GoalMark, type GoalMarking, goalMarkOf } from '../core/sprint/goal-mark.ts';
import type { ReportIssue } from '../messaging/messages.ts';
import type { IssueRow } from '../storage/rows.ts';
import type { Material } from '../storage/store.ts';

/** Whether each of some issues serves the goal, as one reading tells it. */
export function goalMarks({ goalMarks: local, outbox, tags }: Pick<Material, 'goalMarks' | 'outbox' | 'tags'>, { label, items }: GoalMarking): (issue: Pick<Issue, 'key' | 'labels'>) => GoalMark | null {
  return (issue) => goalMarkOf(issue, { label, goalItems: items, local: local.get(issue.key) ?? null, pending: pendingLabels(outbox.get(issue.key) ?? []), item: tags.get(issue.key)?.item ?? null });
}

/** Issues as a report names them, by key. */
export function reportIssues(issues: Iterable<IssueRow>, markOf: (issue: IssueRow) => GoalMark | null): Record<IssueKey, ReportIssue> {
  return Object.fromEntries(Array.from(issues, (issue): [IssueKey, ReportIssue] => {
    const { key, reference, title, url, status, estimate, estimateIn } = issue;
    return [key, { key, reference, title, url, category: status.category, estimate, ...(estimateIn && { estimateIn }), mark: markOf(issue) }];
  }));
}
