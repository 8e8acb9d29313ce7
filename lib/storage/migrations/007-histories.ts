import type { Migration } from '../migration.ts';

/** Which issues' histories are to be read is asked of an index; and how long work takes once it has begun gets a sample of its own beside the one from creation. */
export default {
  version: 7,
  async up(_database, transaction) {
    transaction.objectStore('issues').createIndex('historyDue', 'historyDue');
    const rankings = transaction.objectStore('rankings');
    for (let cursor = await rankings.openCursor(); cursor; cursor = await cursor.continue()) await cursor.update({ ...cursor.value, cycleDays: new Float64Array(0) });
  },
} satisfies Migration;
