export type CategoryKey = 'new' | 'indeterminate' | 'done';

export interface JiraStatus {
  readonly id: string;
  readonly name: string;
  readonly category: CategoryKey;
  /** Of a team-managed project alone; its statuses and types are nobody else's. */
  readonly projectId: string | null;
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  /** 1 epic, 0 story and its like, -1 subtask. */
  readonly level: 1 | 0 | -1;
  readonly description: string;
  readonly projectId: string | null;
}

export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly color: string;
}

export type Resolution = 'Done' | "Won't Do" | 'Duplicate';

export const RESOLUTION_ID: Record<Resolution, string> = { Done: '10000', "Won't Do": '10001', Duplicate: '10002' };
