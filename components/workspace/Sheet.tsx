import { useEffect, useId, useRef, type ReactNode, type RefObject, type SyntheticEvent } from 'react';
import { CloseIcon } from '../ui/icons.tsx';
import { Said } from '../ui/Said.tsx';

interface Props {
  readonly title: string;
  readonly className?: string;
  /** Where whoever opens it wants to begin; else at the button that closes, as the browser has it. */
  readonly first?: string;
  /** A click beside closes it: not where somebody is writing. */
  readonly closesBeside?: boolean;
  /** Beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** What the last change did: nothing that the page says is heard while this is open. */
  readonly said?: string;
  /** For whoever closes it from within. */
  readonly dialog?: RefObject<HTMLDialogElement | null>;
  /** Escape, which closes it unless it is prevented. */
  onCancel?(event: SyntheticEvent): void;
  onClose(): void;
}

/** A sheet beside the page that it is about. The browser's own dialog keeps the focus in and gives it back. */
export function Sheet({ title, className = '', first, closesBeside = false, actions, said = '', children, dialog: given, onCancel, onClose }: Props) {
  const own = useRef<HTMLDialogElement>(null);
  const dialog = given ?? own;
  const name = useId();
  useEffect(() => {
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    if (first !== undefined) dialog.current.querySelector<HTMLElement>(first)?.focus();
  }, [dialog, first]);
  const close = () => dialog.current?.close();
  return (
    // A click on the dialog itself is one beside the sheet; Escape does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog ref={dialog} className={`waymark sheet ${className}`} aria-labelledby={name} onClose={onClose} onCancel={onCancel} onClick={(event) => { if (closesBeside && event.target === event.currentTarget) close(); }}>
      <div className="sheet-inner">
        <header className="sheet-head">
          <h2 id={name}>{title}</h2>
          {actions}
          <button type="button" className="button button-quiet button-icon" title="Close" onClick={close}><CloseIcon /></button>
        </header>
        <div className="sheet-body">{children}</div>
        <Said words={said} />
      </div>
    </dialog>
  );
}
