import { adoptFile } from '../core/roadmap/file/adopt.ts';
import type { Connection } from './connection.ts';
import type { WriteTransaction } from './database.ts';
import type { Knowledge } from './scoring.ts';
import { readSettings } from './settings.ts';
import type { Commit, Store } from './store.ts';

export function roadmapFileStore(connection: Connection): Pick<Store, 'roadmapFiles'> {
  return { roadmapFiles: () => connection.read(['roadmapFiles'], (transaction) => transaction.objectStore('roadmapFiles').getAll()) };
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
    await files.put({ ...read, good: former?.good ?? null });
    return;
  }
  await files.put(read);
  const [roadmap, settings] = [transaction.objectStore('roadmap'), await readSettings(transaction, standard)];
  const adopted = adoptFile({ file: read.good.file, former: former?.good?.file ?? null, items: await roadmap.getAll(), settings, standard, now: now() });
  for (const id of adopted.remove) await roadmap.delete(id);
  for (const item of adopted.put) await roadmap.put(item);
  await transaction.objectStore('settings').put(adopted.settings);
}
