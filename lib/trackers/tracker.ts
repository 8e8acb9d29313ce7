import type { Issue, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Instant } from '../core/time.ts';

/** A failed exchange, as a value. Sentences for people are made from it at the top. */
export type TrackerError =
  | { readonly kind: 'rate-limited'; readonly until: Instant; readonly scope: 'primary' | 'secondary' }
  | { readonly kind: 'unauthorised'; readonly reason: string }
  | { readonly kind: 'forbidden'; readonly reason: string; readonly missing: string | null; readonly authoriseAt: string | null }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'page-limit' }
  | { readonly kind: 'server'; readonly status: number; readonly retryAt: Instant | null }
  | { readonly kind: 'changed-shape'; readonly reason: string };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TrackerError };

/** What is left of the hourly allowance after an exchange; `null` where the site has none (Enterprise Server by default). */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Instant;
}

/** How requests to one site are signed. The token never leaves the worker. */
export interface Credentials {
  readonly host: string;
  readonly token: string | null;
}

/** A row that could not be read, kept with its reason instead of failing its page. */
export interface RejectedRow {
  readonly id: string;
  readonly reason: string;
}

export interface IssuePage {
  /** True for a 304: nothing changed, nothing else below is meaningful. */
  readonly unchanged: boolean;
  readonly issues: readonly Issue[];
  readonly rejected: readonly RejectedRow[];
  /** The next page's address exactly as the tracker gave it, or `null` at the end. */
  readonly next: string | null;
  /** The address that was read, to be read again with `etag`. */
  readonly url: string;
  readonly etag: string | null;
  /** The project's present key where the tracker says that it has been renamed. */
  readonly renamedTo: ProjectKey | null;
}

export interface SprintPage {
  readonly unchanged: boolean;
  readonly sprints: readonly Sprint[];
  readonly rejected: readonly RejectedRow[];
  readonly next: string | null;
  readonly etag: string | null;
}

/** How a walk over a project's issues starts; later pages follow `next` verbatim. */
export type IssueQuery =
  /** Everything, oldest change first, from `since` on. Safe while the project changes. */
  | { readonly kind: 'changes'; readonly project: ProjectKey; readonly since: Instant | null }
  /** Open issues, newest first: what a newcomer sees on a list page. */
  | { readonly kind: 'open'; readonly project: ProjectKey }
  | { readonly kind: 'url'; readonly project: ProjectKey; readonly url: string };

export type FoundIssue =
  | { readonly kind: 'found'; readonly issue: Issue }
  /** It lives under another key now (transferred, or its repository was renamed). */
  | { readonly kind: 'moved'; readonly issue: Issue }
  | { readonly kind: 'gone' };

export interface Account {
  readonly login: string;
  readonly tokenKind: 'classic' | 'fine-grained' | 'other';
  /** Permissions that Waymark uses and this token lacks, by the tracker's own names. */
  readonly missing: readonly string[];
  readonly expiresAt: Instant | null;
}

/** One change to one issue or sprint, each safe to repeat. */
export type TrackerWrite =
  | { readonly kind: 'add-label'; readonly key: IssueKey; readonly label: string }
  | { readonly kind: 'remove-label'; readonly key: IssueKey; readonly label: string }
  | { readonly kind: 'set-sprint-description'; readonly sprint: SprintKey; readonly description: string };

/** What every answered exchange also tells: the limiter's state is made of these. */
export interface Exchanged<T> {
  readonly outcome: Outcome<T>;
  readonly allowance: Allowance | null;
}

/**
 * A tracker: GitHub, later Jira. Every call is one request, never throws, and may be repeated.
 * `signal` ends it early with `offline`.
 */
export interface Tracker {
  readonly kind: 'github' | 'jira';
  /** The project that an issue belongs to; `null` for a key of another tracker. */
  projectOf(key: IssueKey): ProjectKey | null;
  sprintProjectOf(key: SprintKey): ProjectKey | null;
  readIssues(credentials: Credentials, query: IssueQuery, etag: string | null, signal?: AbortSignal): Promise<Exchanged<IssuePage>>;
  readIssue(credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<FoundIssue>>;
  readBlockers(credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<readonly Issue[]>>;
  readSprints(credentials: Credentials, project: ProjectKey, next: string | null, etag: string | null, signal?: AbortSignal): Promise<Exchanged<SprintPage>>;
  readSprint(credentials: Credentials, key: SprintKey, signal?: AbortSignal): Promise<Exchanged<Sprint>>;
  /** Signs in and says whose token it is and what it may not do. */
  checkAccount(credentials: Credentials, signal?: AbortSignal): Promise<Exchanged<Account>>;
  write(credentials: Credentials, write: TrackerWrite, signal?: AbortSignal): Promise<Exchanged<null>>;
}
