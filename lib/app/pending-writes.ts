import { withoutHost } from '../core/keys.ts';
import type { PendingWrite } from '../messaging/messages.ts';
import type { OutboxRow } from '../storage/rows.ts';

/** A queued write in words: what it will do, to which thing, and whether it can still be taken back. */
export function pendingWrite(row: OutboxRow, now: number): PendingWrite {
  return { id: row.id, summary: summary(row), state: row.state, undoUntil: row.state === 'queued' && now < row.notBefore ? row.notBefore : null, failure: row.failure };
}

function summary({ write }: OutboxRow): string {
  if (write.kind === 'sprint-description') return 'Writes the Sprint Goal into the milestone’s description';
  const reference = withoutHost(write.key);
  return write.present ? `Adds the label ${write.label} to ${reference}` : `Removes the label ${write.label} from ${reference}`;
}
