import type { Instant } from '../../lib/core/time.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { UndoCountdown } from '../ui/UndoCountdown.tsx';
import { useNow } from '../ui/useNow.ts';
import { useOnline } from '../ui/useOnline.ts';

interface Props {
  /** `when`: whether it still has to leave, and can. */
  words(when: 'soon' | 'offline' | 'since'): string;
  readonly until: Instant;
  onUndo(): void;
}

/** What the last gesture did, with its undo while nothing has been sent. */
export function ResultLine({ words, until, onUndo }: Props) {
  const [now, online] = [useNow(500), useOnline()];
  return (
    <div className="pending-line tag-result">
      <CheckIcon />
      <span>{words(online ? (now < until ? 'soon' : 'since') : 'offline')}</span>
      <UndoCountdown until={until} onUndo={onUndo} />
    </div>
  );
}
