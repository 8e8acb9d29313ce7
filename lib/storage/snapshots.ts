import type { ProjectKey, SprintKey } from '../core/issue.ts';
import type { SnapshotIssue } from '../core/sprint/snapshot.ts';
import type { Instant } from '../core/time.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { WriteTransaction } from './database.ts';
import { alike } from './issue-row.ts';
import { under } from './ranges.ts';
import type { IssueRow, SnapshotRow, SprintRow } from './rows.ts';
import type { Knowledge } from './scoring.ts';
import { readSettings } from './settings.ts';

/** More than any team works on in a sprint: what holds so many is a release, or no plan at all. */
const LARGEST = 1000;

/** Keeps what the running sprints of a project hold, one row a day and sprint, where it differs from the last one. */
export async function keepSnapshots(transaction: WriteTransaction, { project, at }: { readonly project: ProjectKey; readonly at: Instant }, knowledge: Knowledge): Promise<void> {
  const sprints = await transaction.objectStore('sprints').index('project').getAll(project);
  for (const sprint of sprints) if (sprint.state === 'open' && isTimebox(sprint)) await keepSnapshot(transaction, sprint, at, knowledge);
}

/** Keeps what a sprint holds at this moment, where all of it is known. */
export async function keepSnapshot(transaction: WriteTransaction, sprint: SprintRow, at: Instant, { standard }: Knowledge): Promise<void> {
  const rows = await transaction.objectStore('issues').index('sprint').getAll(sprint.key, LARGEST + 1);
  // Without a token not every issue may have been read: a part of a sprint would tell of issues that left it.
  if (rows.length > LARGEST || rows.length < sprint.openIssues + sprint.closedIssues) return;
  const issues = rows.filter(({ kind }) => kind === 'issue').filter(isIn).map(standing);
  const store = transaction.objectStore('snapshots');
  const last = (await store.openCursor(under(sprint.key), 'prev'))?.value;
  if (last && alike(last.issues.map(withoutFlags), issues)) return;
  const { calendar } = await readSettings(transaction, standard);
  await store.put({ sprint: sprint.key, day: workCalendar(calendar).dateOf(at), at, issues });
}

/** Of all snapshots of a sprint, oldest first. */
export async function readSnapshots(transaction: Pick<WriteTransaction, 'objectStore'>, sprint: SprintKey): Promise<SnapshotRow[]> {
  return transaction.objectStore('snapshots').getAll(under(sprint));
}

/** A milestone that nobody has dated is a pile, not a sprint. */
function isTimebox({ dueOn, board }: SprintRow): boolean {
  return dueOn !== null || board != null;
}

function isIn({ status, resolution }: IssueRow): boolean {
  return status.category !== 'done' || (resolution !== 'not-planned' && resolution !== 'duplicate');
}

function standing({ key, status, estimate }: IssueRow): SnapshotIssue {
  return { key, category: status.category, estimate };
}

function withoutFlags({ key, category, estimate }: SnapshotIssue): SnapshotIssue {
  return { key, category, estimate };
}
