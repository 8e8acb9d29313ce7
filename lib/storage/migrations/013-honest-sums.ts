import type { Migration } from '../migration.ts';

interface Row {
  readonly status: { readonly category: string; readonly guessedFrom: string | null };
  readonly sprint: string | null;
  readonly assignees: readonly string[];
}

/**
 * Two sums held what must not be added. A person's load counted every sprint, also those that have not begun: now what waits in a sprint is counted by sprint. And roadmap items added hours to points: their issues are counted
 * anew by a job for each project, as when they were first counted.
 */
export default {
  version: 13,
  async up(_database, transaction) {
    const open = transaction.objectStore('issues').index('open');
    const rankings = transaction.objectStore('rankings');
    for (let cursor = await rankings.openCursor(); cursor; cursor = await cursor.continue()) {
      const { backlog } = cursor.value as { backlog: string };
      await cursor.update({ ...cursor.value, ...loadOf(await open.getAll(IDBKeyRange.bound([backlog], [backlog, []]))) });
    }
    await Promise.all([transaction.objectStore('memberships').clear(), transaction.objectStore('itemStatistics').clear()]);
    const jobs = transaction.objectStore('jobs');
    for (const job of await jobs.getAll()) if (job.kind === 'recount') await jobs.put({ ...job, cursor: { recipe: null, towards: null, through: null } });
  },
} satisfies Migration;

function loadOf(rows: readonly Row[]): { load: Record<string, number>; waiting: Record<string, number> } {
  const counts = { load: new Map<string, number>(), waiting: new Map<string, number>() };
  const add = (of: Map<string, number>, names: readonly string[]): void => {
    for (const name of names) of.set(name, (of.get(name) ?? 0) + 1);
  };
  for (const { status, sprint, assignees } of rows) {
    if (status.category === 'doing' && status.guessedFrom !== 'assignee') add(counts.load, assignees);
    else if (sprint !== null) add(counts.waiting, assignees.map((person) => `${sprint} ${person}`));
  }
  return { load: Object.fromEntries(counts.load), waiting: Object.fromEntries(counts.waiting) };
}
