import type { Instant } from '../../lib/core/time.ts';
import { useNow } from './useNow.ts';

interface Props {
  readonly until: Instant;
  onUndo(): void;
}

/** Undo while there is still something to undo; then nothing. The seconds are shown, not announced. */
export function UndoCountdown({ until, onUndo }: Props) {
  const now = useNow(500);
  const seconds = Math.ceil((until - now) / 1000);
  if (seconds <= 0) return null;
  return (
    <button type="button" className="button button-link" onClick={onUndo}>
      Undo <span aria-hidden="true" className="muted">({seconds} s)</span>
    </button>
  );
}
