import type { BacklogKey, ProjectKey } from '../core/issue.ts';
import { backlogKey } from '../core/keys.ts';
import type { Connection } from './connection.ts';
import type { StoreName } from './database.ts';
import { readGoalMarking } from './goal-marking.ts';
import { readIssues } from './issues.ts';
import { linksProject } from '../core/roadmap/project-status.ts';
import { readRoadmap } from '../core/roadmap/roadmap.ts';
import { OWN_STORES, readOwn } from './own-data.ts';
import { readTags } from './read-tags.ts';
import type { Knowledge } from './scoring.ts';
import { readSettings } from './settings.ts';
import type { Material, Store } from './store.ts';
import { readLastRead, readUnread, UNREAD_STORES } from './unread.ts';

const STORES = [...UNREAD_STORES, 'issues', 'rankings', 'sprints', 'roadmap', 'itemStatistics', 'settings', 'roadmapFiles', 'ledger', 'plannings', ...OWN_STORES] as const satisfies readonly StoreName[];

/** All that a page full of badges stands on, in one transaction and few round trips: the time of a page's badges is the time of this read. */
export function materialStore(connection: Connection, { standard, now }: Knowledge): Pick<Store, 'material'> {
  return {
    material: (keys) => connection.read(STORES, async (transaction): Promise<Material> => {
      const [issues, own, roadmap, settings] = await Promise.all([
        readIssues(transaction, keys), readOwn(transaction, keys), transaction.objectStore('roadmap').getAll(), readSettings(transaction, standard),
      ]);
      const rows = [...issues.values()];
      const projectKeys = [...new Set<ProjectKey>(rows.map((row) => row.project))];
      const backlogKeys = [...new Set<BacklogKey>(rows.map((row) => backlogKey(row.project, row.kind)))];
      const estimated = transaction.objectStore('issues').index('estimated');
      const [blockers, projects, rankings, sprints, estimating, tags] = await Promise.all([
        readIssues(transaction, rows.flatMap((row) => row.dependencies?.blockers ?? [])),
        Promise.all(projectKeys.map(async (key) => transaction.objectStore('projects').get(key))),
        Promise.all(backlogKeys.map(async (key) => transaction.objectStore('rankings').get(key))),
        Promise.all(projectKeys.map(async (key) => transaction.objectStore('sprints').index('project').getAll(key))),
        Promise.all([...new Set(rows.flatMap((row) => row.sprint ?? []))].map(async (key) => ((await estimated.getKey(key)) === undefined ? [] : [key]))),
        readTags(transaction, rows, readRoadmap(roadmap), own),
      ]);
      const met = new Set([...tags.values()].flatMap((tag) => tag?.item ?? []));
      // How an item goes is told where somebody has described it: a large backlog has hundreds that are known from labels alone, and each costs as much as an issue.
      const items = roadmap.filter(({ id }) => met.has(id));
      const sprintRows = new Map(sprints.flat().map((row) => [row.key, row]));
      const [goalMarking, statistics, unread, lastRead, plannings] = await Promise.all([
        readGoalMarking(transaction, rows, sprintRows),
        Promise.all(items.map(async ({ id }) => transaction.objectStore('itemStatistics').get(id))),
        readUnread(transaction, items.map(({ id }) => id), now()),
        readLastRead(transaction, projects.filter((row) => row !== undefined), now()),
        items.some(linksProject) ? transaction.objectStore('plannings').getAll() : [],
      ]);
      return {
        issues, blockers, ...own, goalMarking, tags, roadmap, unread, lastRead, plannings, settings,
        itemStatistics: new Map(statistics.flatMap((row) => (row ? [[row.item, row] as const] : []))),
        projects: new Map(projects.flatMap((row) => (row ? [[row.project, row] as const] : []))),
        rankings: new Map(rankings.flatMap((row) => (row ? [[row.backlog, row] as const] : []))),
        sprints: sprintRows,
        estimatingSprints: new Set(estimating.flat()),
      };
    }),
  };
}
