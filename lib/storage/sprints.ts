import type { Connection } from './connection.ts';
import { noteLocalGoal } from './goal-wordings.ts';
import type { Store, SyncStore } from './store.ts';

export function sprintStore(connection: Connection): Pick<Store, 'sprints' | 'localGoal' | 'setLocalGoal' | 'goalWordings'> & Pick<SyncStore, 'sprint'> {
  return {
    sprint: (key) => connection.read(['sprints'], (transaction) => transaction.objectStore('sprints').get(key)),
    sprints: (project) => connection.read(['sprints'], (transaction) => transaction.objectStore('sprints').index('project').getAll(project)),
    localGoal: (sprint) => connection.read(['localGoals'], (transaction) => transaction.objectStore('localGoals').get(sprint)),
    goalWordings: (sprint) => connection.read(['goalWordings'], (transaction) => transaction.objectStore('goalWordings').index('sprint').getAll(sprint)),
    setLocalGoal: (sprint, text, at) => connection.write(['localGoals', 'goalWordings'], async (transaction) => {
      const store = transaction.objectStore('localGoals');
      await (text === null ? store.delete(sprint) : store.put({ sprint, text, at }));
      if (text !== null) await noteLocalGoal(transaction, sprint, text, at);
    }),
  };
}
