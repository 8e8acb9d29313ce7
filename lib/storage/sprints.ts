import type { SprintKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';
import type { Connection } from './connection.ts';
import type { WriteTransaction } from './database.ts';
import { noteLocalGoal } from './goal-wordings.ts';
import { queue } from './queue.ts';
import type { Store, SyncStore } from './store.ts';

export function sprintStore(connection: Connection): Pick<Store, 'sprints' | 'localGoal' | 'amendGoal' | 'goalWordings'> & Pick<SyncStore, 'sprint'> {
  return {
    sprint: (key) => connection.read(['sprints'], (transaction) => transaction.objectStore('sprints').get(key)),
    sprints: (project) => connection.read(['sprints'], (transaction) => transaction.objectStore('sprints').index('project').getAll(project)),
    localGoal: (sprint) => connection.read(['localGoals'], (transaction) => transaction.objectStore('localGoals').get(sprint)),
    goalWordings: (sprint) => connection.read(['goalWordings'], (transaction) => transaction.objectStore('goalWordings').index('sprint').getAll(sprint)),
    amendGoal: (sprint, at, amend) => connection.write(['localGoals', 'goalWordings', 'outbox', 'issues', 'sprints'], async (transaction) => {
      const outbox = transaction.objectStore('outbox');
      const [local, rows] = await Promise.all([transaction.objectStore('localGoals').get(sprint), outbox.getAll()]);
      const write = rows.find((row) => row.write.kind === 'sprint-description' && row.write.sprint === sprint) ?? null;
      const stored = { local: local?.text ?? null, write };
      const after = amend(stored);
      if (after === null) return false;
      if (after.local !== stored.local) await putLocalGoal(transaction, sprint, after.local, at);
      if (after.write !== null) await queue(transaction, [after.write]);
      else if (write !== null) await outbox.delete(write.id);
      return true;
    }),
  };
}

async function putLocalGoal(transaction: WriteTransaction, sprint: SprintKey, text: string | null, at: Instant): Promise<void> {
  const store = transaction.objectStore('localGoals');
  await (text === null ? store.delete(sprint) : store.put({ sprint, text, at }));
  if (text !== null) await noteLocalGoal(transaction, sprint, text, at);
}
