import type { Migration } from '../migration.ts';

/** A roadmap item may exist only as a label that a teammate put on: the picker offers those too, and asks this index instead of every issue. */
export default {
  version: 5,
  async up(_database, transaction) {
    const issues = transaction.objectStore('issues');
    issues.createIndex('labelledItems', 'labelledItems', { multiEntry: true });
    for (let cursor = await issues.openCursor(); cursor; cursor = await cursor.continue()) {
      const row: { labels?: readonly string[] } = cursor.value;
      const labelledItems = (row.labels ?? []).flatMap((label) => /^roadmap:([a-z0-9][a-z0-9-]{0,41})$/.exec(label.toLowerCase())?.[1] ?? []);
      if (labelledItems.length > 0) await cursor.update({ ...row, labelledItems });
    }
  },
} satisfies Migration;
