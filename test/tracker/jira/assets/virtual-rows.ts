import { patch } from './patch.ts';

const HEIGHT = 40;
/** Rows mounted beyond what is seen, above and below. */
const SPARE = 4;

/** A backlog has only the rows in its document that are near the viewport; a row that leaves is used again for one that comes. */
export function startRows(): void {
  addEventListener('scroll', () => requestAnimationFrame(showRows), { capture: true, passive: true });
  addEventListener('resize', showRows);
  showRows();
}

export function showRows(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-demo-rows]')) {
    const store = document.querySelector<HTMLTemplateElement>(`template[data-demo-row-store="${place.dataset['demoRows']}"]`);
    if (store) fill(place, [...store.content.children]);
  }
}

function fill(place: HTMLElement, rows: readonly Element[]): void {
  const { top } = place.getBoundingClientRect();
  const first = Math.max(0, Math.floor(-top / HEIGHT) - SPARE);
  const last = Math.min(rows.length, Math.ceil((innerHeight - top) / HEIGHT) + SPARE);
  const mounted = new Map([...place.querySelectorAll<HTMLElement>(':scope > [data-demo-row]')].map((row) => [Number(row.dataset['demoRow']), row]));
  const free = [...mounted].filter(([index]) => index < first || index >= last).map(([, row]) => row);
  for (let index = first; index < last; index += 1) {
    const want = rows[index];
    if (!want) continue;
    const row = mounted.get(index) ?? free.pop();
    if (row) patch(row, want);
    else place.append(document.importNode(want, true));
  }
  for (const row of free) row.remove();
}
