import { readKept } from './kept-beside.ts';

/**
 * What one of our own pages showed last, kept beside its script so that it is there before the worker has woken up: the one store of a page that answers without waiting. Only for what can be read anew;
 * it may be gone at any time, and it never holds a token.
 */
const VIEW = 'last-view|';
/** Their names, the latest first. */
const NAMES = 'last-views';
const MOST = 8;

/** What was kept under a name; `null` where nothing was, or nothing that can be read. */
export function recallView(name: string): unknown {
  return readKept(VIEW + name);
}

/** The name under which something was kept last. */
export function lastKept(): string | null {
  return names()[0] ?? null;
}

/** Keeps something under a name, and so many of those before it. Where the browser has no room, nothing is kept. */
export function keepView(name: string, view: object): void {
  const kept = [name, ...names().filter((other) => other !== name)];
  try {
    for (const old of kept.slice(MOST)) localStorage.removeItem(VIEW + old);
    localStorage.setItem(NAMES, JSON.stringify(kept.slice(0, MOST)));
    localStorage.setItem(VIEW + name, JSON.stringify(view));
  } catch {
    localStorage.removeItem(VIEW + name);
  }
}

/** After a site was forgotten, nothing of it may be shown. */
export function forgetViews(): void {
  for (const name of names()) localStorage.removeItem(VIEW + name);
  localStorage.removeItem(NAMES);
}

function names(): string[] {
  const kept = readKept(NAMES);
  return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
}
