import { startBoard } from './board-drag.ts';
import { startDialogs } from './dialogs.ts';
import { recycle, rerender, rerenderOnHover } from './strangers.ts';
import { navigate, refresh, startRouter } from './router.ts';
import { listenToShortcuts } from './shortcuts.ts';
import { followTheme } from './theme.ts';
import { showRows, startRows } from './virtual-rows.ts';

declare global {
  interface Window {
    /** What tests ask a Jira page to do, as React would do unasked. */
    jiraDemo: { rerender(): void; recycle(): void; refresh(): Promise<void>; navigate(href: string): Promise<void> };
  }
}

window.jiraDemo = { rerender, recycle, refresh, navigate };
// For content scripts and isolated worlds, which do not see window.jiraDemo.
document.addEventListener('demo:rerender', rerender);
document.addEventListener('demo:recycle', recycle);
document.addEventListener('demo:refresh', () => void refresh());
followTheme();
startRows();
startRouter(showRows);
startBoard();
startDialogs();
rerenderOnHover();
listenToShortcuts();
// React takes over the server's markup shortly after load and throws away what others put into it meanwhile.
setTimeout(rerender, 250);
