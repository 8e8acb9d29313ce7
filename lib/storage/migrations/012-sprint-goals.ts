import type { Migration } from '../migration.ts';

interface Row {
  readonly project: string;
  readonly tracker?: string;
  readonly kind?: string;
  readonly sprint?: string | null;
  readonly history?: { readonly sprints: readonly { readonly added: readonly number[]; readonly removed: readonly number[] }[] };
}

/** What a sprint is remembered by: every wording of its goal, its outcome, its contents by day, which issues serve it; and the last view of it, so that a popup opens at once. An index tells who was ever in a sprint; and GitHub tells histories now, of what is in one. */
export default {
  version: 12,
  async up(database, transaction) {
    database.createObjectStore('goalWordings', { keyPath: 'id' }).createIndex('sprint', 'sprint');
    database.createObjectStore('ledger', { keyPath: 'sprint' }).createIndex('project', 'project');
    database.createObjectStore('snapshots', { keyPath: ['sprint', 'day'] });
    database.createObjectStore('localGoalMarks', { keyPath: 'key' });
    database.createObjectStore('sprintViews', { keyPath: 'id' });
    const issues = transaction.objectStore('issues');
    issues.createIndex('beenIn', 'beenIn', { multiEntry: true });
    for (let cursor = await issues.openCursor(); cursor; cursor = await cursor.continue()) {
      const row: Row = cursor.value;
      const told = (row.history?.sprints ?? []).flatMap(({ added, removed }) => [...added, ...removed]).map((number) => `${row.project}/sprint/${number}`);
      const beenIn = [...new Set([...told, ...(row.sprint ? [row.sprint] : [])])];
      if (beenIn.length === 0) continue;
      await cursor.update({ ...row, beenIn, ...(row.tracker === 'github' && row.kind === 'issue' && row.sprint && { historyDue: [row.project, 0] }) });
    }
  },
} satisfies Migration;
