import { BADGE } from './badge.ts';

/** A page that draws a row anew takes the focus away with its badge, and tells nobody. Knows which badge that was. */
export interface KeptFocus {
  /** It was just taken: the badge must be back before the next key, which would be the page's. Once a second, for two programs that answer each other at once never end. */
  isLost(): boolean;
  /** To the badge that had it, if that stands again and the focus is nowhere else. */
  giveBack(): void;
}

export function keepFocus(document: Document, signal: AbortSignal): KeptFocus {
  let held: HTMLElement | null = null;
  let hurried = -Infinity;
  const options = { capture: true, passive: true, signal };
  const isNowhere = () => document.activeElement === document.body;
  document.addEventListener('focusin', ({ target }) => {
    held = target instanceof HTMLElement && target.localName === BADGE ? target : null;
  }, options);
  // Later, for Chromium tells of it before the page has taken the badge away: one that is still there was left by a person.
  document.addEventListener('focusout', () => queueMicrotask(() => {
    if (held?.isConnected && document.activeElement !== held) held = null;
  }), options);
  return {
    isLost() {
      if (!held || held.isConnected || !isNowhere() || performance.now() - hurried < 1000) return false;
      hurried = performance.now();
      return true;
    },
    giveBack() {
      if (held?.isConnected && isNowhere()) held.focus({ preventScroll: true });
    },
  };
}
