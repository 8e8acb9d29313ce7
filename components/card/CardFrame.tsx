import { useEffect, useId, useRef, type ReactNode } from 'react';
import { CloseIcon } from '../ui/icons.tsx';

interface Props {
  readonly eyebrow: ReactNode;
  readonly title: ReactNode;
  /** What a screen reader says after a change. */
  readonly said: string;
  readonly takesFocus: boolean;
  readonly busy?: boolean;
  readonly children: ReactNode;
  onClose(): void;
}

/** The dialog itself: name, close button, live region; what is inside scrolls under its header. */
export function CardFrame({ eyebrow, title, said, takesFocus, busy = false, children, onClose }: Props) {
  const name = useId();
  const frame = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (takesFocus) frame.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <dialog open ref={frame} className="waymark card" aria-labelledby={name} aria-busy={busy} tabIndex={-1}>
      <header className="card-head">
        <div className="card-title">
          <div className="muted small">{eyebrow}</div>
          <h2 id={name}>{title}</h2>
        </div>
        <button type="button" className="button button-quiet button-icon" aria-label="Close" onClick={onClose}><CloseIcon /></button>
      </header>
      <div className="card-body">{children}</div>
      <output className="visually-hidden">{said}</output>
    </dialog>
  );
}
