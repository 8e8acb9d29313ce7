import { readRoadmap } from '../core/roadmap/roadmap.ts';
import type { Connection } from './connection.ts';
import { renewMemberships, type Touched } from './memberships.ts';
import { cursorOf, noteRecipe, type RecountCursor, recountJob } from './recount-job.ts';
import { startingWith } from './ranges.ts';
import { RESTATED_STORES } from './restate.ts';
import type { SyncStore } from './store.ts';

/** Counts a project's issues by other rules or ids of the roadmap, some a step. Killed anywhere, it goes on; a third roadmap meanwhile starts it anew. What changes meanwhile counts itself by the newest roadmap. */
export function recountStore(connection: Connection): Pick<SyncStore, 'recount'> {
  return {
    recount: (job, size) => connection.write(RESTATED_STORES, async (transaction) => {
      const jobs = transaction.objectStore('jobs');
      const [stored, items] = await Promise.all([jobs.get(job.id), transaction.objectStore('roadmap').getAll()]);
      if (!stored) return { applied: false, changed: [] };
      const cursor = cursorOf(stored);
      const roadmap = readRoadmap(items);
      const from = cursor.towards === roadmap.recipe ? cursor.through : null;
      const range = startingWith(job.project);
      const rows = await transaction.objectStore('issues').getAll(from === null ? range : IDBKeyRange.bound(from, range.upper, true), size);
      // Projects whose names begin alike lie between.
      const own = rows.filter(({ project }) => project === job.project);
      const touched: Touched = new Map(own.map((row) => [row.key, { before: row, after: row }]));
      await renewMemberships(transaction, touched, roadmap);
      await noteRecipe(transaction, [...touched.values()].flatMap(({ after }) => after?.project ?? []), roadmap.recipe);
      const last = rows.at(-1);
      if (rows.length < size || !last) await jobs.put(recountJob(job.project, roadmap.recipe));
      else await jobs.put({ ...stored, cursor: { recipe: null, towards: roadmap.recipe, through: last.key } satisfies RecountCursor, attempts: 0, error: null });
      return { applied: true, changed: [] };
    }),
  };
}
