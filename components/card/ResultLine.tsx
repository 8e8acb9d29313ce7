import type { Instant } from '../../lib/core/time.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { UndoCountdown } from '../ui/UndoCountdown.tsx';

interface Props {
  readonly words: string;
  readonly until: Instant;
  onUndo(): void;
}

/** What the last gesture did, with its undo while nothing has been sent. */
export function ResultLine({ words, until, onUndo }: Props) {
  return (
    <div className="pending-line tag-result">
      <CheckIcon />
      <span>{words}</span>
      <UndoCountdown until={until} onUndo={onUndo} />
    </div>
  );
}
