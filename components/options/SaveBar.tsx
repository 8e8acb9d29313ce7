import type { Problem } from '../../lib/messaging/messages.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Said } from '../ui/Said.tsx';

interface Props {
  readonly changed: boolean;
  readonly problem: Problem | null;
  onSave(): void;
  onDiscard(): void;
}

/** Settings are saved by a decision, not by accident: the preview compares the draft with what is stored. */
export function SaveBar({ changed, problem, onSave, onDiscard }: Props) {
  return (
    <>
      <Said words={changed ? 'Unsaved changes: save or discard them at the end of the page.' : ''} />
      {(changed || problem !== null) && (
        <section className="save-bar" aria-label="Unsaved changes">
          {problem !== null && <ProblemNote problem={problem} tone="late" />}
          <div className="row">
            <span>{changed ? 'Unsaved changes' : ''}</span>
            <button type="button" className="button push" disabled={!changed} onClick={onDiscard}>Discard</button>
            <button type="button" className="button button-primary" disabled={!changed} onClick={onSave}>Save changes</button>
          </div>
        </section>
      )}
    </>
  );
}
