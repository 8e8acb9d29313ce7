import type { Instant } from '../../lib/core/time.ts';
import type { PendingWrite } from '../../lib/messaging/messages.ts';
import { Linked } from './Linked.tsx';
import { UndoCountdown } from './UndoCountdown.tsx';
import { useNow } from './useNow.ts';
import { useOnline } from './useOnline.ts';
import { waitInWords } from './wording/age.ts';

export interface PendingWriteEvents {
  onUndo(write: PendingWrite): void;
  onRetry(write: PendingWrite): void;
  onDiscard(write: PendingWrite): void;
}

interface Props extends PendingWriteEvents {
  readonly writes: readonly PendingWrite[];
}

/** What is still on its way to the tracker, and what could not get there. */
export function PendingWrites({ writes, ...events }: Props) {
  if (writes.length === 0) return null;
  return (
    <ul className="pending" aria-label="Changes on their way">
      {writes.map((write) => <PendingLine key={write.id} write={write} {...events} />)}
    </ul>
  );
}

function PendingLine({ write, onUndo, onRetry, onDiscard }: PendingWriteEvents & { readonly write: PendingWrite }) {
  const [now, online] = [useNow(), useOnline()];
  if (write.state === 'failed') {
    return (
      <li className="pending-line pending-failed">
        <span><strong>Not written:</strong> {write.summary}. {write.failure !== null && <Linked text={write.failure} />}</span>
        <button type="button" className="button" onClick={() => onRetry(write)}>{write.conflict ? 'Use mine' : write.sendAs !== undefined ? `Send as ${write.sendAs}` : 'Retry'}</button>
        <button type="button" className="button button-danger" onClick={() => onDiscard(write)}>{write.conflict ? 'Keep theirs' : 'Discard'}</button>
      </li>
    );
  }
  return (
    <li className="pending-line">
      <span>{write.summary} <span className="muted">· {stageInWords(write, now, online)}</span></span>
      {write.undoUntil !== null && <UndoCountdown until={write.undoUntil} onUndo={() => onUndo(write)} />}
    </li>
  );
}

/** Where a write is on its way: `waiting to be sent`, `sending …`, `waiting until you are online again`, `waiting until you are signed in to acme.atlassian.net again`, `no answer yet, tried again in 4 minutes` */
export function stageInWords({ state, againAt, signInTo }: Pick<PendingWrite, 'state' | 'againAt' | 'signInTo'>, now: Instant, online: boolean): string {
  if (!online) return 'waiting until you are online again';
  if (signInTo !== undefined) return `waiting until you are signed in to ${signInTo} again`;
  if (againAt !== undefined && againAt > now) return `no answer yet, tried again ${waitInWords(againAt, now)}`;
  return state === 'sending' ? 'sending …' : 'waiting to be sent';
}
