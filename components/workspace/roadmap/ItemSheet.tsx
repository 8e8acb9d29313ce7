import { useEffect, useRef, useState } from 'react';
import type { Horizon } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import type { Problem, RoadmapItemWish } from '../../../lib/messaging/messages.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { Said } from '../../ui/Said.tsx';
import { ItemDetails } from './ItemDetails.tsx';
import { ItemForm } from './ItemForm.tsx';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';
import type { SheetEvents } from './roadmap-events.ts';

interface Props {
  /** `null` for an item that is to be made. */
  readonly entry: RoadmapItemView | null;
  readonly horizon: Horizon | null;
  /** All other items that somebody has described. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
  readonly today: PlainDate;
  /** What the last change did: nothing that the page says is heard while this is open. */
  readonly said: string;
  readonly events: SheetEvents;
}

/** Everything of one item, beside the roadmap that it stands in. The browser's own dialog keeps the focus in and gives it back. */
export function ItemSheet({ entry, horizon, others, today, said, events }: Props) {
  const [editing, setEditing] = useState(entry === null);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    // Whoever makes a new item wants to write; the browser would begin at the button that closes.
    dialog.current.querySelector<HTMLElement>('.item-form input')?.focus();
  }, []);
  const close = () => dialog.current?.close();
  async function save(item: RoadmapItemWish): Promise<Problem | null> {
    const failed = await events.onSave(item, entry?.item.id ?? null);
    if (failed !== null) return failed;
    if (entry === null) close();
    else setEditing(false);
    return null;
  }
  return (
    // A click on the dialog itself is one beside the sheet; Escape does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog ref={dialog} className="waymark sheet" aria-labelledby="sheet-title" onClose={events.onClose} onCancel={(event) => { if (editing && entry !== null) { event.preventDefault(); setEditing(false); } }} onClick={(event) => { if (event.target === event.currentTarget && !editing) close(); }}>
      <div className="sheet-inner">
        <header className="sheet-head">
          <h2 id="sheet-title">{entry === null ? 'New roadmap item' : entry.item.title}</h2>
          {entry !== null && !editing && <button type="button" className="button" onClick={() => setEditing(true)}>Edit</button>}
          <button type="button" className="button button-quiet button-icon" title="Close" onClick={close}><CloseIcon /></button>
        </header>
        <div className="sheet-body">
          {editing
            ? <ItemForm item={entry?.own ?? entry?.item ?? null} tagged={entry?.progress.issues.total ?? 0} horizon={horizon} taken={others.map(({ id }) => id)} today={today} onSave={save} onCancel={() => (entry === null ? close() : setEditing(false))} />
            : entry !== null && <ItemDetails entry={entry} others={others} events={events} onGone={close} />}
        </div>
        <Said words={said} />
      </div>
    </dialog>
  );
}
