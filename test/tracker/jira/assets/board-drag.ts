import { refresh } from './router.ts';

const COLUMN = '[data-testid="platform-board-kit.ui.column.draggable-column"]';
let dragged: { key: string; face: HTMLElement } | null = null;

/** Cards are dragged by the browser's own drag and drop, as Atlassian's pragmatic-drag-and-drop has it. A card that changed its column is a new element there. */
export function startBoard(): void {
  document.addEventListener('dragstart', (event) => {
    const face = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[draggable="true"]') : null;
    const key = face?.closest('[id^="card-"]')?.id.replace('card-', '');
    if (!face || key === undefined) return;
    dragged = { key, face };
    event.dataTransfer?.setData('application/vnd.pdnd', key);
    // The picture of the drag is taken first.
    setTimeout(() => face.setAttribute('data-dragging', ''));
  });
  document.addEventListener('dragover', (event) => {
    const column = columnOf(event);
    if (!column || !dragged) return;
    event.preventDefault();
    mark(column);
  });
  document.addEventListener('drop', (event) => {
    const column = columnOf(event);
    if (!column || !dragged) return;
    event.preventDefault();
    void drop(dragged.key, column.dataset['demoStatus'] ?? '');
  });
  document.addEventListener('dragend', () => {
    dragged?.face.removeAttribute('data-dragging');
    dragged = null;
    mark(null);
  });
}

async function drop(key: string, status: string): Promise<void> {
  await fetch(`/jsw2/graphql?${new URLSearchParams({ operation: 'SoftwareBoardCardMove', key, status })}`, { method: 'POST' });
  await refresh();
}

const columnOf = ({ target }: Event): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>(COLUMN) : null);

function mark(over: HTMLElement | null): void {
  for (const column of document.querySelectorAll<HTMLElement>(COLUMN)) column.toggleAttribute('data-over', false);
  over?.setAttribute('data-over', 'true');
}
