import { alike } from '../core/alike.ts';
import type { Issue, IssueKey } from '../core/issue.ts';
import { issueOfWrite } from '../core/queued-write.ts';
import { noteSettled } from './bulk.ts';
import { acceptedAgain } from './connections.ts';
import type { Connection } from './connection.ts';
import type { StoreName, WriteTransaction } from './database.ts';
import { asRow, issueRow } from './issue-row.ts';
import { noteFileGoals, noteGoals } from './goal-wordings.ts';
import { readIssues } from './issues.ts';
import { moveOwn } from './own-data.ts';
import { applyPlanning, placeIn } from './planning.ts';
import { forgetRejected } from './rejected.ts';
import { restate, RESTATED_STORES, type Touched } from './restate.ts';
import type { IssueRow } from './rows.ts';
import type { Knowledge } from './scoring.ts';
import { applyRoadmapFile } from './roadmap-files.ts';
import { applySprints } from './sprint-rows.ts';
import type { Commit, SyncStore } from './store.ts';

const STORES = [...RESTATED_STORES, 'projects', 'limiters', 'connections', 'secrets', 'rejected', 'roadmapFiles', 'goalWordings', 'ledger', 'snapshots', 'plannings', 'planned', 'bulkEntries'] as const satisfies readonly StoreName[];

/** One step of the sync, in one transaction: rows, cursor, limiter and statistics stand or fall together, so that a killed step can simply be repeated. */
export function commitStore(connection: Connection, knowledge: Knowledge): Pick<SyncStore, 'commit'> {
  return {
    commit: (change) => connection.write(STORES, async (transaction) => {
      if (!(await stillWanted(transaction, change))) return { applied: false, changed: [] };
      const touched: Touched = new Map();
      await putIssues(transaction, change, touched);
      await forgetRejected(transaction, change.issues ?? []);
      await moveIssues(transaction, change, touched);
      await removeIssues(transaction, change.removeIssues ?? [], touched);
      await nameBlockers(transaction, change, touched);
      await putHistories(transaction, change, touched);
      await markSeen(transaction, change);
      const changed = [...touched.keys()];
      await applyPlanning(transaction, change, touched);
      await noteGoals(transaction, change, knowledge.now());
      await noteFileGoals(transaction, change, knowledge.now());
      await applySprints(transaction, change, touched, knowledge);
      await applyJobs(transaction, change, changed);
      await applyOutbox(transaction, await withToken(transaction, change), touched);
      await applyRest(transaction, change);
      await applyRoadmapFile(transaction, change, knowledge);
      await restate(transaction, touched, knowledge);
      return { applied: true, changed: [...touched.keys()] };
    }),
  };
}

/** A site that was forgotten, or a wish that was replaced, while its request was under way must not come back. */
async function stillWanted(transaction: WriteTransaction, { job, outbox, settled }: Commit): Promise<boolean> {
  if (job) return (await transaction.objectStore('jobs').getKey(job.id)) !== undefined;
  const row = outbox ?? settled;
  return !row || (await transaction.objectStore('outbox').get(row.id))?.createdAt === row.createdAt;
}

async function putIssues(transaction: WriteTransaction, { issues = [], seenInSweep = 0 }: Commit, touched: Touched): Promise<void> {
  const store = transaction.objectStore('issues');
  const [stored, placed] = await Promise.all([Promise.all(issues.map(async ({ key }) => store.get(key))), placeAll(transaction, issues)]);
  const fresh = new Map<IssueKey, IssueRow>(); // a page may hold an issue twice
  for (const [index, issue] of placed.entries()) {
    const before = stored[index];
    const after = issueRow(fresh.get(issue.key) ?? before, issue, seenInSweep);
    if (before && alike(before, after)) continue;
    fresh.set(issue.key, after);
    if (!before || !alike(before, { ...after, seenInSweep: before.seenInSweep })) touched.set(issue.key, { before: before ?? null, after });
  }
  await Promise.all([...fresh.values()].map(async (row) => store.put(row)));
}

/** Lists tell milestones alone: what Projects plan is put to it. Only where there is any Project, so that nobody else pays for it. */
async function placeAll(transaction: WriteTransaction, issues: readonly Issue[]): Promise<readonly Issue[]> {
  if (issues.length === 0 || (await transaction.objectStore('plannings').count()) === 0) return issues;
  return Promise.all(issues.map(async (issue) => ({ ...issue, ...(await placeIn(transaction, issue.key, issue.sprint)) })));
}

async function moveIssues(transaction: WriteTransaction, { moves = [], seenInSweep = 0 }: Commit, touched: Touched): Promise<void> {
  const store = transaction.objectStore('issues');
  for (const { from, issue } of moves) {
    const [old, there] = await Promise.all([store.get(from), store.get(issue.key)]);
    if (from !== issue.key) {
      await store.delete(from);
      await moveOwn(transaction, from, issue.key);
      touched.set(from, { before: old ?? null, after: null });
      await rehang(transaction, from, issue.key, touched);
    }
    const [placed = issue] = await placeAll(transaction, [issue]);
    const after = issueRow(there, placed, seenInSweep);
    await store.put(after);
    touched.set(issue.key, { before: touched.get(issue.key)?.before ?? there ?? null, after });
  }
}

async function removeIssues(transaction: WriteTransaction, keys: readonly IssueKey[], touched: Touched): Promise<void> {
  const store = transaction.objectStore('issues');
  for (const key of keys) {
    const before = await store.get(key);
    if (!before) continue;
    await store.delete(key);
    touched.set(key, { before: touched.get(key)?.before ?? before, after: null });
    await rehang(transaction, key, null, touched);
  }
}

/** What hung below an issue that has gone, or has another key now. Trackers move no date for that, so nothing else would ever tell. */
async function rehang(transaction: WriteTransaction, from: IssueKey, parent: IssueKey | null, touched: Touched): Promise<void> {
  const store = transaction.objectStore('issues');
  for (const before of await store.index('parent').getAll(from)) {
    const after = asRow({ ...before, parent }, before.seenInSweep);
    await store.put(after);
    touched.set(before.key, { before: touched.get(before.key)?.before ?? before, after });
  }
}

async function nameBlockers(transaction: WriteTransaction, { blockers }: Commit, touched: Touched): Promise<void> {
  if (!blockers) return;
  const store = transaction.objectStore('issues');
  const before = await store.get(blockers.of);
  if (!before?.dependencies) return;
  const after = asRow({ ...before, dependencies: { ...before.dependencies, blockers: blockers.keys } }, before.seenInSweep);
  if (alike(before, after)) return;
  await store.put(after);
  touched.set(blockers.of, { before: touched.get(blockers.of)?.before ?? before, after });
}

async function putHistories(transaction: WriteTransaction, { histories }: Commit, touched: Touched): Promise<void> {
  const store = transaction.objectStore('issues');
  for (const key of histories?.asked ?? []) {
    const before = await store.get(key);
    if (!before) continue;
    const history = histories?.read.get(key) ?? before.history;
    const asked: IssueRow = { ...before, historyAsOf: before.updatedAt, ...(history && { history }) };
    const after = asRow(asked, before.seenInSweep);
    await store.put(after);
    if (!alike(before.history, history)) touched.set(key, { before: touched.get(key)?.before ?? before, after });
  }
}

/** Only the mark: a row that was not read says nothing new, so nobody is told. */
async function markSeen(transaction: WriteTransaction, { seen = [], seenInSweep = 0 }: Commit): Promise<void> {
  const store = transaction.objectStore('issues');
  for (const row of (await readIssues(transaction, seen)).values()) if (row.seenInSweep < seenInSweep) await store.put({ ...row, seenInSweep });
}

async function applyJobs(transaction: WriteTransaction, change: Commit, changed: readonly IssueKey[]): Promise<void> {
  const store = transaction.objectStore('jobs');
  if (change.job) await store.put(change.job);
  const answered = changed.map((key) => `find:${key}`).filter((id) => id !== change.job?.id);
  const removed = [...(change.removeJobs ?? []), ...answered];
  await Promise.all(removed.map((id) => store.delete(id)));
  for (const job of change.addJobs ?? []) {
    if ((await store.getKey(job.id)) === undefined) await store.put(job);
  }
}

async function applyOutbox(transaction: WriteTransaction, { outbox, settled, localTag }: Commit, touched: Touched): Promise<void> {
  const store = transaction.objectStore('outbox');
  for (const row of [outbox, settled]) {
    if (!row) continue;
    const stored = await store.get(row.id);
    if (!stored) continue;
    if (row === settled) await Promise.all([store.delete(row.id), noteSettled(transaction, stored, localTag !== undefined)]);
    // the key may have moved in this very transaction
    else await store.put({ ...row, write: stored.write.kind !== 'sprint-description' && row.write.kind !== 'sprint-description' ? { ...row.write, key: stored.write.key } : row.write });
    const key = issueOfWrite(stored.write);
    if (key === null || touched.has(key)) continue;
    const issue = await transaction.objectStore('issues').get(key);
    if (issue) touched.set(issue.key, { before: issue, after: issue });
  }
}

/** A write that was refused for its token, while another one was given: nothing is wrong with it. */
async function withToken(transaction: WriteTransaction, change: Commit): Promise<Commit> {
  const { outbox, connection } = change;
  if (outbox?.refused === undefined || (await transaction.objectStore('connections').get(outbox.host))?.checkedAt === connection?.checkedAt) return change;
  return { ...change, outbox: acceptedAgain(outbox) };
}

async function applyRest(transaction: WriteTransaction, change: Commit): Promise<void> {
  const [projects, limiters, connections, rejected] = [transaction.objectStore('projects'), transaction.objectStore('limiters'), transaction.objectStore('connections'), transaction.objectStore('rejected')];
  for (const row of change.rejected ?? []) await rejected.put(row);
  if (change.limiter) await limiters.put(change.limiter);
  if (change.connection) {
    const stored = await connections.get(change.connection.host);
    // Checked again meanwhile, perhaps with another token: that answer counts.
    if (stored && stored.checkedAt === change.connection.checkedAt) await connections.put(change.connection);
  }
  if (change.session && (await transaction.objectStore('secrets').getKey(change.session.host)) === undefined) await connections.put({ ...(await connections.get(change.session.host)), ...change.session });
  const { localTag } = change;
  // One gesture may both put a label on and take another off: what was put on stands.
  if (localTag && (localTag.item !== null || (await transaction.objectStore('localTags').getKey(localTag.key)) === undefined)) await transaction.objectStore('localTags').put(localTag);
  if (change.localGoalMark) await transaction.objectStore('localGoalMarks').put(change.localGoalMark);
  if (!change.project) return;
  const stored = await projects.get(change.project.project);
  const row = { ...stored, ...change.project };
  if (isWhole(row)) await projects.put(row);
}

function isWhole(row: NonNullable<Commit['project']>): row is Required<NonNullable<Commit['project']>> {
  return row.host !== undefined && row.name !== undefined && row.visitedAt !== undefined && row.state !== undefined && row.complete !== undefined;
}
