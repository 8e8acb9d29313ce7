import { replaceContent } from './dc-content.ts';

const CARD = '.ghx-issue[data-issue-key], .ghx-issue-compact[data-issue-key]';
let held: { card: HTMLElement; x: number; y: number } | null = null;

/** RapidBoard: a click on a card opens the panel; cards are dragged by mouse events, not by the browser's drag and drop. */
export function startRapidBoard(): void {
  document.addEventListener('mousedown', (event) => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('.ghx-issue[data-issue-key]') : null;
    if (!card || event.button !== 0) return;
    // As jQuery's sortable does, or the browser would drag the link.
    event.preventDefault();
    held = { card, x: event.clientX, y: event.clientY };
  });
  document.addEventListener('mousemove', (event) => {
    if (!held || Math.hypot(event.clientX - held.x, event.clientY - held.y) < 6) return;
    held.card.setAttribute('data-dragging', '');
    for (const column of document.querySelectorAll('#ghx-pool .ghx-column')) column.toggleAttribute('data-over', column === columnAt(event));
  });
  document.addEventListener('mouseup', (event) => {
    const { card } = held ?? {};
    held = null;
    if (!card?.hasAttribute('data-dragging')) return;
    card.removeAttribute('data-dragging');
    const status = columnAt(event)?.dataset['demoStatus'];
    if (status !== undefined) void move(card.dataset['issueKey'] ?? '', status);
  });
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const key = target?.closest('a') ? undefined : target?.closest<HTMLElement>(CARD)?.dataset['issueKey'];
    if (key !== undefined) void select(key);
    else if (target?.closest('.js-detailclose')) void select(null);
  });
}

async function move(key: string, status: string): Promise<void> {
  const root = document.querySelector<HTMLMetaElement>('meta[name="ajs-context-path"]')?.content ?? '';
  await fetch(`${root}/rest/greenhopper/1.0/xboard/move?${new URLSearchParams({ key, status })}`, { method: 'POST' });
  await replaceContent();
}

async function select(key: string | null): Promise<void> {
  const url = new URL(location.href);
  if (key === null) url.searchParams.delete('selectedIssue');
  else url.searchParams.set('selectedIssue', key);
  history.pushState({}, '', url);
  await replaceContent();
}

const columnAt = (event: MouseEvent): HTMLElement | null => document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('#ghx-pool .ghx-column') ?? null;
