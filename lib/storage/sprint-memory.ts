import type { IssueKey, SprintKey } from '../core/issue.ts';
import type { Connection } from './connection.ts';
import type { WriteTransaction } from './database.ts';
import { readIssues } from './issues.ts';
import { under } from './ranges.ts';
import type { IssueRow, LedgerRow, SprintRow } from './rows.ts';
import type { Store } from './store.ts';

type Part = Pick<Store, 'everIn' | 'ledger' | 'changeLedger' | 'keptSprintView' | 'keepSprintView'>;

/** What a sprint is remembered by: who was in it, what the team said of its goal, how it was shown last. */
export function sprintMemoryStore(connection: Connection): Part {
  return {
    everIn: (sprint) => connection.read(['issues', 'snapshots'], async (transaction) => {
      const [rows, snapshots] = await Promise.all([transaction.objectStore('issues').index('beenIn').getAll(sprint), transaction.objectStore('snapshots').getAll(under(sprint))]);
      const known = new Set<IssueKey>(rows.map(({ key }) => key));
      const left = await readIssues(transaction, snapshots.flatMap(({ issues }) => issues.flatMap(({ key }) => (known.has(key) ? [] : [key]))));
      return { issues: [...rows, ...left.values()], snapshots };
    }),
    ledger: (project) => connection.read(['ledger'], (transaction) => transaction.objectStore('ledger').index('project').getAll(project)),
    changeLedger: (key, amend) => connection.write(['ledger', 'sprints'], async (transaction) => {
      const [row, sprint] = await Promise.all([transaction.objectStore('ledger').get(key), transaction.objectStore('sprints').get(key)]);
      const project = row?.project ?? sprint?.project;
      if (project === undefined) return false;
      await transaction.objectStore('ledger').put(amend(row ?? { sprint: key, project, outcomes: [], items: [], kept: null }));
      return true;
    }),
    keptSprintView: (id) => connection.read(['sprintViews'], async (transaction) => (await transaction.objectStore('sprintViews').get(id))?.view),
    keepSprintView: (id, view) => connection.write(['sprintViews'], async (transaction) => void (await transaction.objectStore('sprintViews').put({ id, view }))),
  };
}

/** Keeps a sprint that its tracker no longer has: what it was called, its days and its goal. */
export async function keepGone(transaction: WriteTransaction, { baseline: _baseline, ...kept }: SprintRow): Promise<void> {
  const store = transaction.objectStore('ledger');
  const row: LedgerRow = (await store.get(kept.key)) ?? { sprint: kept.key, project: kept.project, outcomes: [], items: [], kept: null };
  await store.put({ ...row, kept });
}

/** The sprints that an issue is in or was in, as far as its history tells. */
export function beenIn({ sprint, history, project, tracker }: Pick<IssueRow, 'sprint' | 'history' | 'project' | 'tracker'>): SprintKey[] {
  const numbers = new Set((history?.sprints ?? []).flatMap(({ added, removed }) => [...added, ...removed]));
  // Keys as `milestoneKey` and `jiraSprintKey` make them.
  const told = [...numbers].map((number) => `${project}/${tracker === 'github' ? 'milestone' : 'sprint'}/${number}` as SprintKey);
  return [...new Set([...told, ...(sprint === null ? [] : [sprint])])];
}
