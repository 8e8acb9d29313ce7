import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import { issueOfWrite } from '../core/queued-write.ts';
import { withoutHost } from '../core/keys.ts';
import type { Connection } from './connection.ts';
import type { StoreName, WriteTransaction } from './database.ts';
import { asRow } from './issue-row.ts';
import { moveOwn, moveRow } from './own-data.ts';
import { belongsTo, startingWith, under, underStartingWith } from './ranges.ts';
import { restate, RESTATED_STORES, type Touched } from './restate.ts';
import type { IssueRow } from './rows.ts';
import type { Knowledge } from './scoring.ts';
import type { SyncStore } from './store.ts';

const STORES = [...RESTATED_STORES, 'projects', 'localGoals', 'rejected', 'roadmapFiles', 'goalWordings', 'ledger', 'snapshots', 'sprintViews', 'plannings', 'planned'] as const satisfies readonly StoreName[];

/** Re-keys a renamed project, some issues a step; in the last step also what a person made, the sprints and the project itself. */
export function renameStore(connection: Connection, knowledge: Knowledge): Pick<SyncStore, 'rename'> {
  return {
    rename: (job, size) => connection.write(STORES, async (transaction) => {
      const { to } = job.cursor as { to: ProjectKey }; // written by the walk that met the rename
      const from = job.project;
      if ((await transaction.objectStore('jobs').getKey(job.id)) === undefined) return { applied: false, changed: [] };
      const issues = transaction.objectStore('issues');
      const keys = await issues.index('sweep').getAllKeys(under(from), size);
      const touched: Touched = new Map();
      if (keys.length < size) await moveTheRest(transaction, from, to);
      for (const key of keys) await moveIssue(transaction, key, from, to, touched);
      await restate(transaction, touched, knowledge);
      if (keys.length < size) await transaction.objectStore('jobs').delete(job.id);
      return { applied: true, changed: [...touched.keys()] };
    }),
  };
}

async function moveIssue(transaction: WriteTransaction, key: IssueKey, from: ProjectKey, to: ProjectKey, touched: Touched): Promise<void> {
  const issues = transaction.objectStore('issues');
  const target = renamed(key, from, to);
  const [row, there] = await Promise.all([issues.get(key), issues.get(target)]);
  if (!row) return;
  await issues.delete(key);
  await moveOwn(transaction, key, target);
  touched.set(key, { before: row, after: null });
  const after = there && there.updatedAt >= row.updatedAt ? there : rekeyed(row, from, to);
  if (after !== there) await issues.put(after);
  touched.set(target, { before: there ?? null, after });
}

async function moveTheRest(transaction: WriteTransaction, from: ProjectKey, to: ProjectKey): Promise<void> {
  const [sprints, goals] = [transaction.objectStore('sprints'), transaction.objectStore('localGoals')];
  for (const row of await sprints.index('project').getAll(from)) {
    const key = renamed(row.key, from, to);
    const baseline = row.baseline && { ...row.baseline, issues: row.baseline.issues.map((issue) => renamed(issue, from, to)) };
    await moveRow(sprints, row.key, key, { ...row, key, project: to, baseline });
  }
  for (const row of await goals.getAll(startingWith(from))) {
    const sprint = renamed(row.sprint, from, to);
    if (belongsTo(row.sprint, from)) await moveRow(goals, row.sprint, sprint, { ...row, sprint });
  }
  await moveSprintMemory(transaction, from, to);
  for (const key of await issuesWithOwn(transaction, from)) await moveOwn(transaction, key, renamed(key, from, to));
  await moveOutboxSprints(transaction, from, to);
  await movePick(transaction, from, to);
  const rejected = transaction.objectStore('rejected');
  for (const key of await rejected.index('project').getAllKeys(from)) await rejected.delete(key);
  await forgetPlannings(transaction, from);
  await moveRoadmapFile(transaction, from, to);
  await transaction.objectStore('projects').delete(from);
}

/** It is read again under the new name; what it said before tells what has been changed here since. */
async function moveRoadmapFile(transaction: WriteTransaction, from: ProjectKey, to: ProjectKey): Promise<void> {
  const files = transaction.objectStore('roadmapFiles');
  const row = await files.get(from);
  if (row) await moveRow(files, from, to, { ...row, project: to });
}

/** How a sprint was shown last is made anew; all else that it is remembered by follows it. */
async function moveSprintMemory(transaction: WriteTransaction, from: ProjectKey, to: ProjectKey): Promise<void> {
  const [wordings, ledger, snapshots] = [transaction.objectStore('goalWordings'), transaction.objectStore('ledger'), transaction.objectStore('snapshots')];
  for (const row of await wordings.getAll(startingWith(from))) {
    const id = `${to}${row.id.slice(from.length)}`;
    if (belongsTo(row.sprint, from)) await moveRow(wordings, row.id, id, { ...row, id, sprint: renamed(row.sprint, from, to) });
  }
  for (const row of await ledger.index('project').getAll(from)) {
    const sprint = renamed(row.sprint, from, to);
    await moveRow(ledger, row.sprint, sprint, { ...row, sprint, project: to, kept: row.kept && { ...row.kept, key: sprint, project: to } });
  }
  for (const row of await snapshots.getAll(underStartingWith(from))) {
    const sprint = renamed(row.sprint, from, to);
    if (belongsTo(row.sprint, from)) await moveRow(snapshots, [row.sprint, row.day], [sprint, row.day], { ...row, sprint, issues: row.issues.map((issue) => ({ ...issue, key: renamed(issue.key, from, to) })) });
  }
  await transaction.objectStore('sprintViews').delete(startingWith(from));
}

/** Projects are read again under the new name, from the beginning; until then issues stay where they were. */
async function forgetPlannings(transaction: WriteTransaction, from: ProjectKey): Promise<void> {
  const [plannings, planned] = [transaction.objectStore('plannings'), transaction.objectStore('planned')];
  for (const key of await plannings.index('project').getAllKeys(from)) {
    await plannings.delete(key);
    for (const one of await planned.index('planning').getAllKeys(under(key))) await planned.delete(one);
  }
}

async function moveOutboxSprints(transaction: WriteTransaction, from: ProjectKey, to: ProjectKey): Promise<void> {
  const outbox = transaction.objectStore('outbox');
  for (const row of await outbox.getAll()) {
    if (row.write.kind !== 'sprint-description' || !belongsTo(row.write.sprint, from)) continue;
    await outbox.put({ ...row, write: { ...row.write, sprint: renamed(row.write.sprint, from, to) } });
  }
}

async function movePick(transaction: WriteTransaction, from: ProjectKey, to: ProjectKey): Promise<void> {
  const store = transaction.objectStore('settings');
  const settings = await store.get('settings');
  const picked = settings?.pickedSprint[from];
  if (!settings || picked === undefined) return;
  const { [from]: _former, ...others } = settings.pickedSprint;
  await store.put({ ...settings, pickedSprint: { ...others, [to]: renamed(picked, from, to) } });
}

/** Issues that a person did something to without their being stored (yet). */
async function issuesWithOwn(transaction: WriteTransaction, project: ProjectKey): Promise<Set<IssueKey>> {
  const [tags, marks, entered, accepted, outbox] = await Promise.all([
    transaction.objectStore('localTags').getAllKeys(startingWith(project)),
    transaction.objectStore('localGoalMarks').getAllKeys(startingWith(project)),
    transaction.objectStore('entered').getAllKeys(underStartingWith(project)),
    transaction.objectStore('accepted').getAllKeys(underStartingWith(project)),
    transaction.objectStore('outbox').getAll(),
  ]);
  const all = [...tags, ...marks, ...entered.map(([key]) => key), ...accepted.map(([key]) => key), ...outbox.flatMap(({ write }) => issueOfWrite(write) ?? [])];
  return new Set(all.filter((key) => belongsTo(key, project)));
}

function rekeyed(row: IssueRow, from: ProjectKey, to: ProjectKey): IssueRow {
  const follow = (key: IssueKey): IssueKey => (belongsTo(key, from) ? renamed(key, from, to) : key);
  const key = renamed(row.key, from, to);
  return asRow({
    ...row, key, project: to,
    // Where people say the key itself, it is another one now; `#12` stays.
    reference: row.reference === withoutHost(row.key) ? withoutHost(key) : row.reference,
    sprint: row.sprint && renamed(row.sprint, from, to),
    ...(row.alsoIn && { alsoIn: row.alsoIn.map((sprint) => renamed(sprint, from, to)) }),
    parent: row.parent && follow(row.parent),
    dependencies: row.dependencies && { ...row.dependencies, blockers: row.dependencies.blockers.map(follow) },
  }, row.seenInSweep);
}

function renamed<K extends IssueKey | SprintKey>(key: K, from: ProjectKey, to: ProjectKey): K {
  return `${to}${key.slice(from.length)}` as K; // a key of the project starts with the project's
}
