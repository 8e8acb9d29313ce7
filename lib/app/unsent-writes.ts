import type { IssueKey, SprintKey } from '../core/issue.ts';
import { issueOfWrite } from '../core/queued-write.ts';
import type { OutboxRow } from '../storage/rows.ts';
import { settleConflict } from './change-bulk.ts';
import type { Ports } from './ports.ts';
import { tagIssues } from './tag-issues.ts';
import { goalWish, onceMore } from './wishes.ts';

/** Tries a write that failed for good once more, now. One that somebody else made is sent as the present one only where that is said: `as`, the name that was offered. */
export async function retryWrite(ports: Ports, id: string, as?: string): Promise<void> {
  const row = (await ports.store.outbox()).find((candidate) => candidate.id === id);
  if (!row || row.state !== 'failed') return;
  if (row.conflict !== undefined && row.write.kind !== 'sprint-description') return useMine(ports, row, row.write.key);
  // As it stands when it is put: another tab may have taken it back meanwhile, wished otherwise, or sent it.
  await ports.store.amendOutbox(id, (stored) => (stored.state === 'failed' && stored.createdAt === row.createdAt ? onceMore(stored, ports.now(), as) : null));
  tellAbout(ports, row);
  ports.sync.wake();
}

/** Gives a write up: what the tracker says counts again, or the goal that it took the place of before anything had left. Answers whether that could be done: a write that is on its way, or there, cannot be given up. */
export async function dropWrite(ports: Ports, id: string): Promise<boolean> {
  const row = (await ports.store.outbox()).find((candidate) => candidate.id === id);
  if (!row || row.state === 'sending') return false;
  if (row.conflict !== undefined && row.bulk) {
    await settleConflict(ports, row.bulk.id, row.bulk.key, 'theirs');
    return true;
  }
  const { write } = row;
  if (write.kind === 'sprint-description') return dropGoal(ports, row, write.sprint);
  // One gesture may have queued several writes, all of which stand against the same choice of a teammate.
  const drop = row.conflict === undefined ? [id] : (await ports.store.outbox()).filter((other) => other.conflict !== undefined && issueOfWrite(other.write) === issueOfWrite(write)).map((other) => other.id);
  const dropped = (await ports.store.takeBack([], () => [{ outbox: [], drop, localTags: [], clearLocal: [] }])) > 0;
  tellAbout(ports, row);
  return dropped;
}

async function dropGoal(ports: Ports, { createdAt }: OutboxRow, sprint: SprintKey): Promise<boolean> {
  const now = ports.now();
  const dropped = await ports.store.amendGoal(sprint, now, ({ local, write }) => {
    if (write?.createdAt !== createdAt || write.state === 'sending') return null;
    const { local: formerLocal, wish } = write.replaced ?? { local: null, wish: null };
    // Given up after it was refused, it is not undone: the tracker's goal counts.
    if (write.state === 'failed') return { local, write: null };
    return { local: local ?? formerLocal, write: wish?.kind === 'sprint-description' ? goalWish(wish, now, write.basis) : null };
  });
  tellAboutSprint(ports, sprint);
  ports.sync.wake();
  return dropped;
}

/** Over what a teammate has put there meanwhile: it is known by now, so it is no surprise any more. */
async function useMine(ports: Ports, row: OutboxRow, key: IssueKey): Promise<void> {
  if (row.bulk) await settleConflict(ports, row.bulk.id, row.bulk.key, 'mine');
  else await tagIssues(ports, [key], row.tagged?.wished ?? null);
}

function tellAbout(ports: Ports, { write }: OutboxRow): void {
  if (write.kind === 'sprint-description') tellAboutSprint(ports, write.sprint);
  else ports.changed([write.key], []);
}

function tellAboutSprint(ports: Ports, sprint: SprintKey): void {
  const project = ports.trackerFor(sprint)?.sprintProjectOf(sprint);
  ports.changed([], project ? [project] : []);
}
