import type { BacklogKey, Issue, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import type { Instant } from '../core/time.ts';
import type {
  AcceptedRow, ConnectionRow, EnteredRow, IssueRow, JobRow, LimiterRow, LocalGoalRow, LocalTagRow, OutboxRow, ProjectRow, RankingRow,
  RejectedRowRecord, SettingsRow, SprintRow,
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
  readonly localTags: ReadonlyMap<IssueKey, LocalTagRow>;
  readonly entered: ReadonlyMap<IssueKey, readonly EnteredRow[]>;
  readonly accepted: ReadonlyMap<IssueKey, readonly AcceptedRow[]>;
  /** Label writes on their way, by issue. */
  readonly outbox: ReadonlyMap<IssueKey, readonly OutboxRow[]>;
  readonly roadmap: readonly RoadmapItem[];
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
  countIssues(project: ProjectKey): Promise<number>;
  ranking(backlog: BacklogKey): Promise<RankingRow | undefined>;

  project(project: ProjectKey): Promise<ProjectRow | undefined>;
  projects(): Promise<ProjectRow[]>;
  putProject(row: ProjectRow): Promise<void>;
  sprints(project: ProjectKey): Promise<SprintRow[]>;
  localGoal(sprint: SprintKey): Promise<LocalGoalRow | undefined>;
  setLocalGoal(sprint: SprintKey, text: string | null, at: Instant): Promise<void>;

  settings(): Promise<SettingsRow>;
  putSettings(row: SettingsRow): Promise<void>;

  roadmap(): Promise<RoadmapItem[]>;
  putRoadmapItem(item: RoadmapItem): Promise<void>;
  enter(row: EnteredRow): Promise<void>;
  clearEntered(key: IssueKey, input: string): Promise<void>;
  accept(row: AcceptedRow): Promise<void>;
  unaccept(key: IssueKey, rule: string): Promise<void>;

  /** Queued label writes and local tags change together in ONE transaction; coalesces with what is queued for the same issue and label. */
  applyTags(change: { readonly outbox: readonly OutboxRow[]; readonly drop: readonly string[]; readonly localTags: readonly LocalTagRow[]; readonly clearLocal: readonly IssueKey[] }): Promise<void>;
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

/** What only this browser holds: what an export carries and an import restores. */
export interface OwnData {
  readonly settings: SettingsRow;
  readonly roadmap: readonly RoadmapItem[];
  readonly localTags: readonly LocalTagRow[];
  readonly entered: readonly EnteredRow[];
  readonly accepted: readonly AcceptedRow[];
  readonly localGoals: readonly LocalGoalRow[];
}

/** What one bounded step of the sync commits: rows, cursor, limiter and statistics in ONE transaction. */
export interface Commit {
  readonly job: JobRow | null;
  readonly removeJobs?: readonly string[];
  readonly addJobs?: readonly JobRow[];
  readonly issues?: readonly Issue[];
  readonly seenInSweep?: number;
  readonly removeIssues?: readonly IssueKey[];
  readonly sprints?: readonly SprintRow[];
  readonly removeSprints?: readonly SprintKey[];
  readonly rejected?: readonly RejectedRowRecord[];
  readonly project?: ProjectRow;
  readonly limiter?: LimiterRow;
  readonly outbox?: OutboxRow;
  readonly removeOutbox?: readonly string[];
  readonly connection?: ConnectionRow;
}
