import type { Connection } from './connection.ts';
import type { StoreName } from './database.ts';
import { unchangedRows } from './entered.ts';
import { restate, RESTATED_STORES } from './restate.ts';
import type { Knowledge } from './scoring.ts';
import { readSettings } from './settings.ts';
import type { Store } from './store.ts';

const STORES = [...RESTATED_STORES, 'localGoals', 'goalWordings', 'ledger'] as const satisfies readonly StoreName[];

/** What only this browser holds, out to a file and back. No token, no queued write, nothing that a sync brings back. */
export function ownFileStore(connection: Connection, knowledge: Knowledge): Pick<Store, 'exportOwn' | 'importOwn'> {
  return {
    exportOwn: () => connection.read(STORES, async (transaction) => {
      const [settings, roadmap, localTags, entered, accepted, localGoals, goalWordings, localGoalMarks, ledger] = await Promise.all([
        readSettings(transaction, knowledge.standard), transaction.objectStore('roadmap').getAll(), transaction.objectStore('localTags').getAll(),
        transaction.objectStore('entered').getAll(), transaction.objectStore('accepted').getAll(), transaction.objectStore('localGoals').getAll(),
        transaction.objectStore('goalWordings').getAll(), transaction.objectStore('localGoalMarks').getAll(), transaction.objectStore('ledger').getAll(),
      ]);
      return { settings, roadmap, localTags, entered, accepted, localGoals, goalWordings, localGoalMarks, ledger };
    }),
    // Adds to what is there, the file winning where both speak of one thing: an import never loses what it does not mention.
    importOwn: (data) => connection.write(STORES, async (transaction) => {
      await transaction.objectStore('settings').put(data.settings);
      await Promise.all([
        ...data.roadmap.map(async (row) => transaction.objectStore('roadmap').put(row)),
        ...data.localTags.map(async (row) => transaction.objectStore('localTags').put(row)),
        ...data.entered.map(async (row) => transaction.objectStore('entered').put(row)),
        ...data.accepted.map(async (row) => transaction.objectStore('accepted').put(row)),
        ...data.localGoals.map(async (row) => transaction.objectStore('localGoals').put(row)),
        ...data.goalWordings.map(async (row) => transaction.objectStore('goalWordings').put(row)),
        ...data.localGoalMarks.map(async (row) => transaction.objectStore('localGoalMarks').put(row)),
        ...data.ledger.map(async (row) => transaction.objectStore('ledger').put(row)),
      ]);
      await restate(transaction, await unchangedRows(transaction, [...data.localTags, ...data.entered].map((row) => row.key)), knowledge);
    }),
  };
}
