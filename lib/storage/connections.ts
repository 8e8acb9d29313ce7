import type { Connection } from './connection.ts';
import type { Store } from './store.ts';

/** Connections and, apart from them, their secrets: only `token` ever reads those. */
export function connectionStore(connection: Connection): Pick<Store, 'connection' | 'connections' | 'token' | 'putConnection' | 'limiter'> {
  return {
    connection: (host) => connection.read(['connections'], (transaction) => transaction.objectStore('connections').get(host)),
    connections: () => connection.read(['connections'], (transaction) => transaction.objectStore('connections').getAll()),
    token: (host) => connection.read(['secrets'], async (transaction) => (await transaction.objectStore('secrets').get(host))?.token ?? null),
    putConnection: (row, token) => connection.write(['connections', 'secrets', 'limiters'], async (transaction) => {
      const secrets = transaction.objectStore('secrets');
      const former = await secrets.get(row.host);
      await transaction.objectStore('connections').put(row);
      await (token === null ? secrets.delete(row.host) : secrets.put({ host: row.host, token }));
      // Another account has another allowance: the former one's limits say nothing of it.
      if ((former?.token ?? null) !== token) await transaction.objectStore('limiters').delete(row.host);
    }),
    limiter: (host) => connection.read(['limiters'], (transaction) => transaction.objectStore('limiters').get(host)),
  };
}
