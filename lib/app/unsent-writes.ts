import type { OutboxRow } from '../storage/rows.ts';
import type { Ports } from './ports.ts';

/** Tries a write that failed for good once more, now. */
export async function retryWrite(ports: Ports, id: string): Promise<void> {
  const row = (await ports.store.outbox()).find((candidate) => candidate.id === id);
  if (!row || row.state !== 'failed') return;
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
  await ports.store.applyTags({ outbox: [], drop: [id], localTags: [], clearLocal: [] });
  tellAbout(ports, row);
}

function tellAbout(ports: Ports, { write }: OutboxRow): void {
  if (write.kind !== 'sprint-description') return ports.changed([write.key], []);
  const project = ports.trackerFor(write.sprint)?.sprintProjectOf(write.sprint);
  ports.changed([], project ? [project] : []);
}
