import type { Migration } from '../migration.ts';

/** The stores of the first version. Every later change is a migration of its own, so that any older database still opens. */
export default {
  version: 1,
  up(database) {
    const issues = database.createObjectStore('issues', { keyPath: 'key' });
    // A done issue has no backlog, so the index holds open ones only; by number, so that a renewal can go on where it stopped.
    issues.createIndex('open', ['backlog', 'number']);
    issues.createIndex('sprint', 'sprint');
    database.createObjectStore('sprints', { keyPath: 'key' }).createIndex('project', 'project');
    database.createObjectStore('projects', { keyPath: 'project' });
    database.createObjectStore('rankings', { keyPath: 'backlog' });
    database.createObjectStore('columns', { keyPath: 'backlog' });
    database.createObjectStore('drafts', { keyPath: 'backlog' });
    database.createObjectStore('localTags', { keyPath: 'key' });
    database.createObjectStore('entered', { keyPath: ['key', 'input'] });
    database.createObjectStore('accepted', { keyPath: ['key', 'rule'] });
    database.createObjectStore('localGoals', { keyPath: 'sprint' });
    database.createObjectStore('roadmap', { keyPath: 'id' });
    database.createObjectStore('settings', { keyPath: 'id' });
    database.createObjectStore('outbox', { keyPath: 'id' });
    database.createObjectStore('jobs', { keyPath: 'id' });
    database.createObjectStore('limiters', { keyPath: 'host' });
    database.createObjectStore('connections', { keyPath: 'host' });
    // Apart from the connections: nothing that reads those for a view can carry a token along.
    database.createObjectStore('secrets', { keyPath: 'host' });
  },
} satisfies Migration;
