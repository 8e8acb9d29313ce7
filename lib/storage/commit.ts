import type { IssueKey } from '../core/issue.ts';
import { issueOfWrite } from '../core/queued-write.ts';
import { isSamePerson } from '../core/same-person.ts';
import { noteSettled } from './bulk.ts';
import type { Connection } from './connection.ts';
import type { StoreName, WriteTransaction } from './database.ts';
import { allowWriting } from './connections.ts';
import { unchangedRows } from './entered.ts';
import { applyIssues } from './issue-changes.ts';
import { noteFileGoals, noteGoals } from './goal-wordings.ts';
import { acceptedAgain, keepWhose } from './other-account.ts';
import { applyPlanning } from './planning.ts';
import { forgetRejected } from './rejected.ts';
import { restate, RESTATED_STORES, type Touched } from './restate.ts';
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
      await applyIssues(transaction, change, touched);
      await forgetRejected(transaction, change.issues ?? []);
      const changed = [...touched.keys()];
      await applyPlanning(transaction, change, touched);
      await noteGoals(transaction, change, knowledge.now());
      await noteFileGoals(transaction, change, knowledge.now());
      await applySprints(transaction, change, touched, knowledge);
      await applyJobs(transaction, change, changed);
      await applyOutbox(transaction, await withToken(transaction, change), touched);
      await applyRest(transaction, change);
      for (const [key, row] of await applySession(transaction, change)) if (!touched.has(key)) touched.set(key, row);
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
  if (!row) return true;
  const stored = await transaction.objectStore('outbox').get(row.id);
  // About to leave, while another person has signed in.
  const held = outbox?.state === 'sending' && stored?.by !== undefined && (stored.refused ?? stored.state) === 'queued';
  return stored?.createdAt === row.createdAt && !held;
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
    // Another person has signed in while it was under way: what became of it is looked for once somebody has said whether theirs sends it.
    if (row === outbox && stored.by !== undefined) continue;
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
  const { localTag } = change;
  // One gesture may both put a label on and take another off: what was put on stands.
  if (localTag && (localTag.item !== null || (await transaction.objectStore('localTags').getKey(localTag.key)) === undefined)) await transaction.objectStore('localTags').put(localTag);
  if (change.localGoalMark) await transaction.objectStore('localGoalMarks').put(change.localGoalMark);
  if (!change.project) return;
  const stored = await projects.get(change.project.project);
  const row = { ...stored, ...change.project };
  if (isWhole(row)) await projects.put(row);
}

/** What is known of the browser's own sign-in, and what that makes of writes that were made with another one. */
async function applySession(transaction: WriteTransaction, { session }: Commit): Promise<Touched> {
  if (!session || (await transaction.objectStore('secrets').getKey(session.host)) !== undefined) return new Map();
  const connections = transaction.objectStore('connections');
  const former = await connections.get(session.host);
  await connections.put({ ...former, ...session });
  // What the one before was refused, this one may do.
  if (session.login !== null && former && !isSamePerson(former, session)) await allowWriting(transaction, session.host);
  return unchangedRows(transaction, await keepWhose(transaction, former, session));
}

function isWhole(row: NonNullable<Commit['project']>): row is Required<NonNullable<Commit['project']>> {
  return row.host !== undefined && row.name !== undefined && row.visitedAt !== undefined && row.state !== undefined && row.complete !== undefined;
}
