import { readSierra } from '../core/roadmap/file/read-sierra.ts';
import type { RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import type { Problem } from '../messaging/messages.ts';
import type { Ports } from './ports.ts';
import { tellAll } from './tell-all.ts';
import { plural } from './wording.ts';

/**
 * Brings a roadmap of SierraSoftworks' format into this browser's. Items whose id is taken stay as they are here; vision and Product Goal are only filled in where nobody has said them. Nothing changes
 * unless the file can be read whole and `apply` is set.
 *
 * @example await importSierra(ports, 'title: Shop\nmilestones: []', false) // → { ok: true, summary: 'The file holds a roadmap with 0 new items.' }
 */
export async function importSierra(ports: Ports, source: string, apply: boolean): Promise<{ ok: true; summary: string } | { ok: false; problem: Problem }> {
  const read = readSierra(source);
  if (!read.ok) {
    const [first] = read.errors;
    const sentence = first ? `Neither an export of Waymark nor a roadmap of SierraSoftworks: line ${first.line}, column ${first.column}: ${first.sentence}` : 'This is not a roadmap.';
    return { ok: false, problem: { kind: 'invalid-import', sentence, action: 'Nothing was changed. Choose another file.' } };
  }
  const now = ports.now();
  const put = await ports.store.amendRoadmap((roadmap, settings) => {
    const taken = new Set(roadmap.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]));
    const fresh = read.items.filter(({ id }) => !taken.has(id)).map((item): RoadmapItem => ({ ...item, createdAt: now, updatedAt: now }));
    const { vision = '', productGoal = '' } = settings.aim ?? {};
    return [apply ? { put: fresh, remove: [], settings: { ...settings, aim: { vision: vision || read.aim.vision, productGoal: productGoal || read.aim.productGoal } } } : null, fresh];
  });
  if (apply) await tellAll(ports);
  const known = read.items.length - put.length;
  return { ok: true, summary: `${apply ? 'Imported' : 'The file holds'} a roadmap with ${plural(put.length, 'new item')}${known > 0 ? `; ${plural(known, 'item')} with the same id ${known === 1 ? 'stays' : 'stay'} as here` : ''}.` };
}
