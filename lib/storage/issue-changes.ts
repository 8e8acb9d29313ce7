import { alike } from '../core/alike.ts';
import type { Issue, IssueKey } from '../core/issue.ts';
import type { WriteTransaction } from './database.ts';
import { asRow, issueRow } from './issue-row.ts';
import { readIssues } from './issues.ts';
import { moveOwn } from './own-data.ts';
import { placeIn } from './planning.ts';
import type { Touched } from './restate.ts';
import type { IssueRow } from './rows.ts';
import type { Commit } from './store.ts';

/** What a step of the sync has read of issues: those that are there, that have another key or are gone, and what is told of them by itself. `touched` notes each that is another one now. */
export async function applyIssues(transaction: WriteTransaction, change: Commit, touched: Touched): Promise<void> {
  await putIssues(transaction, change, touched);
  await moveIssues(transaction, change, touched);
  await removeIssues(transaction, change.removeIssues ?? [], touched);
  await nameBlockers(transaction, change, touched);
  await putHistories(transaction, change, touched);
  await markSeen(transaction, change);
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
