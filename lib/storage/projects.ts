import type { Connection } from './connection.ts';
import type { Store } from './store.ts';

export function projectStore(connection: Connection): Pick<Store, 'project' | 'projects' | 'putProject' | 'rejected'> {
  return {
    project: (key) => connection.read(['projects'], (transaction) => transaction.objectStore('projects').get(key)),
    projects: () => connection.read(['projects'], (transaction) => transaction.objectStore('projects').getAll()),
    putProject: (row) => connection.write(['projects'], async (transaction) => {
      await transaction.objectStore('projects').put(row);
    }),
    rejected: () => connection.read(['rejected'], (transaction) => transaction.objectStore('rejected').getAll()),
  };
}
