import type { History } from '../core/history.ts';
import type { Issue, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { PlannedItem, PlanningProject } from '../core/sprint/planning-project.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Instant } from '../core/time.ts';
import type { ConnectionRow, GoalWordingRow, IssueRow, JobRow, LimiterRow, LocalGoalMarkRow, LocalTagRow, OutboxRow, ProjectRow, RejectedRowRecord, RoadmapFileRead, SprintRow } from './rows.ts';

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
   * when the walk began; what the walk has not met has left it, unless it is `broken` because an item could not be read.
   */
  readonly planning?: {
    readonly project: ProjectKey;
    readonly projects?: readonly PlanningProject[];
    readonly items?: { readonly number: number; readonly walk: Instant; readonly rows: readonly PlannedItem[]; readonly last: Instant | null; readonly broken?: boolean };
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
  /** Has everything that waits since the network did not answer, and every write that is to be tried again, tried now. Answers whether there was anything. */
  hasten(now: Instant): Promise<boolean>;
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
