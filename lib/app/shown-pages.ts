import type { Badge } from '../core/badge.ts';
import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { Caller } from '../messaging/server.ts';

const PAGES = 30;
const BADGES = 100;

/** What a page showed last; `badges` only while nothing has changed since. */
export interface ShownPage {
  readonly keys: readonly IssueKey[];
  readonly badges: readonly Badge[] | null;
}

/**
 * What the pages showed last, for as long as the worker lives, so that a page which is only beginning to load can have its badges
 * before its first paint: badges that come after it cost the page a second one, half of all that they cost.
 * A page is known by the address that the browser gives, never by what a message says.
 */
export interface ShownPages {
  /** Of these issues, or of all that the page showed. */
  recall(caller: Caller, asked: readonly IssueKey[]): ShownPage | null;
  /** The page asked for these, and this is what there was. */
  remember(caller: Caller, asked: readonly IssueKey[], badges: readonly Badge[]): void;
  /** Something has changed: which issues a page shows still holds, how they look does not. */
  doubt(): void;
  forget(host: string): void;
}

export function createShownPages(): ShownPages {
  const pages = new Map<string, Map<IssueKey, Badge | null>>();
  return {
    recall(caller, asked) {
      const page = pageOf(caller);
      const shown = page === null ? undefined : pages.get(page);
      if (!shown || shown.size === 0) return null;
      const keys = asked.length > 0 ? asked : [...shown.keys()];
      const badges = keys.flatMap((key) => shown.get(key) ?? []);
      return { keys, badges: badges.length === keys.length ? badges : null };
    },
    remember(caller, asked, badges) {
      const page = pageOf(caller);
      if (page === null) return;
      // A page asks for what is new to it: what it showed before stays, until there is too much of it.
      const before = pages.get(page) ?? new Map<IssueKey, Badge | null>();
      for (const key of asked) before.delete(key);
      const shown = new Map([...badges.map((badge) => [badge.key, badge] as const), ...before].slice(0, BADGES));
      // Taken out and put in again: the first of a map is then the one that was shown longest ago.
      pages.delete(page);
      pages.set(page, shown);
      for (const oldest of pages.keys()) {
        if (pages.size <= PAGES) break;
        pages.delete(oldest);
      }
    },
    doubt() {
      for (const shown of pages.values()) for (const key of shown.keys()) shown.set(key, null);
    },
    forget(host) {
      for (const [page, shown] of pages) {
        const [first] = shown.keys();
        if (first && hostOf(first) === host) pages.delete(page);
      }
    },
  };
}

/** An overlay's page without the place in it; `null` for our own pages, which show no badges. */
function pageOf({ sender, trust }: Caller): string | null {
  return trust.level === 'overlay' && sender.url !== undefined ? (sender.url.split('#', 1)[0] ?? null) : null;
}
