import { readKept } from './kept-beside.ts';

/** What a person has begun to write in one of our own pages: a popup closes by a click beside it. Kept beside the page's script until it is saved or given up, and only for so long as the browser has room. */
const DRAFT = 'draft|';

/** What was begun under a name; `null` where nothing was, or nothing that can be read. */
export function recallDraft(name: string): unknown {
  return readKept(DRAFT + name);
}

/** Keeps what is being written under a name; `null` when nothing is any more. */
export function keepDraft(name: string, draft: object | null): void {
  try {
    if (draft === null) localStorage.removeItem(DRAFT + name);
    else localStorage.setItem(DRAFT + name, JSON.stringify(draft));
  } catch {
    // Without room it lasts as long as the page.
  }
}

/** After a site was forgotten, nothing that was meant for it may be left. Names end with the key of what is written: `goals|github.com/acme/shop/milestone/3`. */
export function forgetDrafts(host: string): void {
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
  for (const key of keys) if (key.startsWith(DRAFT) && key.includes(`|${host}/`)) localStorage.removeItem(key);
}
