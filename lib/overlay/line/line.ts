import type { LineRow } from '../../messaging/messages.ts';
import type { LinePort, Send } from '../line-port.ts';
import { isHydrating } from '../hydration.ts';
import { createSchedule } from '../schedule.ts';
import { createDresser } from '../styles.ts';
import colours from '../theme-jira.css?inline';
import { drawHidden, drawRow } from './draw-row.ts';
import { keepInside } from './keep-inside.ts';
import css from './line.css?inline';
import { placeLine } from './place-line.ts';

const LINE = 'waymark-line';
/** As long as a tag can be undone. */
const UNDO = 8000;
/** How soon it goes when whoever was at it has left. */
const LEFT = 2000;

/** The lines above the page, for as long as the overlay lives: one element of our own, which returns when the page takes it away. */
export function line(document: Document, life: AbortSignal): LinePort {
  const host = document.createElement(LINE);
  host.lang = 'en';
  const root = host.attachShadow({ mode: 'open', delegatesFocus: false });
  const isJira = document.body?.id === 'jira';
  createDresser(document, css, isJira ? colours : '', life)(root);
  keepInside(host, life);
  let send: Send | null = null;
  let rows: readonly LineRow[] = [];
  let hidden: { readonly row: LineRow; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  const present = document.getElementsByTagName(LINE);
  const settle = () => {
    if (life.aborted) return;
    // The page copies what it draws anew, our line in it (a copy has no shadow), and an earlier life of ours may have left one.
    for (const one of Array.from(present)) if (one !== host) one.remove();
    const wanted = root.querySelector('.row') !== null;
    if (!wanted) host.remove();
    else if (!host.isConnected) {
      if (document.readyState === 'loading' || isHydrating(document)) schedule.soon(100);
      else placeLine(document, host);
    }
  };
  const schedule = createSchedule(settle, life);
  const observer = new MutationObserver(() => {
    if (!host.isConnected || present.length > 1) schedule.soon();
  });

  const forget = () => {
    if (hidden) clearTimeout(hidden.timer);
    hidden = null;
  };
  const draw = () => {
    const focused = root.activeElement;
    const place = focused && { row: rowOf(focused), name: focused.className };
    for (const old of root.querySelectorAll('.row')) old.remove();
    root.append(...rows.map((row) => (row.id === hidden?.row.id ? drawHidden(row, events) : drawRow(row, events))));
    if (rows.length > 0) observer.observe(document, { childList: true, subtree: true });
    else observer.disconnect();
    settle();
    if (place) focusOn(place.row, place.name);
  };
  const rowOf = (element: Element) => element.closest('.row')?.id ?? '';
  /** What bore this name in its row, or what else is there to be pressed: never the page. */
  const focusOn = (row: string, name: string) => {
    const stands = root.getElementById(row) ?? root.querySelector('.row');
    (stands?.querySelector<HTMLElement>(`.${name}`) ?? stands?.querySelector<HTMLElement>('button'))?.focus({ preventScroll: true });
  };
  const drop = (id: string) => {
    forget();
    rows = rows.filter((row) => row.id !== id);
    draw();
  };

  /** Whoever is at its Undo, by pointer or by keyboard, has all the time they take. A focus that a press of the mouse brought there is nobody's. */
  const end = (id: string) => {
    const stands = root.getElementById(id);
    if (hidden && stands?.matches(':hover, :has(:focus-visible)')) hidden = { row: hidden.row, timer: setTimeout(() => end(id), LEFT) };
    else drop(id);
  };

  // What does not arrive changes nothing here: the line stands as it did when the page is next read.
  const events = {
    onOpen: ({ kind, id }: LineRow) => void send?.('openOwn', { page: kind === 'goal' ? 'sprint' : 'roadmap', item: kind === 'goal' ? null : id.slice('item|'.length) }).catch(() => undefined),
    onHide(row: LineRow) {
      forget();
      hidden = { row, timer: setTimeout(() => end(row.id), UNDO) };
      void send?.('hideLine', { line: row.id, hidden: true }).catch(() => undefined);
      draw();
      focusOn(row.id, 'undo');
    },
    onShow(row: LineRow) {
      forget();
      void send?.('hideLine', { line: row.id, hidden: false }).catch(() => undefined);
      draw();
      focusOn(row.id, 'hide');
    },
  };

  life.addEventListener('abort', () => {
    observer.disconnect();
    forget();
    host.remove();
  });

  return {
    show(next, by) {
      send = by;
      // A line that was hidden here stays for its undo.
      const kept = hidden && next.length > 0 && !next.some(({ id }) => id === hidden?.row.id) ? [hidden.row] : [];
      const all = [...next, ...kept];
      if (next.length === 0 && rows.length > 0) forget();
      if (JSON.stringify(all) === JSON.stringify(rows)) return settle();
      rows = all;
      draw();
    },
  };
}
