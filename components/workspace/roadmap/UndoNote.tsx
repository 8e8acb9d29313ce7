import { CheckIcon } from '../../ui/icons.tsx';

export interface Undoable {
  /** What was done: `Faster checkout is in Next now.` */
  readonly words: string;
}

/** What was just done, and the way back: it stays until the next change, for whoever reads slowly. */
export function UndoNote({ undoable, onUndo }: { readonly undoable: Undoable; onUndo(): void }) {
  return (
    <div className="undo-note">
      <CheckIcon /><span>{undoable.words}</span>
      <button type="button" className="button" onClick={onUndo}>Undo</button>
    </div>
  );
}
