import { useCallback, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Horizon } from '../../../lib/core/roadmap/roadmap-item.ts';
import { BoardColumnView } from './BoardColumnView.tsx';
import { columnBeside, columnsOf, neighbour } from './columns.ts';
import { expectedDays } from './expected-days.ts';
import { ForecastTerms } from './ForecastTerms.tsx';
import { MoveMenu } from './MoveMenu.tsx';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

interface Props {
  readonly entries: readonly RoadmapItemView[];
  onOpen(id: string): void;
  onMove(id: string, horizon: Horizon): void;
}

/** Now, Next and Later side by side. Arrows go from card to card, with Shift they take the item along. */
export function Board({ entries, onOpen, onMove }: Props) {
  const columns = useMemo(() => columnsOf(entries), [entries]);
  const [focused, setFocused] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [menu, setMenu] = useState<{ readonly id: string; readonly anchor: HTMLElement } | null>(null);
  const board = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const entryOf = (id: string) => entries.find(({ item }) => item.id === id);
  const active = focused !== null && entryOf(focused) !== undefined ? focused : (columns.find((column) => column.entries.length > 0)?.entries[0]?.item.id ?? null);
  // A card that was moved by the keyboard is another element in another column: the focus goes along. Not in an effect that may wait: that of what was drawn before the key
  // would run when it is pressed, before the card has moved, and take the wish for granted.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    board.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(wanted.current)}"] .item-title`)?.focus();
    wanted.current = null;
  });
  const openMenu = useCallback((id: string, anchor: HTMLElement) => setMenu({ id, anchor }), []);
  const drop = (id: string, horizon: Horizon) => { if (entryOf(id)?.item.horizon !== horizon) onMove(id, horizon); };
  function keys(event: KeyboardEvent) {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null;
    const id = card?.dataset['item'];
    if (id === undefined || !event.key.startsWith('Arrow') || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = event.shiftKey ? moveBy(id, event.key) : neighbour(columns, id, event.key);
    if (next === undefined) return;
    wanted.current = next;
    setFocused(next);
  }
  function moveBy(id: string, key: string): string | undefined {
    const entry = entryOf(id);
    if (entry === undefined || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return undefined;
    const to = columnBeside(entry.item.horizon, key === 'ArrowRight' ? 1 : -1);
    if (to === undefined) return undefined;
    onMove(id, to);
    return id;
  }
  return (
    <>
      <p id="board-keys" className="visually-hidden board-keys">Arrow keys go from item to item; with Shift, left and right move the item to the horizon beside.</p>
      {entries.some(expectedDays) && <ForecastTerms />}
      {/* The keys work on the buttons within; the focus that comes to one is remembered. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section ref={board} className="board" data-columns={columns.length} data-dragging={dragged !== null || undefined} aria-label="Board" aria-describedby="board-keys" onKeyDown={keys} onFocus={(event) => setFocused(event.target.closest<HTMLElement>('[data-item]')?.dataset['item'] ?? focused)}>
        {columns.map((column) => <BoardColumnView key={column.name} column={column} active={active} dragged={dragged} onOpen={onOpen} onMenu={openMenu} onDragged={setDragged} onDrop={drop} />)}
      </section>
      {menu !== null && <MoveMenu title={entryOf(menu.id)?.item.title ?? ''} current={entryOf(menu.id)?.item.horizon ?? null} anchor={menu.anchor} onClose={() => setMenu(null)} onPick={(to) => { wanted.current = menu.id; onMove(menu.id, to); }} />}
    </>
  );
}
