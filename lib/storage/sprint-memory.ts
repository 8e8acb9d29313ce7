import { alike } from '../core/alike.ts';
import type { IssueKey } from '../core/issue.ts';
import type { Connection } from './connection.ts';
import type { WriteTransaction } from './database.ts';
import { readIssues } from './issues.ts';
import { under } from './ranges.ts';
import type { LedgerRow, SprintRow } from './rows.ts';
import { unlessFull } from './storage-failure.ts';
import type { Store } from './store.ts';

type Part = Pick<Store, 'everIn' | 'noteStanding' | 'ledger' | 'changeLedger' | 'keptSprintView' | 'keepSprintView'>;

/** What a sprint is remembered by: who was in it, what the team said of its goal, how it was shown last. */
export function sprintMemoryStore(connection: Connection): Part {
  return {
    everIn: (sprint, former = []) => connection.read(['issues', 'snapshots'], async (transaction) => {
      const store = transaction.objectStore('snapshots');
      const [rows, own, last] = await Promise.all([
        transaction.objectStore('issues').index('beenIn').getAll(sprint), store.getAll(under(sprint)),
        Promise.all(former.map(async (other) => (await store.openCursor(under(other), 'prev'))?.value ?? [])),
      ]);
      const known = new Set<IssueKey>(rows.map(({ key }) => key));
      const left = await readIssues(transaction, own.flatMap(({ issues }) => issues.flatMap(({ key }) => (known.has(key) ? [] : [key]))));
      return { issues: [...rows, ...left.values()], snapshots: [...last.flat(), ...own] };
    }),
    noteStanding: (sprint, day, at, { flags, goal }) => unlessFull(connection.write(['snapshots'], async (transaction) => {
      const store = transaction.objectStore('snapshots');
      const last = (await store.openCursor(under(sprint), 'prev'))?.value;
      if (!last) return;
      const issues = last.issues.map((issue) => ({ ...issue, flags: flags.get(issue.key) ?? [], goal: goal.has(issue.key) }));
      // What it holds has not changed since the last one, or there would be another.
      if (last.day !== day || !alike(last.issues, issues)) await store.put({ sprint, day, at: last.day === day ? last.at : at, issues, notedAt: at });
    })),
    ledger: (project) => connection.read(['ledger'], (transaction) => transaction.objectStore('ledger').index('project').getAll(project)),
    changeLedger: (key, amend) => connection.write(['ledger', 'sprints'], async (transaction) => {
      const [row, sprint] = await Promise.all([transaction.objectStore('ledger').get(key), transaction.objectStore('sprints').get(key)]);
      const project = row?.project ?? sprint?.project;
      if (project === undefined) return false;
      await transaction.objectStore('ledger').put(amend(row ?? { sprint: key, project, outcomes: [], items: [], kept: null }));
      return true;
    }),
    keptSprintView: (id) => connection.read(['sprintViews'], async (transaction) => (await transaction.objectStore('sprintViews').get(id))?.view),
    keepSprintView: (id, view) => unlessFull(connection.write(['sprintViews'], async (transaction) => void (await transaction.objectStore('sprintViews').put({ id, view })))),
  };
}

/** Of a description that nobody can change any more, so much is kept as an export can hold. */
const DESCRIPTION = 100_000;

/** Keeps a sprint that its tracker no longer has: what it was called, its days and its goal. */
export async function keepGone(transaction: WriteTransaction, { baseline: _baseline, ...kept }: SprintRow): Promise<void> {
  const store = transaction.objectStore('ledger');
  const row: LedgerRow = (await store.get(kept.key)) ?? { sprint: kept.key, project: kept.project, outcomes: [], items: [], kept: null };
  await store.put({ ...row, kept: { ...kept, description: kept.description.slice(0, DESCRIPTION) } });
}
