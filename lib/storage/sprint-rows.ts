import { alike } from '../core/alike.ts';
import type { SprintKey } from '../core/issue.ts';
import { isIterationKey } from '../core/keys.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { WriteTransaction } from './database.ts';
import { isPlanningRead, issuesInSprint, keysInSprint } from './planning.ts';
import type { Touched } from './restate.ts';
import type { IssueRow } from './rows.ts';
import type { SprintRow } from './rows.ts';
import type { Knowledge } from './scoring.ts';
import { keepSnapshot, keepSnapshots } from './snapshots.ts';
import { keepGone } from './sprint-memory.ts';
import type { Commit } from './store.ts';

/** Puts, removes and baselines sprints; issues whose score may depend on a changed sprint (its dates, its state) are touched with it. */
export async function applySprints(transaction: WriteTransaction, change: Commit, touched: Touched, knowledge: Knowledge): Promise<void> {
  const store = transaction.objectStore('sprints');
  for (const sprint of change.sprints ?? []) {
    const before = await store.get(sprint.key);
    // What it held when it ended: its open issues go elsewhere now. An iteration ends with its last day, whenever somebody says so.
    if (before?.state === 'open' && sprint.state === 'closed' && !isIterationKey(sprint.key)) await keepSnapshot(transaction, before, knowledge.now(), knowledge);
    await store.put({ ...sprint, baseline: before?.baseline ?? null });
    // By another title, rules may ask for it or no longer: of finished issues too.
    if (before?.title !== sprint.title) await touchIssuesOf(transaction, sprint.key, touched);
    else if (!alike(forScores(before), forScores(sprint))) await touchIssuesOf(transaction, sprint.key, touched, isOpen);
  }
  for (const key of change.removeSprints ?? []) {
    const gone = await store.get(key);
    if (gone) await keepSnapshot(transaction, gone, knowledge.now(), knowledge);
    if (gone) await keepGone(transaction, gone);
    await store.delete(key);
    await touchIssuesOf(transaction, key, touched);
  }
  if (change.baselines) await setBaselines(transaction, change.baselines);
  const read = change.planning?.items?.last != null ? { project: change.planning.project, at: knowledge.now() } : change.snapshots;
  if (read) await keepSnapshots(transaction, read, knowledge);
}

/** Keeps who was there when we first saw an open sprint running with all its issues read. */
async function setBaselines(transaction: WriteTransaction, { project, at }: NonNullable<Commit['baselines']>): Promise<void> {
  const store = transaction.objectStore('sprints');
  const today = new Date(at).toISOString().slice(0, 10);
  for (const row of await store.index('project').getAll(project)) {
    if (row.state !== 'open' || row.baseline !== null || (row.startsOn !== null && row.startsOn > today)) continue;
    if (isIterationKey(row.key) && !(await isPlanningRead(transaction, row))) continue;
    const issues = await keysInSprint(transaction, row.key);
    await store.put({ ...row, baseline: { at, issues } });
  }
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
