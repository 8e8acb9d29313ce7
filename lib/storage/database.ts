import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { BacklogKey, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import { migrations } from './migration.ts';
import type {
  AcceptedRow, BulkEntryRow, BulkRow, ColumnsRow, ConnectionRow, DraftRow, EnteredRow, GoalWordingRow, IssueRow, ItemStatisticsRow, JobRow, LedgerRow, LimiterRow, LocalGoalMarkRow, LocalGoalRow, LocalTagRow, MembershipRow, OutboxRow, PlannedRow, PlanningRow, ProjectRow,
  RankingRow, RejectedRowRecord, RoadmapFileRow, RoadmapItemRow, SecretRow, SettingsRow, SnapshotRow, SprintRow, SprintViewRow,
} from './rows.ts';
import { StorageFailure } from './storage-failure.ts';

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

/**
 * Opens the database at its newest version. `lost` is called when this connection has ended by itself: another context upgrades or deletes the
 * database (we close at once, so as never to block it), or the browser terminated it.
 */
export async function openDatabase(name = 'waymark', lost: () => void = () => {}): Promise<Database> {
  const { promise: blocked, reject } = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = openDB<Schema>(name, migrations.length, {
    async upgrade(database, oldVersion, _newVersion, transaction) {
      for (const migration of migrations.slice(oldVersion)) {
        // A migration speaks to the database of its own time, which today's schema does not describe.
        await migration.up(database as unknown as IDBPDatabase, transaction as unknown as IDBPTransaction<unknown, string[], 'versionchange'>);
      }
    },
    blocked: () => {
      timer = setTimeout(() => reject(new StorageFailure('blocked')), PATIENCE_MS);
    },
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close(); // versionchange is fired at the connection itself
      lost();
    },
    terminated: lost,
  });
  try {
    return await Promise.race([opening, blocked]);
  } catch (error) {
    // Opened after all once we had given up: a connection that nobody knows of would block the next upgrade.
    opening.then((late) => late.close(), () => {});
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
