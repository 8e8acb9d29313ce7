import type { Issue, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { IssueFilter } from '../core/roadmap/issue-filter.ts';
import type { Instant } from '../core/time.ts';
import type { RoadmapIssue } from './roadmap-messages.ts';

/** An item by its id, as people call it. */
export interface NamedItem {
  readonly id: string;
  readonly title: string;
}

/** An issue that can be chosen for a bulk tagging. */
export interface ChoosableIssue extends Pick<RoadmapIssue, 'key' | 'reference' | 'title' | 'url' | 'tracker' | 'status' | 'badge'> {
  /** The roadmap item that it belongs to, by whatever way. */
  readonly item: NamedItem | null;
}

/** Issues that a filter leaves, and what the filter can be narrowed by. */
export interface FoundIssues {
  /** All that fit, at most 10,000. */
  readonly keys: readonly IssueKey[];
  readonly total: number;
  /** The first of them, to be shown. */
  readonly issues: readonly ChoosableIssue[];
  /** Among all issues of the chosen projects and states, the frequent ones first. */
  readonly choices: {
    readonly projects: readonly { readonly key: ProjectKey; readonly name: string }[];
    readonly labels: readonly string[];
    readonly sprints: readonly { readonly key: SprintKey; readonly title: string }[];
    readonly parents: readonly { readonly key: IssueKey; readonly title: string }[];
  };
}

/** An issue in a review or in the list of a bulk tagging. */
export interface BulkIssue extends Pick<RoadmapIssue, 'key' | 'reference' | 'title' | 'url'> {
  readonly from: NamedItem | null;
}

/** What a bulk tagging would do, before anything is written. */
export interface BulkReview {
  readonly item: NamedItem | null;
  readonly total: number;
  /** By site and way, of those that are written whatever is included; `because` says where it goes, or why it stays here. */
  readonly ways: readonly { readonly host: string; readonly tracker: Issue['tracker']; readonly via: 'label' | 'local'; readonly because: string; readonly issues: number }[];
  /** Tagged so already, or without a tag that could be taken off. */
  readonly already: number;
  /** Issues with another item: left alone unless they are included. */
  readonly others: readonly BulkIssue[];
}

export type BulkIssueState = 'waiting' | 'done' | 'local' | 'already' | 'left-alone' | 'stopped' | 'undone' | 'failed' | 'conflict' | 'overtaken';

/** How a bulk tagging goes. */
export interface BulkView {
  readonly id: string;
  readonly item: NamedItem | null;
  readonly by: readonly string[];
  readonly createdAt: Instant;
  readonly state: 'running' | 'stopped' | 'ended' | 'undoing' | 'undone';
  readonly counts: Readonly<Record<BulkIssueState, number>>;
  readonly total: number;
  /** What those that wait are waiting for; `until` where somebody knows. */
  readonly waits: readonly { readonly host: string; readonly issues: number; readonly until: Instant | null; readonly because: string }[];
  /** Issues that a person may want to do something about, at most 2,000: conflicts first, then failures, then what was not sent or left alone. */
  readonly listed: readonly (BulkIssue & { readonly state: BulkIssueState; readonly because: string | null; readonly theirs: NamedItem | null })[];
  readonly retryable: number;
  /** Issues that somebody else tagged than is signed in now, and as whom they would be sent. */
  readonly anothers: readonly { readonly as: string; readonly issues: number }[];
  readonly undoable: boolean;
}

/** Bulk tagging's requests. An overlay may ask for issues of its own site only, and of bulk taggings that touch no other. */
export interface BulkMessages {
  findIssues: { request: { filter: IssueFilter }; response: FoundIssues };
  reviewBulk: { request: { keys: IssueKey[]; item: string | null }; response: BulkReview };
  /** `id` is given by who asks, so that a question asked twice begins once. `include`: those with another item that are to be replaced. */
  startBulk: { request: { id: string; keys: IssueKey[]; item: string | null; include: IssueKey[] }; response: BulkView };
  /** The latest, newest first. */
  bulks: { request: null; response: BulkView[] };
  bulk: { request: { id: string }; response: BulkView | null };
  /** What has not been sent stays untagged. */
  stopBulk: { request: { id: string }; response: null };
  undoBulk: { request: { id: string }; response: null };
  /** Those that failed or were stopped; with `as`, those of `anothers` alone. */
  retryBulk: { request: { id: string; as?: string }; response: null };
  settleConflict: { request: { id: string; key: IssueKey; keep: 'theirs' | 'mine' }; response: null };
}
