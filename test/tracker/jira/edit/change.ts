import type { ChangeItem, JiraIssue } from '../model/issue.ts';
import type { JiraWorld } from '../model/jira.ts';
import type { JiraSite } from '../model/site.ts';

export interface JiraEdit {
  readonly world: JiraWorld;
  readonly site: JiraSite;
  readonly actor: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Every visible change moves `updated` and is written down; search goes on finding what was for as long as it lags. */
export function change({ world, site, actor, at }: JiraEdit, issue: JiraIssue, patch: Partial<JiraIssue>, items: readonly ChangeItem[]): void {
  const lag = world.behaviours.searchLagMs;
  const was = issue.behind && issue.behind.until > at ? issue.behind.was : { ...issue };
  const changes = items.length === 0 ? issue.changes : [...issue.changes, { id: site.nextId++, author: actor, at, items }];
  Object.assign(issue, patch, { updatedAt: at, changes, behind: lag > 0 ? { until: at + lag, was } : null });
}

export const item = (field: ChangeItem['field'], from: string | null, fromString: string | null, to: string | null, toString: string | null): ChangeItem => ({ field, from, fromString, to, toString });
