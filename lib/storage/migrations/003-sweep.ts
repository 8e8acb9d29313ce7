import type { Migration } from '../migration.ts';

/** The weekly sweep asks for the issues it has not seen: without this index that is a scan of every row. */
export default {
  version: 3,
  async up(_database, transaction) {
    const issues = transaction.objectStore('issues');
    issues.createIndex('sweep', ['project', 'seenInSweep']);
    for (let cursor = await issues.openCursor(); cursor; cursor = await cursor.continue()) {
      const row: { seenInSweep?: number } = cursor.value;
      if (row.seenInSweep === undefined) await cursor.update({ ...row, seenInSweep: 0 });
    }
  },
} satisfies Migration;
