import { fillCardsNearby } from './cards.ts';
import { append, hydrate, recycle, rerenderOnHover, rerenderRows } from './react-like.ts';
import { listenToKeys } from './hotkeys.ts';
import { navigate, startNavigation } from './navigation.ts';

declare global {
  interface Window {
    /** What tests ask the page to do, as React or virtualisation would do unasked. */
    demo: { rerender(): void; recycle(): void; append(count: number): Promise<void>; hydrate(): void; navigate(href: string): Promise<void> };
  }
}

window.demo = { rerender: rerenderRows, recycle, append, hydrate, navigate: (href) => navigate(href) };
document.addEventListener('demo:rerender', rerenderRows);
// For content scripts and isolated worlds, which do not see window.demo.
document.addEventListener('demo:recycle', recycle);
document.addEventListener('demo:append', (event) => void append(event instanceof CustomEvent ? Number(event.detail) : 5));
startNavigation(() => {
  hydrateSoon();
  fillCardsNearby();
});
rerenderOnHover();
listenToKeys();
hydrateSoon();
fillCardsNearby();

/** React takes over the server's markup shortly after load and throws away what others put into it meanwhile. */
function hydrateSoon(): void {
  setTimeout(hydrate, 250);
}
