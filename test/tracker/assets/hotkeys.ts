import { navigate } from './navigation.ts';

const ROWS = 'li[role="listitem"], .js-issue-row';

/** GitHub's single-letter keys, captured on the document before anybody else: an overlay that lets keys escape from its fields will see pages change. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || isField(event.target)) return;
    const done = press(event.key);
    if (done) event.preventDefault();
  }, { capture: true });
}

/** Only what the page can see: inside a shadow tree the target is the host, so GitHub would take the key too. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

function press(key: string): boolean {
  const repository = /^\/([^/]+\/[^/]+)\/(issues|pull|pulls|labels|milestone|milestones)\b/.exec(location.pathname)?.[1];
  document.documentElement.dataset['lastHotkey'] = key;
  if (key === 'c' && repository !== undefined) void navigate(`/${repository}/issues/new/choose`);
  else if (key === '/') document.querySelector<HTMLInputElement>('#repository-input, #js-issues-search, .AppHeader-search-input')?.focus();
  else if (key === 'j' || key === 'k') moveFocus(key === 'j' ? 1 : -1);
  else if (key === 'x') document.querySelector<HTMLInputElement>('[data-focused] input[type=checkbox]')?.click();
  else return false;
  return true;
}

function moveFocus(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const from = rows.findIndex((row) => 'focused' in row.dataset);
  const next = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
  for (const row of rows) {
    delete row.dataset['focused'];
    row.removeAttribute('aria-selected');
  }
  if (!next) return;
  next.dataset['focused'] = '';
  next.setAttribute('aria-selected', 'true');
  next.scrollIntoView({ block: 'nearest' });
}
