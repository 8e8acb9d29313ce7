import type { IssueKey } from '../core/issue.ts';
import type { Connection } from './connection.ts';
import type { AnyTransaction } from './database.ts';
import { issuesInSprint } from './planning.ts';
import { under } from './ranges.ts';
import type { IssueRow } from './rows.ts';
import type { Store, SyncStore } from './store.ts';

type Part = Pick<Store, 'issuesOfSprint' | 'openIssues' | 'bestIssues' | 'finishedSince' | 'countIssues' | 'ranking'> & Pick<SyncStore, 'issues' | 'unseen' | 'historiesDue'>;

export function issueStore(connection: Connection): Part {
  return {
    issuesOfSprint: (sprint) => connection.read(['issues'], (transaction) => issuesInSprint(transaction, sprint)),
    openIssues: (backlog, limit) => connection.read(['issues'], (transaction) => transaction.objectStore('issues').index('open').getAll(under(backlog), limit)),
    bestIssues: (backlog, limit) => connection.read(['issues', 'columns'], async (transaction) => {
      const open = transaction.objectStore('issues').index('open');
      const [some, columns] = await Promise.all([open.getAll(under(backlog), limit), transaction.objectStore('columns').get(backlog)]);
      if (some.length < limit || columns === undefined) return some;
      const { numbers, scores } = columns;
      const best = [...numbers.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, limit);
      const rows = await Promise.all(best.map((at) => open.get([backlog, numbers[at] ?? 0])));
      // Where few have a score, others fill up.
      return [...new Map([...rows, ...some].flatMap((row) => (row ? [[row.key, row] as const] : []))).values()].slice(0, limit);
    }),
    finishedSince: (project, since) => connection.read(['issues'], (transaction) => transaction.objectStore('issues').index('finished').getAll(IDBKeyRange.bound([project, since], [project, []]))),
    countIssues: (project) => connection.read(['issues'], (transaction) => transaction.objectStore('issues').index('sweep').count(under(project))),
    ranking: (backlog) => connection.read(['rankings'], (transaction) => transaction.objectStore('rankings').get(backlog)),
    issues: (keys) => connection.read(['issues'], (transaction) => readIssues(transaction, keys)),
    historiesDue: (project, since, limit) => connection.read(['issues'], async (transaction) => {
      const index = transaction.objectStore('issues').index('historyDue');
      const keys = await index.getAllKeys([project, 0], limit);
      for (let cursor = keys.length < limit ? await index.openKeyCursor(IDBKeyRange.bound([project, Math.max(1, since)], [project, []]), 'prev') : null; cursor && keys.length < limit; cursor = await cursor.continue()) keys.push(cursor.primaryKey);
      return keys;
    }),
    unseen: (project, sweep, limit) => connection.read(['issues'], (transaction) =>
      transaction.objectStore('issues').index('sweep').getAllKeys(IDBKeyRange.bound([project], [project, sweep], false, true), limit)),
  };
}

/** Those of the asked issues that are stored: all requests are sent at once, which is what makes a hundred rows cheap. */
export async function readIssues(transaction: AnyTransaction, keys: Iterable<IssueKey>): Promise<Map<IssueKey, IssueRow>> {
  const store = transaction.objectStore('issues');
  const rows = await Promise.all(Array.from(new Set(keys), async (key) => store.get(key)));
  return new Map(rows.flatMap((row) => (row ? [[row.key, row] as const] : [])));
}
