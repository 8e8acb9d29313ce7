import type { IssueKey } from '../core/issue.ts';
import { issueOfWrite } from '../core/queued-write.ts';
import type { OutboxRow } from '../storage/rows.ts';
import { settleConflict } from './change-bulk.ts';
import type { Ports } from './ports.ts';
import { tagIssues } from './tag-issues.ts';

/** Tries a write that failed for good once more, now. */
export async function retryWrite(ports: Ports, id: string): Promise<void> {
  const row = (await ports.store.outbox()).find((candidate) => candidate.id === id);
  if (!row || row.state !== 'failed') return;
  if (row.conflict !== undefined && row.write.kind !== 'sprint-description') return useMine(ports, row, row.write.key);
  // A goal that somebody had changed meanwhile waits on theirs: to send it again is to use it all the same.
  const { conflict: _answered, ...wish } = row;
  await ports.store.putOutbox({ ...wish, state: 'queued', attempts: 0, failure: null, notBefore: ports.now() });
  tellAbout(ports, row);
  ports.sync.wake();
}

/** Gives a write up: what the tracker says counts again. */
export async function dropWrite(ports: Ports, id: string): Promise<void> {
  const row = (await ports.store.outbox()).find((candidate) => candidate.id === id);
  if (!row || row.state === 'sending') return;
  if (row.conflict !== undefined && row.bulk) return settleConflict(ports, row.bulk.id, row.bulk.key, 'theirs');
  // One gesture may have queued several writes, all of which stand against the same choice of a teammate.
  const drop = row.conflict === undefined || row.write.kind === 'sprint-description' ? [id] : (await ports.store.outbox()).filter((other) => other.conflict !== undefined && issueOfWrite(other.write) === issueOfWrite(row.write)).map((other) => other.id);
  await ports.store.applyTags({ outbox: [], drop, localTags: [], clearLocal: [] });
  tellAbout(ports, row);
}

/** Over what a teammate has put there meanwhile: it is known by now, so it is no surprise any more. */
async function useMine(ports: Ports, row: OutboxRow, key: IssueKey): Promise<void> {
  if (row.bulk) await settleConflict(ports, row.bulk.id, row.bulk.key, 'mine');
  else await tagIssues(ports, [key], row.tagged?.wished ?? null);
}

function tellAbout(ports: Ports, { write }: OutboxRow): void {
  if (write.kind !== 'sprint-description') return ports.changed([write.key], []);
  const project = ports.trackerFor(write.sprint)?.sprintProjectOf(write.sprint);
  ports.changed([], project ? [project] : []);
}
