import type { History } from '../core/history.ts';
import type { Issue, IssueKey, ProjectKey, SharedFacts, SprintKey } from '../core/issue.ts';
import type { Board, Sprint } from '../core/sprint/sprint.ts';
import type { Instant, PlainDate } from '../core/time.ts';
import type { ReadPlanning } from './planning.ts';

/** An exchange that brought no answer to what was asked, as a value. Sentences for people are made from it at the top. */
export type TrackerError =
  /** The request went into learning what the site is (`Exchanged.site`): keep that, and ask the same again at once. */
  | { readonly kind: 'learning' }
  | { readonly kind: 'rate-limited'; readonly until: Instant; readonly scope: 'primary' | 'secondary' | 'issue' }
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
  /** For Jira Cloud `email:token`. `null` where nothing was given: then GitHub is asked anonymously, Jira by the browser's own session. */
  readonly token: string | null;
  /** Where it is installed below its host (`/jira`), where a person told: the first place to look. */
  readonly context?: string | undefined;
  /** What the tracker learned of the site before (`Exchanged.site`), for itself alone to read. */
  readonly site?: unknown;
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
  /** The tracker's own clock when it answered, where it told. */
  readonly at?: Instant | null;
  /** Rows of which only that they are there was asked (`sweep`). */
  readonly seen?: readonly IssueKey[];
  /** True when only some issues were asked for by key, so that the end of the pages is not the end of the project. */
  readonly partial?: boolean;
}

export interface SprintPage {
  readonly unchanged: boolean;
  readonly sprints: readonly Sprint[];
  readonly rejected: readonly RejectedRow[];
  readonly next: string | null;
  readonly etag: string | null;
  /** The project's boards, on the page that names them. */
  readonly boards?: readonly Board[];
}

/** How a walk over a project's issues starts; later pages follow `next` verbatim. */
export type IssueQuery =
  /** Everything, oldest change first, from `since` on. Safe while the project changes. */
  | { readonly kind: 'changes'; readonly project: ProjectKey; readonly since: Instant | null }
  /** Open issues, newest first: what a newcomer sees on a list page. A tracker that can ask for issues by name reads `keys` instead, where given. */
  | { readonly kind: 'open'; readonly project: ProjectKey; readonly keys?: readonly IssueKey[] }
  /** Everything once more, to find out what is no longer there. A tracker that can tell keys alone answers `seen` instead of rows. */
  | { readonly kind: 'sweep'; readonly project: ProjectKey; readonly since: Instant | null }
  | { readonly kind: 'url'; readonly project: ProjectKey; readonly url: string };

/** A release that a project plans. */
export interface ProjectVersion {
  readonly url: string | null;
  readonly name: string;
  readonly startOn: PlainDate | null;
  readonly releaseOn: PlainDate | null;
  readonly released: boolean;
}

export type FoundIssue =
  | { readonly kind: 'found'; readonly issue: Issue }
  /** It lives under another key now (transferred, or its repository was renamed). */
  | { readonly kind: 'moved'; readonly issue: Issue }
  | { readonly kind: 'gone' };

export interface Account {
  readonly login: string;
  /** `session`: the browser's own sign-in, without a token. */
  readonly tokenKind: 'classic' | 'fine-grained' | 'other' | 'session';
  /** Permissions that Waymark uses and this token lacks, by the tracker's own names. */
  readonly missing: readonly string[];
  readonly expiresAt: Instant | null;
}

/** What a history cannot be read without where its entries name sprints by their titles. */
export interface HistoryGiven {
  readonly sprints: readonly Pick<Sprint, 'number' | 'title'>[];
  /** The number of the sprint that an issue is in. */
  readonly present: (key: IssueKey) => number | null;
}

/** One change to one issue or sprint, each safe to repeat. */
export type TrackerWrite =
  | { readonly kind: 'add-label' | 'remove-label'; readonly key: IssueKey; readonly label: string; readonly share?: SharedFacts }
  /** Only for trackers that say so by `shares`: what the team knows of the issue, in the issue. */
  | { readonly kind: 'share'; readonly key: IssueKey; readonly share: SharedFacts }
  /** Where sprints have a field for the goal (`goalIn`), the description is the goal. */
  | { readonly kind: 'set-sprint-description'; readonly sprint: SprintKey; readonly description: string };

/** A file of a repository, on its default branch where none is named. */
export interface FilePlace {
  readonly path: string;
  readonly branch: string | null;
}

export type FileRead =
  | { readonly state: 'unchanged' }
  | { readonly state: 'absent' }
  /** `blob` names this content: another content has another name. */
  | { readonly state: 'read'; readonly text: string; readonly blob: string; readonly etag: string | null }
  /** It is there and no text that could be read: too large, a folder, not UTF-8. */
  | { readonly state: 'unreadable'; readonly reason: string; readonly etag: string | null };

/** A change of a file, made on a branch of its own: nobody's branch is written. */
export interface FileProposal {
  readonly project: ProjectKey;
  readonly place: FilePlace;
  /** The new branch. Derived from the content, so that the same change is proposed once. */
  readonly branch: string;
  readonly text: string;
  /** The content that the change was made on, `null` for no file: where another one stands meanwhile, nothing is written. */
  readonly basis: string | null;
  readonly title: string;
  readonly body: string;
  /** Ask for review as well; otherwise the branch is all. */
  readonly pull: boolean;
}

/** How far a proposal has come. Each step is one request; a step whose answer was lost is repeated, and looks before it writes again. */
export type ProposalStep =
  | { readonly at: 'start' }
  | { readonly at: 'base' | 'pull'; readonly base: string }
  | { readonly at: 'branch'; readonly base: string; readonly head: string }
  | { readonly at: 'look' | 'pull-look'; readonly base: string; /** The write before was refused because of what stands there. */ readonly refused?: true }
  | { readonly at: 'put'; readonly base: string; readonly refused?: true; /** The tracker refuses no outdated write: after a lost answer it is begun again, with a look. */ readonly unguarded?: true }
  | { readonly at: 'done'; readonly url: string }
  /** The file is another one than the change was made on. */
  | { readonly at: 'conflict' };

/** What every answered exchange also tells: the limiter's state is made of these. */
export interface Exchanged<T> {
  readonly outcome: Outcome<T>;
  readonly allowance: Allowance | null;
  /** What the tracker knows of the site now, where that is more than before: kept, and given back with the next credentials. */
  readonly site?: unknown;
}

/** How a write leaves: `worker` from the extension itself, `tab` from a page of the site that stands open, as if the site had sent it. */
export type WriteWay = 'worker' | 'tab';

/** What came back of a write. */
export interface SentBack {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  /** What the limit is of, where the site says so (`RateLimit-Reason`). */
  readonly limitReason?: string | null;
  readonly body: string;
}

/** Sends a write on its way; `null` when that way is not open (no tab of the site, no rule to be had). `url` is of the site itself. */
export type SendWrite = (
  way: WriteWay,
  request: { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly session: boolean },
  signal?: AbortSignal,
) => Promise<SentBack | null>;

/**
 * A tracker: GitHub, Jira. Every call is one request, never throws, and may be repeated.
 * `signal` ends it early with `offline`.
 */
export interface Tracker {
  readonly kind: 'github' | 'jira';
  /** How its sites are asked without a token: `anonymous` within a small allowance, by the browser's `session` like with one. */
  readonly without: 'anonymous' | 'session';
  /** How long a change may take to be found, in milliseconds: so much every walk over the changes begins before the last one did. */
  readonly overlap: number;
  /** Whether it keeps `SharedFacts` with an issue. */
  readonly shares: boolean;
  /** The project that an issue belongs to; `null` for a key of another tracker. */
  projectOf(key: IssueKey): ProjectKey | null;
  sprintProjectOf(key: SprintKey): ProjectKey | null;
  readIssues(credentials: Credentials, query: IssueQuery, etag: string | null, signal?: AbortSignal): Promise<Exchanged<IssuePage>>;
  readIssue(credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<FoundIssue>>;
  readBlockers(credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<readonly Issue[]>>;
  /** For how many issues a call of `readHistories` may ask; 50 where it does not say. */
  readonly historiesAtOnce?: number;
  /** Histories of some issues of one project; those that are not there are left out. Absent where the tracker has none. */
  readHistories?(credentials: Credentials, keys: readonly IssueKey[], signal?: AbortSignal, given?: HistoryGiven): Promise<Exchanged<ReadonlyMap<IssueKey, History>>>;
  readSprints(credentials: Credentials, project: ProjectKey, next: string | null, etag: string | null, signal?: AbortSignal): Promise<Exchanged<SprintPage>>;
  readSprint(credentials: Credentials, key: SprintKey, signal?: AbortSignal): Promise<Exchanged<Sprint>>;
  /** All versions of a project. Absent where projects have none. */
  readVersions?(credentials: Credentials, project: ProjectKey, signal?: AbortSignal): Promise<Exchanged<readonly ProjectVersion[]>>;
  /** What is planned of the project beside it, in GitHub's Projects. Absent where the tracker has none. */
  readPlanning?: ReadPlanning;
  /** Signs in and says whose token it is and what it may not do. */
  /** What a site said that it is and where it is installed, out of what was learned of it (`Exchanged.site`); `null` before it has said so. Absent where sites are told by their names. */
  describeSite?(site: unknown): { readonly flavour: 'cloud' | 'data-center'; readonly context: string } | null;
  checkAccount(credentials: Credentials, signal?: AbortSignal): Promise<Exchanged<Account>>;
  /** The roadmap of the project: a file, or what else the tracker keeps one in. Absent where projects can keep none. */
  readFile?(credentials: Credentials, project: ProjectKey, place: FilePlace, etag: string | null, signal?: AbortSignal): Promise<Exchanged<FileRead>>;
  /** The next request of a proposal; the step after it. */
  proposeFile?(credentials: Credentials, proposal: FileProposal, step: ProposalStep, signal?: AbortSignal): Promise<Exchanged<ProposalStep>>;
  write(credentials: Credentials, write: TrackerWrite, signal?: AbortSignal): Promise<Exchanged<null>>;
}
