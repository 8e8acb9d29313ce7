import { useRef, useState, type SyntheticEvent } from 'react';
import type { Horizon, RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import type { Problem, RoadmapItemView, RoadmapItemWish } from '../../../lib/messaging/messages.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Sheet } from '../Sheet.tsx';
import { ItemDetails } from './ItemDetails.tsx';
import { ItemForm } from './ItemForm.tsx';
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

/** Everything of one item, beside the roadmap that it stands in. */
export function ItemSheet({ entry, horizon, others, today, said, events }: Props) {
  const [editing, setEditing] = useState(entry === null);
  const dialog = useRef<HTMLDialogElement>(null);
  const asks = useRef<HTMLDialogElement>(null);
  // A form of many fields is too much to lose by one key: Cancel says what it does, Escape does not.
  const written = useRef(false);
  const close = () => dialog.current?.close();
  const leave = () => (entry === null ? close() : edit(false));
  function edit(on: boolean) {
    written.current = false;
    setEditing(on);
  }
  async function save(item: RoadmapItemWish, seen: RoadmapItem | null): Promise<Problem | null> {
    const failed = await (seen === null ? events.onSave(item) : events.onChange(item, seen));
    if (failed !== null) return failed;
    if (entry === null) close();
    else edit(false);
    return null;
  }
  function keepWritten(event: SyntheticEvent) {
    if (!editing || (entry === null && !written.current)) return;
    event.preventDefault();
    if (written.current) asks.current?.showModal();
    else edit(false);
  }
  return (
    <Sheet
      dialog={dialog} title={entry === null ? 'New roadmap item' : entry.item.title} first=".item-form input" closesBeside={!editing} said={said} onClose={events.onClose}
      actions={entry !== null && !editing && <button type="button" className="button" onClick={() => edit(true)}>Edit</button>}
      onCancel={keepWritten}
    >
      {editing
        ? <ItemForm onWrite={() => { written.current = true; }} item={entry?.own ?? entry?.item ?? null} tagged={entry?.progress.issues.total ?? 0} horizon={horizon} taken={others.map(({ id }) => id)} today={today} onSave={save} onCancel={leave} />
        : entry !== null && <ItemDetails entry={entry} others={others} events={events} onGone={close} />}
      {/* First the dialog gives the focus back to the form, and then the form to what comes in its place. */}
      <ConfirmDialog dialog={asks} title="Discard what you have written?" action="Discard it" onConfirm={() => setTimeout(leave)}>{null}</ConfirmDialog>
    </Sheet>
  );
}
