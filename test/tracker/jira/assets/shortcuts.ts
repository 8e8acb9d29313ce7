import { isField } from '../../assets/hotkeys.ts';

const STEPPED = '[data-testid="platform-board-kit.ui.card.card"], [data-testid^="software-backlog.card-list.card.content-container."], tr[data-testid="native-issue-table.ui.issue-row"], .ghx-issue, tr.issuerow';

/** Jira's single-letter keys, captured on the document before anybody else: an overlay that lets keys escape from its fields will see pages change. */
export function listenToShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isField(event.target)) return;
    if (press(event.key)) event.preventDefault();
  }, { capture: true });
}

function press(key: string): boolean {
  if (!/^[a-z/.[\]?]$/.test(key)) return false;
  document.documentElement.dataset['lastHotkey'] = key;
  if (key === 'c') document.documentElement.dataset['demoCreating'] = '';
  else if (key === '/') document.querySelector<HTMLInputElement>('[data-test-id="search-dialog-input"], #quickSearchInput')?.focus();
  else if (key === 'm') document.querySelector<HTMLElement>('.ProseMirror, #comment-issue')?.focus();
  else if (key === 'j' || key === 'k') step(key === 'j' ? 1 : -1);
  else if (key !== '[' && key !== 'i' && key !== 'e' && key !== 'l') return false;
  return true;
}

function step(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(STEPPED)];
  const next = Math.min(all.length - 1, Math.max(0, all.findIndex((one) => 'focused' in one.dataset) + by));
  for (const one of all) delete one.dataset['focused'];
  all[next]?.setAttribute('data-focused', '');
  all[next]?.scrollIntoView({ block: 'nearest' });
}
