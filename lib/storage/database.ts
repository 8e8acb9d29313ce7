import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { BacklogKey, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import { migrations } from './migration.ts';
import type {
  AcceptedRow, BulkEntryRow, BulkRow, ColumnsRow, ConnectionRow, DraftRow, EnteredRow, GoalWordingRow, IssueRow, ItemStatisticsRow, JobRow, LedgerRow, LimiterRow, LocalGoalMarkRow, LocalGoalRow, LocalTagRow, MembershipRow, OutboxRow, PlannedRow, PlanningRow, ProjectRow,
  RankingRow, RejectedRowRecord, RoadmapFileRow, RoadmapItemRow, SecretRow, SettingsRow, SnapshotRow, SprintRow, SprintViewRow,
} from './rows.ts';
import { StorageFailure, toStorageFailure } from './storage-failure.ts';

export interface Schema extends DBSchema {
  issues: { key: IssueKey; value: IssueRow; indexes: { open: [BacklogKey, number]; sprint: SprintKey; sweep: [ProjectKey, number]; estimated: SprintKey; labelledItems: string; finished: [ProjectKey, number]; historyDue: [ProjectKey, number]; parent: IssueKey; alsoIn: SprintKey; beenIn: SprintKey } };
  memberships: { key: IssueKey; value: MembershipRow; indexes: { item: [string, number] } };
  itemStatistics: { key: string; value: ItemStatisticsRow };
  plannings: { key: string; value: PlanningRow; indexes: { project: ProjectKey } };
  planned: { key: [IssueKey, string]; value: PlannedRow; indexes: { planning: [string, number] } };
  sprints: { key: SprintKey; value: SprintRow; indexes: { project: ProjectKey } };
  projects: { key: ProjectKey; value: ProjectRow };
  rankings: { key: BacklogKey; value: RankingRow };
  columns: { key: BacklogKey; value: ColumnsRow };
  drafts: { key: BacklogKey; value: DraftRow };
  localTags: { key: IssueKey; value: LocalTagRow };
  entered: { key: [IssueKey, string]; value: EnteredRow };
  accepted: { key: [IssueKey, string]; value: AcceptedRow };
  localGoals: { key: SprintKey; value: LocalGoalRow };
  goalWordings: { key: string; value: GoalWordingRow; indexes: { sprint: SprintKey } };
  ledger: { key: SprintKey; value: LedgerRow; indexes: { project: ProjectKey } };
  snapshots: { key: [SprintKey, string]; value: SnapshotRow };
  sprintViews: { key: string; value: SprintViewRow };
  localGoalMarks: { key: IssueKey; value: LocalGoalMarkRow };
  roadmap: { key: string; value: RoadmapItemRow };
  roadmapFiles: { key: ProjectKey; value: RoadmapFileRow };
  settings: { key: string; value: SettingsRow };
  outbox: { key: string; value: OutboxRow };
  bulks: { key: string; value: BulkRow };
  bulkEntries: { key: [string, IssueKey]; value: BulkEntryRow };
  jobs: { key: string; value: JobRow };
  limiters: { key: string; value: LimiterRow };
  connections: { key: string; value: ConnectionRow };
  secrets: { key: string; value: SecretRow };
  rejected: { key: string; value: RejectedRowRecord; indexes: { project: ProjectKey } };
}

export type StoreName =
  | 'issues' | 'memberships' | 'itemStatistics' | 'plannings' | 'planned' | 'sprints' | 'projects' | 'rankings' | 'columns' | 'drafts' | 'localTags' | 'entered' | 'accepted' | 'localGoals' | 'goalWordings' | 'localGoalMarks' | 'ledger' | 'snapshots' | 'sprintViews' | 'roadmap' | 'roadmapFiles' | 'settings'
  | 'outbox' | 'bulks' | 'bulkEntries' | 'jobs' | 'limiters' | 'connections' | 'secrets' | 'rejected';
export type Database = IDBPDatabase<Schema>;
export type ReadTransaction = IDBPTransaction<Schema, StoreName[], 'readonly'>;
export type WriteTransaction = IDBPTransaction<Schema, StoreName[], 'readwrite'>;
/** Either, for what only reads. */
export type AnyTransaction = IDBPTransaction<Schema, StoreName[], IDBTransactionMode>;

/** How long an older connection may take to let go before we say that it blocks us. */
const PATIENCE_MS = 5000;

/** What becomes of an opening, and of what was opened. */
interface Hearing {
  /** This connection has ended by itself: another context upgrades or deletes the database (we close at once, so as never to block it), or the browser terminated it. */
  readonly lost: () => void;
  /** An older connection has not let go for a while. It is opened all the same once that has. */
  readonly blocked: () => void;
}

/** Opens the database at its newest version. */
export async function openDatabase(name = 'waymark', { lost, blocked }: Hearing = { lost: () => {}, blocked: () => {} }): Promise<Database> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let broken: StorageFailure | undefined;
  const opening = openDB<Schema>(name, migrations.length, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      // Nobody holds it any more; what follows may take as long as it needs.
      clearTimeout(timer);
      try {
        for (const migration of migrations.slice(oldVersion)) {
          // A migration speaks to the database of its own time, which today's schema does not describe.
          await migration.up(database as unknown as IDBPDatabase, transaction as unknown as IDBPTransaction<unknown, string[], 'versionchange'>);
        }
      } catch (error) {
        // Nobody waits for this function: without a word the browser would keep the half of it, as of the newest version.
        broken = asBroken(error);
        transaction.done.catch(() => {}); // told by the opening
        abort(transaction);
      }
    },
    blocked: () => {
      timer = setTimeout(blocked, PATIENCE_MS);
    },
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close(); // versionchange is fired at the connection itself
      lost();
    },
    terminated: lost,
  });
  return opening.catch((error: unknown) => Promise.reject(broken ?? error)).finally(() => clearTimeout(timer));
}

/** A full disk breaks a migration too, and passes. */
function asBroken(error: unknown): StorageFailure {
  const failure = toStorageFailure(error);
  return failure.kind === 'full' ? failure : new StorageFailure('damaged', error);
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // The browser was faster.
  }
}
