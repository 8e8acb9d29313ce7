import type { Migration } from '../migration.ts';

/** The roadmap files of repositories, apart from the projects: a file may be long, and projects are read at every step of the sync. */
export default {
  version: 9,
  up(database) {
    database.createObjectStore('roadmapFiles', { keyPath: 'project' });
  },
} satisfies Migration;
