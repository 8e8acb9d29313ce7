import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';
import { isIterationKey, iterationKey } from '../core/keys.ts';
import type { Connection } from './connection.ts';
import type { AnyTransaction, WriteTransaction } from './database.ts';
import { asRow } from './issue-row.ts';
import { under } from './ranges.ts';
import type { Touched } from './restate.ts';
import type { IssueRow, PlannedRow, SprintRow } from './rows.ts';
import type { Commit, Store } from './store.ts';

export function planningStore(connection: Connection): Pick<Store, 'plannings'> {
  return { plannings: () => connection.read(['plannings'], (transaction) => transaction.objectStore('plannings').getAll()) };
}

/** `planningKey('github.com/acme/shop', 5)` → `github.com/acme/shop/project/5` */
function planningKey(project: ProjectKey, number: number): string {
  return `${project}/project/${number}`;
}

/** What was read of the Projects of a repository. Issues that came into an iteration or left it are touched. */
export async function applyPlanning(transaction: WriteTransaction, { planning }: Commit, touched: Touched): Promise<void> {
  if (!planning) return;
  const { project } = planning;
  const plannings = transaction.objectStore('plannings');
  const moved = new Set<IssueKey>();
  if (planning.projects) {
    const keys = new Set(planning.projects.map(({ number }) => planningKey(project, number)));
    for (const row of await plannings.index('project').getAll(project)) if (!keys.has(row.key)) await forgetPlanning(transaction, row.key, moved);
    for (const told of planning.projects) {
      const key = planningKey(project, told.number);
      const known = await plannings.get(key);
      await plannings.put({ ...told, key, project, read: known?.read ?? null });
    }
  }
  if (planning.items) {
    const { number, walk, rows, last, broken = false } = planning.items;
    const key = planningKey(project, number);
    const store = transaction.objectStore('planned');
    for (const { key: issue, iteration, startOn, targetOn } of rows) {
      await store.put({ key: issue, planning: key, walk, sprint: iteration === null ? null : iterationKey(project, number, iteration), startOn, targetOn });
      moved.add(issue);
    }
    // What this walk has not met is in the Project no more; a walk before it may have begun later, by a clock that was put back since.
    if (last && !broken) await dropPlanned(transaction, key, moved, walk);
    const known = last ? await plannings.get(key) : undefined;
    if (known) await plannings.put({ ...known, read: { at: walk, asOf: last ?? 0 } });
  }
  for (const issue of moved) await placeAgain(transaction, issue, touched);
}

async function forgetPlanning(transaction: WriteTransaction, key: string, moved: Set<IssueKey>): Promise<void> {
  await transaction.objectStore('plannings').delete(key);
  await dropPlanned(transaction, key, moved, null);
}

/** What is planned in a Project, but what this walk has met. */
async function dropPlanned(transaction: WriteTransaction, planning: string, moved: Set<IssueKey>, walk: Instant | null): Promise<void> {
  const planned = transaction.objectStore('planned');
  for (const row of await planned.index('planning').getAll(under(planning))) {
    if (row.walk === walk) continue;
    moved.add(row.key);
    await planned.delete([row.key, planning]);
  }
}

async function placeAgain(transaction: WriteTransaction, key: IssueKey, touched: Touched): Promise<void> {
  const issues = transaction.objectStore('issues');
  const before = await issues.get(key);
  if (!before) return;
  const milestone = sprintsOf(before).find((sprint) => !isIterationKey(sprint)) ?? null;
  const { alsoIn: _alsoIn, ...bare } = before;
  const after = asRow({ ...bare, ...(await placeIn(transaction, key, milestone)) }, before.seenInSweep);
  if (after.sprint === before.sprint && String(after.alsoIn) === String(before.alsoIn)) return;
  await issues.put(after);
  touched.set(key, { before: touched.get(key)?.before ?? before, after });
}

/** An iteration is known before its items are. */
export async function isPlanningRead(transaction: AnyTransaction, { project, board }: Pick<SprintRow, 'project' | 'board'>): Promise<boolean> {
  return board != null && (await transaction.objectStore('plannings').get(planningKey(project, board.id)))?.read != null;
}

/** All sprints that an issue is in. */
export function sprintsOf({ sprint, alsoIn = [] }: Pick<IssueRow, 'sprint' | 'alsoIn'>): SprintKey[] {
  return [...(sprint === null ? [] : [sprint]), ...alsoIn];
}

/** An issue's sprint, given its milestone: an iteration of a Project comes first, of several the one that runs, then the one that comes. The others it is in besides. */
export async function placeIn(transaction: AnyTransaction, key: IssueKey, milestone: SprintKey | null): Promise<Pick<IssueRow, 'sprint' | 'alsoIn'>> {
  const planned: PlannedRow[] = await transaction.objectStore('planned').getAll(under(key));
  const keys = planned.flatMap(({ sprint }) => sprint ?? []);
  const rows = keys.length < 2 ? [] : await Promise.all(keys.map(async (sprint) => transaction.objectStore('sprints').get(sprint)));
  const order = { open: 0, future: 1, closed: 2 };
  const ranked = keys.map((sprint, index) => ({ sprint, rank: order[rows[index]?.state ?? 'closed'], number: rows[index]?.number ?? 0 })).toSorted((a, b) => a.rank - b.rank || b.number - a.number).map(({ sprint }) => sprint);
  const [sprint = null, ...alsoIn] = [...ranked, ...(milestone === null ? [] : [milestone])];
  return { sprint, ...(alsoIn.length > 0 && { alsoIn }) };
}

/** Keys of all issues in a sprint, whichever of theirs it is. */
export async function keysInSprint(transaction: AnyTransaction, sprint: SprintKey): Promise<IssueKey[]> {
  const issues = transaction.objectStore('issues');
  const [own, also] = await Promise.all([issues.index('sprint').getAllKeys(sprint), issues.index('alsoIn').getAllKeys(sprint)]);
  return [...own, ...also];
}

/** The same as rows. */
export async function issuesInSprint(transaction: AnyTransaction, sprint: SprintKey): Promise<IssueRow[]> {
  const issues = transaction.objectStore('issues');
  const [own, also] = await Promise.all([issues.index('sprint').getAll(sprint), issues.index('alsoIn').getAll(sprint)]);
  return [...own, ...also];
}
