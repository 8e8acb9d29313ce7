import type { Migration } from '../migration.ts';

/** What GitHub's Projects plan: apart from the issues, because a Project may be read before its issues are, and each is read anew without the other. */
export default {
  version: 11,
  up(database, transaction) {
    database.createObjectStore('plannings', { keyPath: 'key' }).createIndex('project', 'project');
    const planned = database.createObjectStore('planned', { keyPath: ['key', 'planning'] });
    planned.createIndex('planning', ['planning', 'walk']);
    // An issue may be in a milestone and in iterations of several Projects; only one of them is `sprint`.
    transaction.objectStore('issues').createIndex('alsoIn', 'alsoIn', { multiEntry: true });
  },
} satisfies Migration;
