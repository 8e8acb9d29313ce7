import type { Connection } from './connection.ts';
import type { Store } from './store.ts';

/** Another roadmap is another recipe: the plan sees it and has the backlogs renewed. */
export function roadmapStore(connection: Connection): Pick<Store, 'roadmap' | 'putRoadmapItem' | 'labelledItems'> {
  return {
    roadmap: () => connection.read(['roadmap'], (transaction) => transaction.objectStore('roadmap').getAll()),
    putRoadmapItem: (item) => connection.write(['roadmap'], async (transaction) => {
      await transaction.objectStore('roadmap').put(item);
    }),
    labelledItems: () => connection.read(['issues'], async (transaction) => {
      const items: string[] = [];
      // One step an item, however many issues bear its label.
      for (let cursor = await transaction.objectStore('issues').index('labelledItems').openKeyCursor(null, 'nextunique'); cursor; cursor = await cursor.continue()) items.push(cursor.key);
      return items;
    }),
  };
}
