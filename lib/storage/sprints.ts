import type { Connection } from './connection.ts';
import type { Store, SyncStore } from './store.ts';

export function sprintStore(connection: Connection): Pick<Store, 'sprints' | 'localGoal' | 'setLocalGoal'> & Pick<SyncStore, 'sprint'> {
  return {
    sprint: (key) => connection.read(['sprints'], (transaction) => transaction.objectStore('sprints').get(key)),
    sprints: (project) => connection.read(['sprints'], (transaction) => transaction.objectStore('sprints').index('project').getAll(project)),
    localGoal: (sprint) => connection.read(['localGoals'], (transaction) => transaction.objectStore('localGoals').get(sprint)),
    setLocalGoal: (sprint, text, at) => connection.write(['localGoals'], async (transaction) => {
      const store = transaction.objectStore('localGoals');
      await (text === null ? store.delete(sprint) : store.put({ sprint, text, at }));
    }),
  };
}
