import { adoptFile } from '../core/roadmap/file/adopt.ts';
import { type RoadmapPlace, standardPlace } from '../core/roadmap/file/place.ts';
import { differencesFrom } from '../core/roadmap/file/differences.ts';
import type { Connection } from './connection.ts';
import type { WriteTransaction } from './database.ts';
import type { Knowledge } from './scoring.ts';
import { readSettings } from './settings.ts';
import type { Commit, Store } from './store.ts';

export function roadmapFileStore(connection: Connection): Pick<Store, 'roadmapFiles' | 'placeRoadmap'> {
  return {
    roadmapFiles: () => connection.read(['roadmapFiles'], (transaction) => transaction.objectStore('roadmapFiles').getAll()),
    placeRoadmap: (project, place, now) => connection.write(['projects', 'jobs', 'roadmapFiles'], async (transaction) => {
      const [projects, jobs] = [transaction.objectStore('projects'), transaction.objectStore('jobs')];
      const [row, job] = [await projects.get(project), await jobs.get(`file:${project}`)];
      if (row) await projects.put({ ...row, roadmapPlace: place });
      if (place === null) await transaction.objectStore('roadmapFiles').delete(project);
      if (job) await jobs.put({ ...job, dueAt: now, attempts: 0, error: null, finishedAt: null, cursor: { place: place ?? standardPlace(project), etag: null } satisfies FileCursor });
    }),
  };
}

/** As the sync's own cursor of it. */
interface FileCursor {
  readonly place: RoadmapPlace;
  readonly etag: string | null;
}

/**
 * Takes up what was read of a roadmap file. One with errors changes nothing in use: the last good version stays beside them. A good one is followed in what nobody has changed here. A file that is gone
 * leaves its items, which are this browser's from then on.
 */
export async function applyRoadmapFile(transaction: WriteTransaction, { roadmapFile: read }: Commit, { standard, now }: Knowledge): Promise<void> {
  if (!read) return;
  const files = transaction.objectStore('roadmapFiles');
  if (read.state === 'absent') {
    await files.delete(read.project);
    return;
  }
  const former = await files.get(read.project);
  if (read.state === 'broken') {
    await files.put({ ...read, good: former?.good ?? null, contested: former?.contested ?? [] });
    return;
  }
  const [roadmap, settings] = [transaction.objectStore('roadmap'), await readSettings(transaction, standard)];
  const items = await roadmap.getAll();
  const was = former?.good?.file ?? null;
  const differed = new Set(was ? differencesFrom({ file: was, items, settings, standard, elsewhere: NONE, contested: [] }).map(({ id }) => id) : []);
  const adopted = adoptFile({ file: read.good.file, former: was, items, settings, standard, now: now(), contested: (former?.contested ?? []).filter((id) => differed.has(id)) });
  for (const id of adopted.remove) await roadmap.delete(id);
  for (const item of adopted.put) await roadmap.put(item);
  await transaction.objectStore('settings').put(adopted.settings);
  const after = await roadmap.getAll();
  const differs = new Set(differencesFrom({ file: read.good.file, items: after, settings: adopted.settings, standard, elsewhere: NONE, contested: [] }).map(({ id }) => id));
  await files.put({ ...read, contested: adopted.contested.filter((id) => differs.has(id)) });
}

const NONE: ReadonlySet<string> = new Set();
