import { readRoadmap } from '../core/roadmap/roadmap.ts';
import type { Connection } from './connection.ts';
import type { Knowledge } from './scoring.ts';
import { readSettings } from './settings.ts';
import type { SyncStore } from './store.ts';

/** Small rows only: it is read before every step of the sync. */
export function agendaStore(connection: Connection, { scorerFor, standard, now }: Knowledge): Pick<SyncStore, 'agenda'> {
  return {
    agenda: () => connection.read(['projects', 'jobs', 'outbox', 'connections', 'limiters', 'secrets', 'settings', 'roadmap'], async (transaction) => {
      const [projects, jobs, outbox, connections, limiters, tokens, settings, roadmap] = await Promise.all([
        transaction.objectStore('projects').getAll(), transaction.objectStore('jobs').getAll(), transaction.objectStore('outbox').getAll(),
        transaction.objectStore('connections').getAll(), transaction.objectStore('limiters').getAll(), transaction.objectStore('secrets').getAllKeys(),
        readSettings(transaction, standard), transaction.objectStore('roadmap').getAll(),
      ]);
      return { projects, jobs, outbox, connections, limiters, tokens: new Set(tokens), recipe: scorerFor(settings, roadmap, now()).recipe, belonging: readRoadmap(roadmap).recipe };
    }),
  };
}
