import type { Migration } from '../migration.ts';

/** Rows that could not be read are set aside with their reason, where diagnostics can show them, instead of failing their page. */
export default {
  version: 2,
  up(database) {
    database.createObjectStore('rejected', { keyPath: 'id' }).createIndex('project', 'project');
  },
} satisfies Migration;
