import type { Migration } from '../migration.ts';

/** How much a team finishes in a week is asked of this index, which holds only what has a day of completion, instead of every issue. */
export default {
  version: 6,
  up(_database, transaction) {
    transaction.objectStore('issues').createIndex('finished', ['project', 'closedAt']);
  },
} satisfies Migration;
