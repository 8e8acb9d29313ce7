import type { History } from '../core/history.ts';
import type { Issue, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { RoadmapPlace } from '../core/roadmap/file/place.ts';
import type { Board, Sprint } from '../core/sprint/sprint.ts';
import type { Instant, PlainDate, WorkCalendar } from '../core/time.ts';
import type { Exchanged } from './exchange.ts';
import type { FileProposal, FileRead, ProposalStep } from './files.ts';
import type { ReadPlanning } from './planning.ts';
import type { TrackerWrite } from './writes.ts';

export type { Allowance, Exchanged, Outcome, TrackerError } from './exchange.ts';
export type * from './files.ts';
export type * from './writes.ts';

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
  /** The next page is told by its number: a row that changes while pages are read moves those after it one place forward, past whoever reads on. */
  readonly numbered?: boolean;
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

/** Whether changes of a project are taken from an account, as far as can be told. `lacks`: the permission that is missing, by the tracker's own name, where that is why. */
export type WriteRight = { readonly may: true } | { readonly may: false; readonly lacks: string | null };

/** What a history cannot be read without where its entries name sprints by their titles. */
export interface HistoryGiven {
  readonly sprints: readonly Pick<Sprint, 'number' | 'title'>[];
  /** The number of the sprint that an issue is in. */
  readonly present: (key: IssueKey) => number | null;
}

/**
 * A tracker: GitHub, Jira. Every call is one request, or the few pages of one list, never throws, and may be repeated.
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
  /** `dateOf` says in which of the team's days a moment lies, for trackers that tell a sprint's ends as moments; without it they are the days of UTC, or of whatever offset is written there. */
  readSprints(credentials: Credentials, project: ProjectKey, next: string | null, etag: string | null, signal?: AbortSignal, dateOf?: WorkCalendar['dateOf']): Promise<Exchanged<SprintPage>>;
  readSprint(credentials: Credentials, key: SprintKey, signal?: AbortSignal, dateOf?: WorkCalendar['dateOf']): Promise<Exchanged<Sprint>>;
  /** All versions of a project. Absent where projects have none. */
  readVersions?(credentials: Credentials, project: ProjectKey, signal?: AbortSignal): Promise<Exchanged<readonly ProjectVersion[]>>;
  /** What is planned of the project beside it, in GitHub's Projects. Absent where the tracker has none. */
  readPlanning?: ReadPlanning;
  /** What a site said that it is and where it is installed, out of what was learned of it (`Exchanged.site`); `null` before it has said so. Absent where sites are told by their names. */
  describeSite?(site: unknown): { readonly flavour: 'cloud' | 'data-center'; readonly context: string } | null;
  /** Signs in and says whose token it is and what it may not do. */
  checkAccount(credentials: Credentials, signal?: AbortSignal): Promise<Exchanged<Account>>;
  /** Whether an account may write in a project, tried by a change that changes nothing. Absent where `checkAccount` tells all of it. */
  mayWrite?(credentials: Credentials, project: ProjectKey, signal?: AbortSignal): Promise<Exchanged<WriteRight>>;
  /** The roadmap of the project: a file, or what else the tracker keeps one in. Absent where projects can keep none. */
  readFile?(credentials: Credentials, project: ProjectKey, place: RoadmapPlace, etag: string | null, signal?: AbortSignal): Promise<Exchanged<FileRead>>;
  /** The next request of a proposal; the step after it. */
  proposeFile?(credentials: Credentials, proposal: FileProposal, step: ProposalStep, signal?: AbortSignal): Promise<Exchanged<ProposalStep>>;
  write(credentials: Credentials, write: TrackerWrite, signal?: AbortSignal): Promise<Exchanged<null>>;
}
