import { useRef, useState, type DragEvent } from 'react';
import type { Horizon } from '../../../lib/core/roadmap/roadmap-item.ts';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { count } from '../../ui/wording/count.ts';
import { AT_ONCE } from './at-once.ts';
import { carriedItem, carriesItem } from './carried-item.ts';
import type { BoardColumn } from './columns.ts';
import { ItemCard } from './ItemCard.tsx';
import { usePrinting } from './usePrinting.ts';

interface Props {
  readonly column: BoardColumn;
  readonly active: string | null;
  readonly dragged: string | null;
  onOpen(id: string): void;
  onMenu(id: string, anchor: HTMLElement): void;
  onDragged(id: string | null): void;
  onDrop(id: string, horizon: Horizon): void;
}

export function BoardColumnView({ column: { column, name, entries }, active, dragged, onDrop, ...events }: Props) {
  const [shown, setShown] = useState(AT_ONCE);
  const [over, setOver] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const printing = usePrinting();
  const heading = `column-${column ?? 'none'}`;
  // The keyboard may have gone on to one below.
  const reach = printing ? entries.length : Math.max(shown, entries.findIndex(({ item }) => item.id === active) + 1);
  function take(event: DragEvent) {
    setOver(false);
    const id = carriedItem(event.dataTransfer);
    if (id === null || column === null) return;
    event.preventDefault();
    onDrop(id, column);
  }
  return (
    // The mouse's way; by keyboard the cards move themselves.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="column" aria-labelledby={heading} data-over={over && dragged !== null ? true : undefined} data-column={column ?? 'none'}
      onDragOver={(event) => { if (column !== null && carriesItem(event.dataTransfer)) { event.preventDefault(); setOver(true); } }}
      onDragLeave={(event) => { if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false); }}
      onDrop={take}
    >
      <h2 id={heading}>{name} <span className="count" aria-label={count(entries.length, 'item')}>{entries.length}</span></h2>
      {entries.length === 0 && <p className="column-empty muted">{column === 'now' ? 'What the team works on until it is done.' : column === 'next' ? 'What comes after that.' : 'What is meant, not promised.'}</p>}
      <ul ref={list} className="items">
        {entries.slice(0, reach).map((entry) => <ItemCard key={entry.item.id} entry={entry} reachable={entry.item.id === active} {...events} />)}
      </ul>
      <ShowMore className="button column-more" shown={reach} of={entries.length} atOnce={AT_ONCE} list={list} onShow={setShown} />
    </section>
  );
}
