import type { Migration } from '../migration.ts';

/** What a sprint is remembered by: every wording of its goal, its outcome, its contents by day, which issues serve it; and the last view of it, so that a popup opens at once. GitHub tells histories now, of what is in a sprint. */
export default {
  version: 10,
  async up(database, transaction) {
    database.createObjectStore('goalWordings', { keyPath: 'id' }).createIndex('sprint', 'sprint');
    database.createObjectStore('ledger', { keyPath: 'sprint' }).createIndex('project', 'project');
    database.createObjectStore('snapshots', { keyPath: ['sprint', 'day'] });
    database.createObjectStore('localGoalMarks', { keyPath: 'key' });
    database.createObjectStore('sprintViews', { keyPath: 'id' });
    for (let cursor = await transaction.objectStore('issues').index('sprint').openCursor(); cursor; cursor = await cursor.continue()) {
      if (cursor.value.tracker === 'github' && cursor.value.kind === 'issue') await cursor.update({ ...cursor.value, historyDue: [cursor.value.project, 0] });
    }
  },
} satisfies Migration;
