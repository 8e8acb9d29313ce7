import { useRef } from 'react';
import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { count } from '../../ui/wording/count.ts';
import { MergeItem } from './MergeItem.tsx';

interface Props {
  readonly item: RoadmapItem;
  /** There is something to delete: not of what is known from labels alone. */
  readonly described: boolean;
  readonly tagged: number;
  readonly others: Parameters<typeof MergeItem>[0]['others'];
  onMerge(into: string): void;
  onDrop(): void;
  onRemove(): void;
}

/** Three ways to be rid of an item, each after saying what becomes of its tags. */
export function RemoveItem({ item, described, tagged, others, onMerge, onDrop, onRemove }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const tags = tagged === 0 ? 'No issue belongs to it.' : `${count(tagged, 'issue')} ${tagged === 1 ? 'belongs' : 'belong'} to it.`;
  return (
    <section className="sheet-section sheet-remove" aria-label="Give up, merge or delete">
      {item.dropped !== true && <p><button type="button" className="button" onClick={onDrop}>Give it up</button> <span className="muted">Stays here as dropped. {tags}{tagged > 0 && ' Their tags stay, and are flagged as leading to something dropped.'}</span></p>}
      <MergeItem id={item.id} others={others} onMerge={onMerge} />
      {described && <p><button type="button" className="button button-danger" onClick={() => dialog.current?.showModal()}>Delete …</button> <span className="muted">Takes it off the roadmap.</span></p>}
      <ConfirmDialog dialog={dialog} title={`Delete “${item.title}”?`} action="Delete it" onConfirm={onRemove}>
        <p>{tags} {tagged > 0 && <>Nothing is written to a tracker: the label <span className="code">roadmap:{item.id}</span> stays on them, and the item shows here by its id for as long as one has it.</>}</p>
      </ConfirmDialog>
    </section>
  );
}
