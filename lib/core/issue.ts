import type { History } from './history.ts';
import type { Instant, PlainDate } from './time.ts';

/** Names one issue everywhere: `github.com/acme/shop#12`, `acme.atlassian.net/SHOP-12`. Host, owner and repository in lower case. */
export type IssueKey = string & { readonly __brand: 'IssueKey' };
/** Names one project: `github.com/acme/shop`, `acme.atlassian.net/SHOP`. Lower case on GitHub. */
export type ProjectKey = string & { readonly __brand: 'ProjectKey' };
/** Names one sprint: the project's key and the tracker's id of it, `github.com/acme/shop/milestone/3`, `acme.atlassian.net/SHOP/sprint/31`. */
export type SprintKey = string & { readonly __brand: 'SprintKey' };
/** A named set that ranks are given in: the open issues, or the open pull requests, of one project. */
export type BacklogKey = string & { readonly __brand: 'BacklogKey' };

export type IssueKind = 'issue' | 'pull-request';
/** The portable state. Trackers without a workflow get it by a guess that the status fact names. */
export type StatusCategory = 'todo' | 'doing' | 'done';

export interface IssueField {
  readonly name: string;
  readonly value: string | number | readonly string[];
}

/** One issue or pull request, as every tracker tells it. `null` says the tracker told us nothing; `0` that it told us none. */
export interface Issue {
  readonly key: IssueKey;
  readonly project: ProjectKey;
  readonly tracker: 'github' | 'jira';
  readonly kind: IssueKind;
  /** The number that is unique in the project. */
  readonly number: number;
  /** How people say it: `#12`, `SHOP-12`. */
  readonly reference: string;
  /** The tracker's own id, as text: some have passed 32 bits. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly status: { readonly category: StatusCategory; readonly name: string; readonly guessedFrom: string | null };
  readonly resolution: 'completed' | 'not-planned' | 'duplicate' | null;
  readonly reopened: boolean;
  readonly draft: boolean;
  readonly type: string | null;
  readonly author: string | null;
  readonly assignees: readonly string[];
  readonly labels: readonly string[];
  readonly fields: readonly IssueField[];
  readonly sprint: SprintKey | null;
  readonly parent: IssueKey | null;
  /** Story points, or whatever unit the team estimates in. */
  readonly estimate: number | null;
  /** Where the estimate is a time: then it is no size on anybody's scale of points. Absent everywhere else. */
  readonly estimateIn?: 'hours';
  readonly dueOn: PlainDate | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  /** People who asked for it at the least: the largest count of one positive reaction, or votes. */
  readonly votes: number | null;
  readonly comments: number | null;
  readonly dependencies: {
    readonly blockedBy: number;
    readonly blocking: number;
    /** The open blockers by key, where the tracker named them. */
    readonly blockers: readonly IssueKey[];
  } | null;
  readonly subIssues: { readonly total: number; readonly completed: number } | null;
  /** Somebody raised the tracker's own flag ("Impediment"). Absent where the tracker has none. */
  readonly impediment?: boolean;
  /** People who follow it. Absent where the tracker does not tell. */
  readonly watchers?: number | null;
  /** When work on it is planned to begin. */
  readonly startOn?: PlainDate | null;
  /** Releases that it is planned for. */
  readonly versions?: readonly { readonly name: string; readonly releaseOn: PlainDate | null; readonly released: boolean }[];
  /** Time as the tracker books it, in seconds. */
  readonly effort?: { readonly planned: number | null; readonly spent: number | null; readonly left: number | null };
  /** The beginning of its description as plain text, at most 280 characters. */
  readonly excerpt?: string;
  /** What the team wrote into the issue itself for Waymark (Jira's entity property `waymark`). */
  readonly shared?: SharedFacts;
  /** How it came to be where it is; absent until it has been read, which takes another request. */
  readonly history?: History;
}

/** What a team shares about an issue in the issue itself: the same for everybody who uses Waymark. */
export interface SharedFacts {
  /** The roadmap item; `null` for none. */
  readonly tag: string | null;
  /** Entered inputs of the scoring models, by input id. */
  readonly inputs: Readonly<Record<string, { readonly value: number; readonly by: string; readonly at: Instant }>>;
}
