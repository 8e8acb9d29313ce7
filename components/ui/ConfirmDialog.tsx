import { useId, type ReactNode, type RefObject } from 'react';

interface Props {
  /** For the button that asks: it shows it. */
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly title: string;
  /** What becomes of what. */
  readonly children: ReactNode;
  /** The word for doing it. */
  readonly action: string;
  onConfirm(): void;
}

/** Asks before what cannot be brought back. Escape and Keep it leave all as it is; a sheet around it stays open. */
export function ConfirmDialog({ dialog, title, children, action, onConfirm }: Props) {
  const name = useId();
  return (
    <dialog ref={dialog} className="waymark confirm" aria-labelledby={name} onClose={(event) => event.stopPropagation()} onCancel={(event) => event.stopPropagation()}>
      <form method="dialog" className="stack">
        <h3 id={name}>{title}</h3>
        {children}
        <div className="row"><span className="push" /><button type="submit" className="button">Keep it</button><button type="submit" className="button button-danger" onClick={onConfirm}>{action}</button></div>
      </form>
    </dialog>
  );
}
