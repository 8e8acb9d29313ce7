import type { Migration } from '../migration.ts';

/**
 * Which issue belongs to which roadmap item is kept beside the issues, with the figures of every item: a roadmap of 500 items shows without reading an issue. What is stored already is counted by a job for each
 * project, because in here it would hold up the opening. Children are found by their parent, whose tag they have.
 */
export default {
  version: 8,
  async up(database, transaction) {
    transaction.objectStore('issues').createIndex('parent', 'parent');
    database.createObjectStore('memberships', { keyPath: 'key' }).createIndex('item', ['item', 'done']);
    database.createObjectStore('itemStatistics', { keyPath: 'item' });
    const projects: { project: string; host: string }[] = await transaction.objectStore('projects').getAll();
    const jobs = transaction.objectStore('jobs');
    for (const { project, host } of projects) {
      await jobs.put({ id: `recount:${project}`, kind: 'recount', project, host, dueAt: 0, cursor: { recipe: null, towards: null, through: null }, attempts: 0, error: null, finishedAt: null });
    }
  },
} satisfies Migration;
