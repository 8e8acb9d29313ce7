import type { Migration } from '../migration.ts';

/** Bulk taggings outlive the page that began them and the worker that writes them: each with what became of every issue in it. */
export default {
  version: 10,
  up(database) {
    database.createObjectStore('bulks', { keyPath: 'id' });
    database.createObjectStore('bulkEntries', { keyPath: ['bulk', 'key'] });
  },
} satisfies Migration;
