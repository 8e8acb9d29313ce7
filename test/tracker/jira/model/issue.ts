import type { Resolution } from './workflow.ts';

/** One line of the changelog. `from` and `to` are ids, the strings are what people read. */
export interface ChangeItem {
  readonly field: 'status' | 'resolution' | 'Sprint' | 'assignee' | 'priority' | 'labels' | 'Fix Version' | 'summary' | 'description' | 'duedate' | 'Flagged' | 'Story Points' | 'Key' | 'project' | 'Link' | 'IssueParentAssociation';
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface Change {
  readonly id: number;
  readonly author: string;
  readonly at: number;
  readonly items: readonly ChangeItem[];
}

/** `blocks`: this issue blocks the other; both ends keep the link. */
export interface IssueLink {
  readonly id: number;
  readonly type: 'Blocks' | 'Relates';
  readonly direction: 'outward' | 'inward';
  /** The other issue's id. */
  readonly other: string;
}

export interface IssueComment {
  readonly id: number;
  readonly author: string;
  readonly at: number;
  readonly text: string;
}

/** Times are milliseconds since the epoch, dates plain (`2026-11-30`), people by `name`, relations by id: keys change when an issue moves. */
export interface JiraIssue {
  readonly id: string;
  key: string;
  /** The project's key. */
  project: string;
  readonly createdAt: number;
  readonly creator: string;
  type: string;
  summary: string;
  /** In the demo's small Markdown; answered as ADF on Cloud, as wiki markup on Data Center. */
  description: string | null;
  status: string;
  /** When the status last moved into another category. */
  categoryChangedAt: number;
  resolution: Resolution | null;
  resolvedAt: number | null;
  updatedAt: number;
  priority: string;
  labels: readonly string[];
  assignee: string | null;
  reporter: string;
  parent: string | null;
  /** Every sprint it was ever in, oldest first; at most the last one is not closed. */
  sprints: readonly number[];
  fixVersions: readonly string[];
  components: readonly string[];
  dueDate: string | null;
  startDate: string | null;
  targetStart: string | null;
  targetEnd: string | null;
  points: number | null;
  flagged: boolean;
  votes: number;
  watchers: number;
  links: readonly IssueLink[];
  /** In seconds. */
  time: { readonly estimate: number; readonly remaining: number; readonly spent: number } | null;
  comments: readonly IssueComment[];
  rank: string;
  /** Entity properties: any JSON, by key. */
  properties: Readonly<Record<string, unknown>>;
  changes: readonly Change[];
  /** What search still believes after a change, and until when. `was` is null for an issue that search has not met yet. */
  behind: { readonly until: number; readonly was: JiraIssue | null } | null;
}
