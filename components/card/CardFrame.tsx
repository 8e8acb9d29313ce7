import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { CloseIcon } from '../ui/icons.tsx';
import { Said } from '../ui/Said.tsx';

interface Props {
  readonly eyebrow: ReactNode;
  readonly title: ReactNode;
  /** What a screen reader says after a change. */
  readonly said: string;
  readonly takesFocus: boolean;
  readonly busy?: boolean;
  /** What it is about, once that has been read: said to whoever waited for it. */
  readonly about?: string;
  readonly children: ReactNode;
  onClose(): void;
}

/** Most is read sooner: a dialog that gets the focus before it has its name would be called “Reading …”. Milliseconds. */
const SOON = 200;

/** The dialog itself: name, close button, live region; what is inside scrolls under its header. */
export function CardFrame({ eyebrow, title, said, takesFocus, busy = false, about = '', children, onClose }: Props) {
  const name = useId();
  const frame = useRef<HTMLDialogElement>(null);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const focus = () => { if (frame.current?.matches(':focus-within') === false) frame.current.focus({ preventScroll: true }); };
    if (!takesFocus) return undefined;
    if (!busy) return focus();
    const timer = setTimeout(() => { focus(); setWaited(true); }, SOON);
    return () => clearTimeout(timer);
  }, [takesFocus, busy]);
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
      <Said words={said === '' && waited ? about : said} />
    </dialog>
  );
}
