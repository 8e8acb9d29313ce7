import { alike } from '../core/alike.ts';
import type { ProjectKey } from '../core/issue.ts';
import { isCounted } from '../core/sprint/progress.ts';
import type { SnapshotIssue } from '../core/sprint/snapshot.ts';
import type { Instant, PlainDate } from '../core/time.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { WriteTransaction } from './database.ts';
import { isIterationKey } from '../core/keys.ts';
import { asOfDay } from '../core/sprint/iterations.ts';
import { isPlanningRead, issuesInSprint } from './planning.ts';
import { under } from './ranges.ts';
import type { IssueRow, SprintRow } from './rows.ts';
import type { Knowledge } from './scoring.ts';
import { readSettings } from './settings.ts';

/** More than any team works on in a sprint: what holds so many is a release, or no plan at all. */
const LARGEST = 1000;

/** Keeps what the running sprints of a project hold, one row a day and sprint, where it differs from the last one. */
export async function keepSnapshots(transaction: WriteTransaction, { project, at }: { readonly project: ProjectKey; readonly at: Instant }, knowledge: Knowledge): Promise<void> {
  const sprints = await transaction.objectStore('sprints').index('project').getAll(project);
  const today = await dayOf(transaction, at, knowledge);
  for (const sprint of sprints) {
    if (!isTimebox(sprint) || asOfDay(sprint, today).state !== 'open' || (isIterationKey(sprint.key) && !(await isPlanningRead(transaction, sprint)))) continue;
    await keepSnapshot(transaction, sprint, at, knowledge);
  }
}

/** Keeps what a sprint holds at this moment, where all of it is known. */
export async function keepSnapshot(transaction: WriteTransaction, sprint: SprintRow, at: Instant, knowledge: Knowledge): Promise<void> {
  const rows = await issuesInSprint(transaction, sprint.key);
  // Without a token not every issue may have been read: a part of a sprint would tell of issues that left it.
  if (rows.length > LARGEST || rows.length < sprint.openIssues + sprint.closedIssues) return;
  const issues = rows.filter(isCounted).map(standing);
  const store = transaction.objectStore('snapshots');
  const last = (await store.openCursor(under(sprint.key), 'prev'))?.value;
  if (last && alike(last.issues.map(held), issues)) return;
  await store.put({ sprint: sprint.key, day: await dayOf(transaction, at, knowledge), at, issues });
}

async function dayOf(transaction: WriteTransaction, at: Instant, { standard }: Knowledge): Promise<PlainDate> {
  return workCalendar((await readSettings(transaction, standard)).calendar).dateOf(at);
}

/** A milestone that nobody has dated is a pile, not a sprint. */
function isTimebox({ dueOn, board }: SprintRow): boolean {
  return dueOn !== null || board != null;
}

function standing({ key, status, estimate, estimateIn }: IssueRow): SnapshotIssue {
  return { key, category: status.category, estimate, ...(estimateIn && { estimateIn }) };
}

/** Without what a report has noted since. */
function held({ key, category, estimate, estimateIn }: SnapshotIssue): SnapshotIssue {
  return { key, category, estimate, ...(estimateIn && { estimateIn }) };
}
