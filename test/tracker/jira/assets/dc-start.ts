import { startRapidBoard } from './ghx-board.ts';
import { listenToShortcuts } from './shortcuts.ts';
import { replaceContent } from './dc-content.ts';
import { recycle, rerender } from './strangers.ts';
import { followTheme } from './theme.ts';

document.addEventListener('demo:rerender', rerender);
document.addEventListener('demo:recycle', recycle);
document.addEventListener('demo:refresh', () => void replaceContent());
followTheme();
startRapidBoard();
listenToShortcuts();
// The navigator's split view changes its address by pushState; other links are plain ones.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.splitview-issue-link') : null;
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState({}, '', link.href);
  void replaceContent();
});
addEventListener('popstate', () => void replaceContent());
