import type { Connection } from './connection.ts';
import type { Store } from './store.ts';

/** Flags that a person has accepted, each with the reason. */
export function acceptedStore(connection: Connection): Pick<Store, 'accept' | 'unaccept'> {
  return {
    accept: (row) => connection.write(['accepted'], async (transaction) => {
      await transaction.objectStore('accepted').put(row);
    }),
    unaccept: (key, rule) => connection.write(['accepted'], async (transaction) => {
      await transaction.objectStore('accepted').delete([key, rule]);
    }),
  };
}
