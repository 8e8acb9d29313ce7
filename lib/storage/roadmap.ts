import type { Connection } from './connection.ts';
import type { Store } from './store.ts';

/** Another roadmap is another recipe: the plan sees it and has the backlogs renewed. */
export function roadmapStore(connection: Connection): Pick<Store, 'roadmap' | 'putRoadmapItem'> {
  return {
    roadmap: () => connection.read(['roadmap'], (transaction) => transaction.objectStore('roadmap').getAll()),
    putRoadmapItem: (item) => connection.write(['roadmap'], async (transaction) => {
      await transaction.objectStore('roadmap').put(item);
    }),
  };
}
