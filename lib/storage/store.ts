import type { BacklogKey, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { RoadmapPlace } from '../core/roadmap/file/place.ts';
import type { RoadmapItem, Tag } from '../core/roadmap/roadmap-item.ts';
import type { UnreadProject } from '../core/roadmap/unread.ts';
import type { GoalMarking } from '../core/sprint/goal-mark.ts';
import type { Instant, PlainDate } from '../core/time.ts';
import type {
  AcceptedRow, ConnectionRow, EnteredRow, GoalWordingRow, IssueRow, ItemStatisticsRow, JobRow, LedgerRow, LimiterRow, LocalGoalMarkRow, LocalGoalRow, LocalTagRow, OutboxRow, PlanningRow, ProjectRow, RankingRow,
  RejectedRowRecord, RoadmapFileRow, SettingsRow, SnapshotRow, SprintRow,
} from './rows.ts';
import type { Bulk, BulkChange, GoalChange, OwnData, RoadmapChange, StoredGoal, TagChange } from './store-changes.ts';

export type * from './store-changes.ts';
export type * from './sync-store.ts';

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
  /** Which projects of those items not all is read of, by item. */
  readonly unread: ReadonlyMap<string, readonly UnreadProject[]>;
  /** Of the projects met, those of which nothing was read lately, or not all can be any more, and when anything of them was last. */
  readonly lastRead: ReadonlyMap<ProjectKey, Instant>;
  /** Projects of GitHub, where one of those items links to one. */
  readonly plannings: readonly PlanningRow[];
  readonly settings: SettingsRow;
}

/** What a tag or a mark of an issue is changed on the ground of. */
export type Tagged = Pick<Material, 'issues' | 'localTags' | 'goalMarks' | 'outbox'>;
/** The same, with where the issues belong. */
export type Belonging = Tagged & Pick<Material, 'tags'>;

/**
 * The database as the rest of the house sees it. Every method is one IndexedDB transaction.
 * A full disk or a closed database rejects with a StorageFailure whose `kind` says which.
 */
export interface Store {
  material(keys: readonly IssueKey[]): Promise<Material>;
  issuesOfSprint(sprint: SprintKey): Promise<IssueRow[]>;
  /** Open issues of a backlog, at most `limit`. */
  openIssues(backlog: BacklogKey, limit: number): Promise<IssueRow[]>;
  /** The same, of more than `limit` those that score best by the stored ranking. */
  bestIssues(backlog: BacklogKey, limit: number): Promise<IssueRow[]>;
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
  /** Notes in a sprint's snapshot of today which rules flag its issues and which of them serve the goal, so that tomorrow can tell what is new; not where there is no room. */
  noteStanding(sprint: SprintKey, day: PlainDate, at: Instant, standing: { readonly flags: ReadonlyMap<IssueKey, readonly string[]>; readonly goal: ReadonlySet<IssueKey> }): Promise<void>;
  ledger(project: ProjectKey): Promise<LedgerRow[]>;
  /** Changes what the team said of a sprint, in one transaction; false for a sprint that nobody knows. */
  changeLedger(sprint: SprintKey, amend: (row: LedgerRow) => LedgerRow): Promise<boolean>;
  keptSprintView(id: string): Promise<unknown>;
  /** Only for what can be made anew: where there is no room, nothing is kept, and nobody need know. */
  keepSprintView(id: string, view: unknown): Promise<void>;
  /** Reads the goal that a sprint has in this browser and the one on its way, and puts what `amend` makes of them, in one transaction; `null` changes nothing. Answers whether something was changed. */
  amendGoal(sprint: SprintKey, at: Instant, amend: (stored: StoredGoal) => GoalChange | null): Promise<boolean>;

  settings(): Promise<SettingsRow>;
  /** What holds until a person or a team says otherwise. */
  standardSettings(): Promise<SettingsRow>;
  /** Reads the settings and puts what `amend` makes of them, in one transaction with no other change between. */
  amendSettings(amend: (stored: SettingsRow) => SettingsRow): Promise<void>;

  roadmap(): Promise<RoadmapItem[]>;
  roadmapFiles(): Promise<RoadmapFileRow[]>;
  /** Names the place of a project's roadmap, to be looked at now; with `null` it is followed no longer and forgotten. */
  placeRoadmap(project: ProjectKey, place: RoadmapPlace | null, now: Instant): Promise<void>;
  /** Reads the roadmap and puts what `amend` makes of it, in one transaction with no other change between; `null` changes nothing. Answers what `amend` says beside it. */
  amendRoadmap<T>(amend: (items: readonly RoadmapItem[], settings: SettingsRow) => readonly [change: RoadmapChange | null, answer: T]): Promise<T>;
  /** The figures of every item that some issue belongs to, described here or known from a label alone. */
  itemStatistics(): Promise<ItemStatisticsRow[]>;
  /** Of some items, which projects that issues of theirs lie in have not been read whole; absent where all is read. */
  unreadOf(items: readonly string[]): Promise<Material['unread']>;
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
  /** Likewise, with what `amend` makes of how the issues stand in that transaction: of two tabs that tag an issue at once, the second sees what the first has queued. Answers what `amend` says beside it. */
  amendTags<T>(keys: readonly IssueKey[], amend: (stored: Tagged) => readonly [change: TagChange, answer: T]): Promise<T>;
  /** The latest bulk taggings, newest first, each with what became of its issues and what of it is still in the outbox. */
  bulks(limit: number): Promise<Bulk[]>;
  bulk(id: string): Promise<Bulk | undefined>;
  /** Reads a bulk tagging, and how these issues stand, and puts what `amend` makes of it, in one transaction with no other change between; `null` changes nothing. Answers whether something was changed. */
  amendBulk(id: string, keys: readonly IssueKey[], amend: (stored: Bulk | undefined, issues: Belonging) => BulkChange | null): Promise<boolean>;
  /** Reads stored issues some hundreds at a time, with the item that each belongs to: of one project, or of all; the open ones, or all. */
  scanIssues(scope: { readonly project: ProjectKey | null; readonly open: boolean }, visit: (row: IssueRow, item: string | null) => void): Promise<void>;
  outbox(): Promise<OutboxRow[]>;
  /** Puts what `amend` makes of a write that waits, in one transaction with no other change between; `null`, and one that is gone, change nothing. */
  amendOutbox(id: string, amend: (stored: OutboxRow) => OutboxRow | null): Promise<void>;
  /** Takes gestures back, as `gesturesOf` makes them of how the issues stand in that transaction: each where all that it drops is still queued, else not at all. Answers how many it could take back. */
  takeBack(keys: readonly IssueKey[], gesturesOf: (stored: Tagged) => readonly TagChange[]): Promise<number>;

  connection(host: string): Promise<ConnectionRow | undefined>;
  connections(): Promise<ConnectionRow[]>;
  /** The token, for the worker alone. */
  token(host: string): Promise<string | null>;
  /** Notes that a token may not write in a project, unless another has been given meanwhile. */
  barWriting(project: ProjectKey, refusal: { readonly token: string; readonly at: Instant; readonly lacks: string | null }): Promise<void>;
  /** `tested`: of a sign-in that was there before; one that was taken away since, or replaced, is left so. Answers whether it was put. */
  putConnection(row: ConnectionRow, token: string | null, tested?: boolean): Promise<boolean>;
  limiter(host: string): Promise<LimiterRow | undefined>;

  jobs(): Promise<JobRow[]>;
  putJobs(rows: readonly JobRow[]): Promise<void>;
  rejected(): Promise<RejectedRowRecord[]>;
  /** Takes rows that no reader can use out of the way, and has read anew what they were a part of. Reads everything: only for when something has gone wrong. Answers how many there were. */
  setOddAside(): Promise<number>;

  /** Erases everything of one site: connection, token, projects, issues, jobs, tags, writes. Answers how many rows went, and which issues of other sites are others now: those that had their item from an epic there. */
  forgetSite(host: string): Promise<{ readonly removed: number; readonly changed: IssueKey[] }>;
  /** Everything that a person made here (no tokens, nothing that a sync brings back), for the export; and back. */
  exportOwn(): Promise<OwnData>;
  importOwn(data: OwnData): Promise<void>;
  /** Whether nothing can be kept for want of room on the disk: what is stored can be read, and no write is worth beginning. */
  isFull(): Promise<boolean>;
  close(): void;
}
