export type StateReason = 'completed' | 'reopened' | 'not_planned' | 'duplicate';
export type IssueTypeName = 'Bug' | 'Feature' | 'Task';
export type Priority = 'Urgent' | 'High' | 'Medium' | 'Low';

/** Counts by GitHub's own reaction names; absent is zero. */
export type Reactions = Partial<Record<'+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'eyes' | 'rocket', number>>;

/** The organisation's four default issue fields (public preview, 2026). */
export interface FieldValues {
  priority?: Priority;
  effort?: 'High' | 'Medium' | 'Low';
  startDate?: string;
  targetDate?: string;
}

export interface PullRequest {
  draft: boolean;
  mergedAt: string | null;
  branch: string;
}

/** One issue or pull request as the world keeps it: compact, because a bench world has 50,000. Dates are ISO with whole seconds, as GitHub's. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly createdAt: string;
  readonly pull: PullRequest | null;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: StateReason | null;
  labels: readonly string[];
  assignees: readonly string[];
  milestone: number | null;
  type: IssueTypeName | null;
  comments: number;
  reactions: Reactions;
  fields: FieldValues | null;
  updatedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  reopenedAt: string | null;
  locked: boolean;
  parent: number | null;
  children: readonly number[];
  blockedBy: readonly number[];
  blocking: readonly number[];
  /** The recorded REST row this issue came from; what the world does not model is answered from it unchanged. */
  raw: Record<string, unknown> | null;
}
