import type { ProjectKey } from '../core/issue.ts';
import { teamSideOf } from '../core/roadmap/file/differences.ts';
import { keptAs, type RoadmapPlace, readPlace, standardPlace } from '../core/roadmap/file/place.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { Ports } from './ports.ts';
import { tellAll } from './tell-all.ts';

/**
 * Says where a project's roadmap is, and has it looked for at once; with `null` this browser follows it no longer: what came from it stays here, with all its tags. Fails with a sentence for what no repository could hold.
 *
 * @example await setRoadmapPlace(ports, 'github.com/acme/shop', { path: 'docs/plan.yml', branch: 'main' })
 */
export async function setRoadmapPlace(ports: Ports, project: ProjectKey, wanted: RoadmapPlace | null): Promise<void> {
  const place = wanted === null ? null : keptAs(project) === 'property' ? standardPlace(project) : readPlace(wanted.path, wanted.branch ?? '');
  if (place === null && wanted !== null) throw new ProblemError({ kind: 'invalid', sentence: `${wanted.path} cannot be the place of a roadmap.`, action: 'Write a path like .github/waymark.yml, and the name of a branch or nothing.' });
  await ports.store.placeRoadmap(project, place, ports.now());
  ports.changed([], [project]);
  ports.sync.wake();
}

/**
 * Takes the team's side of one difference: an item's part, the aim or a setting becomes what the file says, what was removed here comes back, what is only here goes. A difference that is there no more is none.
 *
 * @example await useTeams(ports, 'github.com/acme/shop', 'setting:thresholds.idleDays')
 */
export async function useTeams(ports: Ports, project: ProjectKey, difference: string): Promise<void> {
  const [rows, standard] = await Promise.all([ports.store.roadmapFiles(), ports.store.standardSettings()]);
  const row = rows.find((other) => other.project === project);
  if (!row?.good) return;
  const { file } = row.good;
  const isTaken = await ports.store.amendRoadmap((items, settings) => {
    const side = teamSideOf({ file, items, settings, standard, elsewhere: new Set(), contested: row.contested ?? [] }, difference);
    if (side === null) return [null, false];
    const now = ports.now();
    const created = new Map(items.map(({ id, createdAt }) => [id, createdAt]));
    return [{ put: side.put.map((item) => ({ ...item, createdAt: created.get(item.id) ?? now, updatedAt: now })), remove: side.remove, ...(side.settings !== settings && { settings: side.settings }) }, true];
  });
  if (isTaken) await tellAll(ports);
}
