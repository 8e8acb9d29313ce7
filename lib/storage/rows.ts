import type { BacklogKey, Issue, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { QueuedWrite } from '../core/queued-write.ts';
import type { ItemStanding, ItemStatistics } from '../core/roadmap/item-statistics.ts';
import type { RoadmapAim, RoadmapItem, Tag } from '../core/roadmap/roadmap-item.ts';
import type { RoadmapPlace } from '../core/roadmap/file/place.ts';
import type { TagBasis } from '../core/roadmap/taken-meanwhile.ts';
import type { FileTrouble, RoadmapFile } from '../core/roadmap/file/roadmap-file.ts';
import type { Thresholds } from '../core/risk/risk.ts';
import type { GoalOutcome } from '../core/sprint/ledger.ts';
import type { SprintSnapshot } from '../core/sprint/snapshot.ts';
import type { KeptWording } from '../core/sprint/kept-wording.ts';
import type { PlanningProject } from '../core/sprint/planning-project.ts';
import type { Board, Sprint } from '../core/sprint/sprint.ts';
import type { CalendarSettings, Instant, PlainDate } from '../core/time.ts';
import type { FilePlace, ProjectVersion, TrackerError } from '../trackers/tracker.ts';

/** An issue as it is kept, with the few columns that indexes need. */
export interface IssueRow extends Issue {
  /** The backlog while it is open; absent once done, so that the index holds open issues only. */
  readonly backlog?: BacklogKey;
  /** Its sprint when it has an estimate: the index of it answers whether a sprint's team estimates, without reading the sprint. */
  readonly estimatedIn?: SprintKey;
  /** Sprints that it is in besides `sprint`: its milestone where an iteration comes first, iterations of other Projects. */
  readonly alsoIn?: readonly SprintKey[];
  /** Roadmap items that its labels name: the index of it tells which items a team uses, without reading an issue. */
  readonly labelledItems?: readonly string[];
  /** Its date of change when its history was last asked for. */
  readonly historyAsOf?: Instant;
  /** Set while its history is worth reading and older than the issue: by project, then 0 for open issues, the day of completion for finished ones. */
  readonly historyDue?: readonly [ProjectKey, number];
  /** The sprints that it is in or was in: the index of it tells what a past sprint held. */
  readonly beenIn?: readonly SprintKey[];
  /** Sweep that last saw it: the reconciliation of deleted issues compares it. */
  readonly seenInSweep: number;
}

export interface SprintRow extends Sprint {
  /** The issues that were in the sprint when we first saw it running, with the moment; what joins later crept in. */
  readonly baseline: { readonly at: Instant; readonly issues: readonly IssueKey[] } | null;
}

/** Sorted scores and samples of one backlog: all that 100 badges need besides their own rows. */
export interface RankingRow {
  readonly backlog: BacklogKey;
  /** Scores of the open issues, highest first. Unscored ones are not in it. */
  readonly scores: Float64Array;
  /** Open issues in all. */
  readonly open: number;
  /** Days from creation to completion of finished issues, sorted upwards. */
  readonly finishedDays: Float64Array;
  /** Days from the start of work to completion of finished issues whose history is known, sorted upwards. */
  readonly cycleDays: Float64Array;
  readonly load: Readonly<Record<string, number>>;
  /** Model, weights, roadmap and day that the scores were computed with: another recipe asks for a renewal. */
  readonly recipe: string;
  readonly renewedAt: Instant;
}

/** The same backlog by issue: what an incremental renewal needs, read only by the sync. Parallel, sorted by number. */
export interface ColumnsRow {
  readonly backlog: BacklogKey;
  readonly numbers: Uint32Array;
  readonly scores: Float64Array;
  readonly recipe: string;
}

/** Columns under way to another recipe, built chunk by chunk beside those in use, which they replace at the end. */
export interface DraftRow extends ColumnsRow {
  /** Open issues up to this number are in it: a change of one of them must reach the draft too. */
  readonly through: number;
}

export interface ConnectionRow {
  /** The site's host: one connection a site. */
  readonly host: string;
  readonly tracker: 'github' | 'jira';
  readonly login: string | null;
  /** `null`: no token, and no sign-in either. `session`: the browser's own sign-in. */
  readonly tokenKind: 'classic' | 'fine-grained' | 'other' | 'session' | null;
  readonly missing: readonly string[];
  readonly state: 'ok' | 'unauthorised' | 'unchecked';
  readonly expiresAt: Instant | null;
  readonly checkedAt: Instant | null;
  /** When the site last refused the browser's session: it is asked again no sooner than a minute later. */
  readonly refusedAt?: Instant;
  /** Where it is installed below its host, where a person told. */
  readonly context?: string | undefined;
  /** Which kind of Jira it said that it is. */
  readonly flavour?: 'cloud' | 'data-center' | undefined;
  /** What the token lacks to read Projects, by the tracker's own name: sprints are milestones alone then. */
  readonly planningNeeds?: string | undefined;
}

/** Kept apart from everything that is ever sent, shown or exported. */
export interface SecretRow {
  readonly host: string;
  readonly token: string;
}

export interface LimiterRow {
  readonly host: string;
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetAt: Instant | null;
  readonly pausedUntil: Instant | null;
  /** Secondary limits in a row, for the exponential pause. */
  readonly strikes: number;
  /** The last write that left: the next one keeps its distance. */
  readonly wroteAt?: Instant;
  /** What the tracker learned of the site, for itself alone to read. */
  readonly site?: unknown;
}

/** A piece of sync work. The cursor lives in the row and moves in the same transaction as the page it brought. */
export interface JobRow {
  readonly id: string;
  readonly kind: 'visit' | 'changes' | 'sprints' | 'sweep' | 'renew' | 'recount' | 'rename' | 'find' | 'blockers' | 'histories' | 'account' | 'file' | 'propose' | 'planning' | 'versions';
  readonly project: ProjectKey;
  readonly host: string;
  readonly dueAt: Instant;
  readonly cursor: unknown;
  readonly attempts: number;
  readonly error: TrackerError | null;
  readonly finishedAt: Instant | null;
}

export interface ProjectRow {
  readonly project: ProjectKey;
  readonly host: string;
  /** How people write it, with the tracker's own capitals: `acme/shop`. */
  readonly name: string;
  readonly visitedAt: Instant;
  /** `silent`: not found by whoever asked, so private or unknown; nothing is shown there. */
  readonly state: 'new' | 'reading' | 'ready' | 'silent';
  /** The whole backlog has been read at least once. */
  readonly complete: boolean;
  readonly syncedAt: Instant | null;
  readonly error: TrackerError | null;
  /** Its boards, where its tracker has boards. */
  readonly boards?: readonly Board[];
  /** The releases that it plans, where its tracker has such. */
  readonly versions?: readonly ProjectVersion[];
  /** Where its roadmap is kept, where somebody said so; `null`: this browser follows none of this project. */
  readonly roadmapPlace?: RoadmapPlace | null;
  /** When the tracker last refused a write of this user here: for a day what they make of its issues stays in this browser. */
  readonly readOnlyAt?: Instant;
}

/**
 * One queued write, coalesced per issue and label, and what is shared per issue: the last wish wins. `sending` says that it may have left, so that it is compared with the
 * tracker before anything else happens to it. `createdAt` names the gesture: a step that answers an older one leaves the row alone.
 */
export interface OutboxRow {
  readonly id: string;
  readonly host: string;
  readonly write: QueuedWrite;
  readonly state: 'queued' | 'sending' | 'failed';
  /** Not sent before: until then it can be undone. */
  readonly notBefore: Instant;
  readonly createdAt: Instant;
  readonly attempts: number;
  /** How often the tracker took the write and then did not show it: some drop silently what a token may not do. */
  readonly unconfirmed?: number;
  /** The sprint's description when the write was queued: if its goal is another at the tracker by now, nothing is written over it. */
  readonly basis?: string;
  /** Former wishes for the same goal that may have left: where the tracker shows one of them, nobody else has changed it. */
  readonly former?: readonly string[];
  /** The tracker takes no write to this one issue until then. */
  readonly limitedUntil?: Instant;
  /** Why it failed for good, in a sentence. */
  readonly failure: string | null;
  /** Of a tag: what was seen when it was wished. Another item that stands there by now is a teammate's, and is not written over. */
  readonly tagged?: TagBasis;
  /** The item, or the goal, that a teammate has put there meanwhile: it failed, and waits for somebody to choose. To send a goal again is to use it all the same. */
  readonly conflict?: string;
  /** The bulk tagging that it is part of, and the issue as it was called then. */
  readonly bulk?: { readonly id: string; readonly key: IssueKey };
}

/** Many issues tagged in one gesture. */
export interface BulkRow {
  readonly id: string;
  /** The item wished; `null` to take the tag off. */
  readonly item: string | null;
  /** Who is signed in where it is written. */
  readonly by: readonly string[];
  readonly createdAt: Instant;
  readonly state: 'running' | 'stopped' | 'undone';
}

/** One issue of a bulk tagging. What has not arrived is told by its writes in the outbox; everything else is noted here, in the transaction that made it so. */
export interface BulkEntryRow {
  readonly bulk: string;
  readonly key: IssueKey;
  readonly host: string;
  readonly reference: string;
  readonly title: string;
  readonly url: string;
  /** `waiting` and `undoing` have writes on their way; `left-alone` has another item, which was not to be replaced; `stopped` was not sent. */
  readonly state: 'waiting' | 'done' | 'local' | 'already' | 'left-alone' | 'stopped' | 'undoing' | 'undone';
  /** Why it stays in this browser, or was left alone; `null` where there is nothing to say. */
  readonly because: string | null;
  /** Writes that have not arrived yet. */
  readonly left: number;
  /** What stood there before: its way back. */
  readonly before: { readonly items: readonly string[]; readonly labels: readonly string[]; readonly shared: string | null; readonly local: LocalTagRow | null };
}

/** Tags that stand only here, because the tracker cannot be written. */
export interface LocalTagRow {
  readonly key: IssueKey;
  /** `null`: the user took the tag off here although the tracker still has the label. */
  readonly item: string | null;
  readonly at: Instant;
}

export interface EnteredRow {
  readonly key: IssueKey;
  readonly input: string;
  readonly value: number;
  readonly by: string;
  readonly at: Instant;
}

export interface AcceptedRow {
  readonly key: IssueKey;
  readonly rule: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface LocalGoalRow {
  readonly sprint: SprintKey;
  readonly text: string;
  readonly at: Instant;
}

export type GoalWordingRow = KeptWording;

/** Says of an issue that it serves its sprint's goal, or that it does not, where the tracker cannot be told. */
export interface LocalGoalMarkRow {
  readonly key: IssueKey;
  readonly on: boolean;
  readonly at: Instant;
}

/** What a sprint held on a day, as it stood when it last changed. */
export interface SnapshotRow extends SprintSnapshot {
  readonly day: PlainDate;
}

/** What the team said of a sprint, which no tracker keeps. */
export interface LedgerRow {
  readonly sprint: SprintKey;
  readonly project: ProjectKey;
  /** One for each goal, in the goals' order; `null` where nobody has said. */
  readonly outcomes: readonly (GoalOutcome | null)[];
  /** Roadmap items whose issues serve the goal. */
  readonly items: readonly string[];
  /** The sprint as it last was, once its tracker no longer has it. */
  readonly kept: Sprint | null;
}

/** How a project's sprint was shown last, so that a popup opens at once; for the use case alone to read. */
export interface SprintViewRow {
  readonly id: string;
  readonly view: unknown;
}

export interface RejectedRowRecord {
  readonly id: string;
  readonly project: ProjectKey;
  readonly reason: string;
  readonly at: Instant;
}

export interface SettingsRow {
  readonly id: 'settings';
  readonly model: string;
  /** By model id, by input id; what is absent has the model's own weight. */
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly thresholds: Thresholds;
  readonly calendar: CalendarSettings;
  /** The sprint that the user picked for a project, instead of the nearest due date. */
  readonly pickedSprint: Readonly<Record<ProjectKey, SprintKey>>;
  /** Rules that the user switched off. */
  readonly mutedRules: readonly string[];
  /** What stands above the roadmap's items; absent until somebody has said it. */
  readonly aim?: RoadmapAim;
  /** Lines above the trackers' pages that the user hid, the latest last. */
  readonly hiddenLines?: readonly string[];
}

export type RoadmapItemRow = RoadmapItem;

/** A project's roadmap file as it was last read. `contested` names what both this browser and the team have changed (`Adopted.contested`). `good` is the last version without errors, which stays in use beside a later one that has some. */
export type RoadmapFileRow = RoadmapFilePlace & { readonly contested?: readonly string[] } & ({ readonly state: 'good'; readonly good: GoodRoadmapFile } | { readonly state: 'broken'; readonly good: GoodRoadmapFile | null });

interface RoadmapFilePlace {
  readonly project: ProjectKey;
  readonly place: FilePlace;
  readonly readAt: Instant;
  readonly errors: readonly FileTrouble[];
  readonly warnings: readonly FileTrouble[];
}

export interface GoodRoadmapFile {
  readonly text: string;
  /** The tracker's name of this content: a change is proposed on it. */
  readonly blob: string;
  readonly file: RoadmapFile;
}

/** What a look at a roadmap file has brought. */
export type RoadmapFileRead = { readonly project: ProjectKey; readonly state: 'absent' } | (RoadmapFilePlace & ({ readonly state: 'good'; readonly good: GoodRoadmapFile } | { readonly state: 'broken' }));

/** A Project that a repository is linked to. */
export interface PlanningRow extends PlanningProject {
  readonly key: string;
  /** The repository. */
  readonly project: ProjectKey;
  /** When its items were last read to the end, and its own mark of change then. */
  readonly read: { readonly at: Instant; readonly asOf: Instant } | null;
}

/** What a Project plans of one issue, which need not be stored yet. */
export interface PlannedRow {
  readonly key: IssueKey;
  /** The Project's key. */
  readonly planning: string;
  /** When the walk began that met it last. */
  readonly walk: Instant;
  readonly sprint: SprintKey | null;
  readonly startOn: PlainDate | null;
  readonly targetOn: PlainDate | null;
}

/** An issue that belongs to a roadmap item, by whatever way. */
export interface MembershipRow {
  readonly key: IssueKey;
  /** The item's id of today. */
  readonly item: string;
  readonly via: Tag['via'];
  /** 1 once it is done: an index knows no booleans. */
  readonly done: 0 | 1;
  /** What it has added to the item's figures; `null` for what counts in none. */
  readonly standing: ItemStanding | null;
}

/** The figures of one roadmap item, renewed with every change of an issue in it. */
export interface ItemStatisticsRow extends ItemStatistics {
  readonly item: string;
  /** Issues that belong to it, also those that count in no figure. */
  readonly members: number;
}
