import type { History } from '../core/history.ts';
import type { BacklogKey, Issue, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { RoadmapItem, Tag } from '../core/roadmap/roadmap-item.ts';
import type { RoadmapPlace } from '../core/roadmap/file/place.ts';
import type { GoalMarking } from '../core/sprint/goal-mark.ts';
import type { PlannedItem, PlanningProject } from '../core/sprint/planning-project.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Instant, PlainDate } from '../core/time.ts';
import type {
  AcceptedRow, BulkEntryRow, BulkRow, ConnectionRow, EnteredRow, GoalWordingRow, IssueRow, ItemStatisticsRow, JobRow, LedgerRow, LimiterRow, LocalGoalMarkRow, LocalGoalRow, LocalTagRow, OutboxRow, PlanningRow, ProjectRow, RankingRow,
  RejectedRowRecord, RoadmapFileRead, RoadmapFileRow, SettingsRow, SnapshotRow, SprintRow,
} from './rows.ts';

/** Everything that some issues' badges stand on, read in one transaction. */
export interface Material {
  /** Those of the asked issues that are stored. */
  readonly issues: ReadonlyMap<IssueKey, IssueRow>;
  /** Stored issues that the asked ones are blocked by. */
  readonly blockers: ReadonlyMap<IssueKey, IssueRow>;
  readonly projects: ReadonlyMap<ProjectKey, ProjectRow>;
  readonly rankings: ReadonlyMap<BacklogKey, RankingRow>;
  /** All sprints of the projects met. */
  readonly sprints: ReadonlyMap<SprintKey, SprintRow>;
  /** Those of the sprints in which at least one issue has an estimate. */
  readonly estimatingSprints: ReadonlySet<SprintKey>;
  /** Where the asked issues belong: by their own tags with what is on its way, by those above them, by rules. */
  readonly tags: ReadonlyMap<IssueKey, Tag | null>;
  readonly localTags: ReadonlyMap<IssueKey, LocalTagRow>;
  /** What was said here of issues that serve their sprint's goal, or do not. */
  readonly goalMarks: ReadonlyMap<IssueKey, LocalGoalMarkRow>;
  /** How the goal of each of their sprints is marked. */
  readonly goalMarking: ReadonlyMap<SprintKey, GoalMarking>;
  readonly entered: ReadonlyMap<IssueKey, readonly EnteredRow[]>;
  readonly accepted: ReadonlyMap<IssueKey, readonly AcceptedRow[]>;
  /** Label writes on their way, by issue. */
  readonly outbox: ReadonlyMap<IssueKey, readonly OutboxRow[]>;
  readonly roadmap: readonly RoadmapItem[];
  /** Of the described items that the asked issues belong to. */
  readonly itemStatistics: ReadonlyMap<string, ItemStatisticsRow>;
  /** Projects of GitHub, where one of those items links to one. */
  readonly plannings: readonly PlanningRow[];
  readonly settings: SettingsRow;
}

/**
 * The database as the rest of the house sees it. Every method is one IndexedDB transaction.
 * A full disk or a closed database rejects with a StorageFailure whose `kind` says which.
 */
export interface Store {
  material(keys: readonly IssueKey[]): Promise<Material>;
  issuesOfSprint(sprint: SprintKey): Promise<IssueRow[]>;
  /** Open issues of a backlog, at most `limit`. */
  openIssues(backlog: BacklogKey, limit: number): Promise<IssueRow[]>;
  /** Issues of a project that were closed at that moment or later. */
  finishedSince(project: ProjectKey, since: Instant): Promise<IssueRow[]>;
  /** Those of the asked issues that are stored, and nothing of what stands around them. */
  issues(keys: readonly IssueKey[]): Promise<ReadonlyMap<IssueKey, IssueRow>>;
  countIssues(project: ProjectKey): Promise<number>;
  ranking(backlog: BacklogKey): Promise<RankingRow | undefined>;

  project(project: ProjectKey): Promise<ProjectRow | undefined>;
  projects(): Promise<ProjectRow[]>;
  putProject(row: ProjectRow): Promise<void>;
  sprints(project: ProjectKey): Promise<SprintRow[]>;
  /** Projects of GitHub that stored repositories are linked to. */
  plannings(): Promise<PlanningRow[]>;
  localGoal(sprint: SprintKey): Promise<LocalGoalRow | undefined>;
  /** Every goal that a sprint has had, oldest first. */
  goalWordings(sprint: SprintKey): Promise<GoalWordingRow[]>;
  /** Issues that are in a sprint or were in it, what it held by day, and what `former` sprints held last. */
  everIn(sprint: SprintKey, former?: readonly SprintKey[]): Promise<{ readonly issues: readonly IssueRow[]; readonly snapshots: readonly SnapshotRow[] }>;
  /** Notes in a sprint's snapshot of today which rules flag its issues and which of them serve the goal, so that tomorrow can tell what is new. */
  noteStanding(sprint: SprintKey, day: PlainDate, at: Instant, standing: { readonly flags: ReadonlyMap<IssueKey, readonly string[]>; readonly goal: ReadonlySet<IssueKey> }): Promise<void>;
  ledger(project: ProjectKey): Promise<LedgerRow[]>;
  /** Changes what the team said of a sprint, in one transaction; false for a sprint that nobody knows. */
  changeLedger(sprint: SprintKey, amend: (row: LedgerRow) => LedgerRow): Promise<boolean>;
  keptSprintView(id: string): Promise<unknown>;
  keepSprintView(id: string, view: unknown): Promise<void>;
  setLocalGoal(sprint: SprintKey, text: string | null, at: Instant): Promise<void>;

  settings(): Promise<SettingsRow>;
  /** What holds until a person or a team says otherwise. */
  standardSettings(): Promise<SettingsRow>;
  putSettings(row: SettingsRow): Promise<void>;

  roadmap(): Promise<RoadmapItem[]>;
  putRoadmapItem(item: RoadmapItem): Promise<void>;
  roadmapFiles(): Promise<RoadmapFileRow[]>;
  /** Names the place of a project's roadmap, to be looked at now; with `null` it is followed no longer and forgotten. */
  placeRoadmap(project: ProjectKey, place: RoadmapPlace | null, now: Instant): Promise<void>;
  /** Puts and removes items in one transaction: a rename is both. */
  changeRoadmap(change: { readonly put: readonly RoadmapItem[]; readonly remove: readonly string[] }): Promise<void>;
  /** The figures of every item that some issue belongs to, described here or known from a label alone. */
  itemStatistics(): Promise<ItemStatisticsRow[]>;
  /** Issues of an item, open ones first, at most `limit`; `total` of them all. */
  membersOf(item: string, limit: number): Promise<{ readonly keys: readonly IssueKey[]; readonly total: number }>;
  /** Issues of a sprint that are worked on or done, and how many of them belong to no item. */
  sprintBelonging(sprint: SprintKey): Promise<{ readonly issues: number; readonly orphans: number }>;
  /** All stored issues, and how many of them belong to some item. */
  countBelonging(): Promise<{ readonly known: number; readonly onItems: number }>;
  /** Ids of all roadmap items that some stored issue's labels name, each once. */
  labelledItems(): Promise<string[]>;
  /** With the wish to share it, where the team is to have it too: both or neither. */
  enter(row: EnteredRow, share?: OutboxRow): Promise<void>;
  clearEntered(key: IssueKey, input: string, share?: OutboxRow): Promise<void>;
  accept(row: AcceptedRow): Promise<void>;
  unaccept(key: IssueKey, rule: string): Promise<void>;

  /** Queued label writes and local tags change together in ONE transaction; coalesces with what is queued for the same issue and label. */
  applyTags(change: TagChange): Promise<void>;
  /** The latest bulk taggings, newest first, each with what became of its issues and what of it is still in the outbox. */
  bulks(limit: number): Promise<Bulk[]>;
  bulk(id: string): Promise<Bulk | undefined>;
  /** Reads a bulk tagging and puts what `amend` makes of it, in one transaction with no other change between; `null` changes nothing. Answers whether something was changed. */
  amendBulk(id: string, amend: (stored: Bulk | undefined) => BulkChange | null): Promise<boolean>;
  /** Reads stored issues some hundreds at a time, with the item that each belongs to: of one project, or of all; the open ones, or all. */
  scanIssues(scope: { readonly project: ProjectKey | null; readonly open: boolean }, visit: (row: IssueRow, item: string | null) => void): Promise<void>;
  outbox(): Promise<OutboxRow[]>;
  putOutbox(row: OutboxRow): Promise<void>;
  /** Takes back rows that are still queued; answers the ids that it could take back. */
  takeBack(ids: readonly string[]): Promise<string[]>;

  connection(host: string): Promise<ConnectionRow | undefined>;
  connections(): Promise<ConnectionRow[]>;
  /** The token, for the worker alone. */
  token(host: string): Promise<string | null>;
  putConnection(row: ConnectionRow, token: string | null): Promise<void>;
  limiter(host: string): Promise<LimiterRow | undefined>;

  jobs(): Promise<JobRow[]>;
  putJobs(rows: readonly JobRow[]): Promise<void>;
  rejected(): Promise<RejectedRowRecord[]>;

  /** Erases everything of one site: connection, token, projects, issues, jobs, tags, writes. Answers how many rows went. */
  forgetSite(host: string): Promise<number>;
  /** Everything that a person made here (no tokens, nothing that a sync brings back), for the export; and back. */
  exportOwn(): Promise<OwnData>;
  importOwn(data: OwnData): Promise<void>;
  close(): void;
}

/** Tags as they change together. */
export interface TagChange {
  readonly outbox: readonly OutboxRow[];
  readonly drop: readonly string[];
  readonly localTags: readonly LocalTagRow[];
  readonly clearLocal: readonly IssueKey[];
  /** What is said here of issues that serve their sprint's goal. */
  readonly goalMarks?: readonly LocalGoalMarkRow[];
  readonly clearMarks?: readonly IssueKey[];
}

/** A bulk tagging as it stands. */
export interface Bulk {
  readonly bulk: BulkRow;
  readonly entries: readonly BulkEntryRow[];
  /** Those of its writes that are still in the outbox. */
  readonly writes: readonly OutboxRow[];
}

/** What becomes of a bulk tagging. How many writes of an entry are left is the store's to count: a wish may be true already. */
export interface BulkChange extends TagChange {
  readonly bulk: BulkRow;
  readonly entries: readonly BulkEntryRow[];
}

/** What only this browser holds: what an export carries and an import restores. */
export interface OwnData {
  readonly settings: SettingsRow;
  readonly roadmap: readonly RoadmapItem[];
  readonly localTags: readonly LocalTagRow[];
  readonly entered: readonly EnteredRow[];
  readonly accepted: readonly AcceptedRow[];
  readonly localGoals: readonly LocalGoalRow[];
  readonly goalWordings: readonly GoalWordingRow[];
  readonly localGoalMarks: readonly LocalGoalMarkRow[];
  readonly ledger: readonly LedgerRow[];
}

/** What one bounded step of the sync commits: rows, cursor, limiter and statistics in ONE transaction. */
export interface Commit {
  /** The step's job as it stands after it. When it has gone meanwhile (its site was forgotten), nothing at all is committed. */
  readonly job: JobRow | null;
  readonly removeJobs?: readonly string[];
  /** Only where there is none of that id: a job that runs keeps its cursor. */
  readonly addJobs?: readonly JobRow[];
  /** Older states never replace newer ones. Storing an issue answers its `find` job. */
  readonly issues?: readonly Issue[];
  readonly seenInSweep?: number;
  /** Issues of which only that they are there was told: they count as seen in the sweep. */
  readonly seen?: readonly IssueKey[];
  /** Histories that were asked for; of those that the tracker did not tell it is remembered that they were asked. */
  readonly histories?: { readonly asked: readonly IssueKey[]; readonly read: ReadonlyMap<IssueKey, History> };
  /** Issues that live elsewhere now: what a person made of them travels along. */
  readonly moves?: readonly { readonly from: IssueKey; readonly issue: Issue }[];
  readonly removeIssues?: readonly IssueKey[];
  /** The open blockers of one issue, which its page did not name. */
  readonly blockers?: { readonly of: IssueKey; readonly keys: readonly IssueKey[] };
  readonly sprints?: readonly Sprint[];
  readonly removeSprints?: readonly SprintKey[];
  /** A goal that was not written, because somebody had changed it meanwhile. */
  readonly refusedGoal?: GoalWordingRow;
  /**
   * What Projects plan of this repository: all that it is linked to, or a page of the items of one, read by a walk that began at `walk`. `last` on the last page: the Project's own mark of change
   * when the walk began; what the walk has not met has left it.
   */
  readonly planning?: {
    readonly project: ProjectKey;
    readonly projects?: readonly PlanningProject[];
    readonly items?: { readonly number: number; readonly walk: Instant; readonly rows: readonly PlannedItem[]; readonly last: Instant | null };
  };
  /** Open sprints of this project without a baseline get one: what joins them later crept in. */
  readonly baselines?: { readonly project: ProjectKey; readonly at: Instant };
  /** What the running sprints of this project hold now is kept for the day. */
  readonly snapshots?: { readonly project: ProjectKey; readonly at: Instant };
  readonly rejected?: readonly RejectedRowRecord[];
  /** Merged into the stored row: a visit may have touched it meanwhile. */
  readonly project?: ProjectChange;
  readonly limiter?: LimiterRow;
  /** Put only while the stored row is of the same gesture; without it, and without a job, nothing is committed. */
  readonly outbox?: OutboxRow;
  /** This write has been seen at the tracker: the row goes, unless another wish has taken its place. */
  readonly settled?: OutboxRow;
  readonly connection?: ConnectionRow;
  /** What is known of the browser's own sign-in at a site. Put unless a token has been given meanwhile. */
  readonly session?: ConnectionRow;
  /** A tag that stays here because its site refused it. */
  readonly localTag?: LocalTagRow;
  /** A mark that stays here because its site refused it. */
  readonly localGoalMark?: LocalGoalMarkRow;
  /** What was read of a project's roadmap file. */
  readonly roadmapFile?: RoadmapFileRead;
}

export type ProjectChange = Pick<ProjectRow, 'project'> & Partial<ProjectRow>;

export interface Committed {
  /** False when the job or the write was gone, so nothing was written. */
  readonly applied: boolean;
  /** Issues whose rows really changed. */
  readonly changed: readonly IssueKey[];
}

/** All that decides what the sync does next, read in one transaction. */
export interface Agenda {
  readonly projects: readonly ProjectRow[];
  readonly jobs: readonly JobRow[];
  readonly outbox: readonly OutboxRow[];
  readonly connections: readonly ConnectionRow[];
  readonly limiters: readonly LimiterRow[];
  /** Hosts with a token; never the tokens. */
  readonly tokens: ReadonlySet<string>;
  /** The recipe that scores are computed with at present. */
  readonly recipe: string;
  /** The recipe that issues are counted to roadmap items by at present. */
  readonly belonging: string;
}

/** What the sync needs besides. Every method is one transaction. */
export interface SyncStore {
  agenda(): Promise<Agenda>;
  commit(change: Commit): Promise<Committed>;
  /** Reads jobs and puts what `amend` answers, in one transaction with no other change between. */
  amendJobs(ids: readonly string[], amend: (stored: ReadonlyMap<string, JobRow>) => readonly JobRow[]): Promise<void>;
  issues(keys: readonly IssueKey[]): Promise<ReadonlyMap<IssueKey, IssueRow>>;
  sprint(key: SprintKey): Promise<SprintRow | undefined>;
  /** Issues whose history is to be read: open ones first, then those finished since, the latest first. */
  historiesDue(project: ProjectKey, since: Instant, limit: number): Promise<IssueKey[]>;
  /** Issues that a finished sweep did not meet, at most `limit`. */
  unseen(project: ProjectKey, sweep: number, limit: number): Promise<IssueKey[]>;
  /** Rescores the next `size` open issues of the job's backlog beside the ranking in use, and swaps at the end. */
  renew(job: JobRow, size: number): Promise<Committed>;
  /** Counts the next `size` issues of the job's project to their roadmap items anew. */
  recount(job: JobRow, size: number): Promise<Committed>;
  /** Moves the next `size` issues of a renamed project to its new key, and at the end all else of it. */
  rename(job: JobRow, size: number): Promise<Committed>;
}
