import type { Migration } from '../migration.ts';

/** "Does this sprint's team estimate?" is asked for every badge in a sprint: one key of an index answers it, where it took the sprint's rows before. */
export default {
  version: 4,
  async up(_database, transaction) {
    const issues = transaction.objectStore('issues');
    issues.createIndex('estimated', 'estimatedIn');
    for (let cursor = await issues.openCursor(); cursor; cursor = await cursor.continue()) {
      const row: { sprint: string | null; estimate: number | null } = cursor.value;
      if (row.sprint !== null && row.estimate !== null) await cursor.update({ ...row, estimatedIn: row.sprint });
    }
  },
} satisfies Migration;
