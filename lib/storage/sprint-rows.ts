import type { SprintKey } from '../core/issue.ts';
import { isIterationKey } from '../core/keys.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { WriteTransaction } from './database.ts';
import { alike } from './issue-row.ts';
import { issuesInSprint, keysInSprint, planningKey } from './planning.ts';
import type { Touched } from './restate.ts';
import type { IssueRow } from './rows.ts';
import type { SprintRow } from './rows.ts';
import type { Commit } from './store.ts';

/** Puts, removes and baselines sprints; issues whose score may depend on a changed sprint (its dates, its state) are touched with it. */
export async function applySprints(transaction: WriteTransaction, change: Commit, touched: Touched): Promise<void> {
  const store = transaction.objectStore('sprints');
  for (const sprint of change.sprints ?? []) {
    const before = await store.get(sprint.key);
    await store.put({ ...sprint, baseline: before?.baseline ?? null });
    // By another title, rules may ask for it or no longer: of finished issues too.
    if (before?.title !== sprint.title) await touchIssuesOf(transaction, sprint.key, touched);
    else if (!alike(forScores(before), forScores(sprint))) await touchIssuesOf(transaction, sprint.key, touched, isOpen);
  }
  for (const key of change.removeSprints ?? []) {
    await store.delete(key);
    await touchIssuesOf(transaction, key, touched);
  }
  if (change.baselines) await setBaselines(transaction, change.baselines);
}

/** Keeps who was there when we first saw an open sprint running with all its issues read. */
async function setBaselines(transaction: WriteTransaction, { project, at }: NonNullable<Commit['baselines']>): Promise<void> {
  const store = transaction.objectStore('sprints');
  const today = new Date(at).toISOString().slice(0, 10);
  for (const row of await store.index('project').getAll(project)) {
    if (row.state !== 'open' || row.baseline !== null || (row.startsOn !== null && row.startsOn > today)) continue;
    if (isIterationKey(row.key) && !(await isRead(transaction, row))) continue;
    const issues = await keysInSprint(transaction, row.key);
    await store.put({ ...row, baseline: { at, issues } });
  }
}

/** An iteration is known before its items are. */
async function isRead(transaction: WriteTransaction, { project, board }: Sprint): Promise<boolean> {
  return board != null && (await transaction.objectStore('plannings').get(planningKey(project, board.id)))?.read != null;
}

async function touchIssuesOf(transaction: WriteTransaction, sprint: SprintKey, touched: Touched, which: (row: IssueRow) => boolean = () => true): Promise<void> {
  for (const row of await issuesInSprint(transaction, sprint)) {
    if (which(row) && !touched.has(row.key)) touched.set(row.key, { before: row, after: row });
  }
}

function isOpen({ backlog }: IssueRow): boolean {
  return backlog !== undefined;
}

function forScores({ state, startsOn, dueOn, createdAt, title }: Sprint | SprintRow): unknown {
  return { state, startsOn, dueOn, createdAt, title };
}
