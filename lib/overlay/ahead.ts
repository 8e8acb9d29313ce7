import type { Badge } from '../core/badge.ts';
import type { Messages } from '../messaging/messages.ts';

declare global {
  // Only `var` declares a property of globalThis.
  /** What the page showed last, as the worker remembers it: asked for by ahead.js, and drawn by the overlay that follows it into the same isolated world. */
  var waymarkShown: Promise<readonly Badge[]> | undefined;
}

// A page of one issue, of GitHub. The overlay asks for that by its key, which the worker need not have met before.
const NAMES_ITS_ISSUE = /\/(?:issues|pull)\/+\d/;

/** What it needs of the extension. */
interface Ahead {
  tell(name: 'describe', payload: Messages['describe']['request']): Promise<Messages['describe']['response'] | undefined>;
  onAnyWord(listener: () => void): void;
}

/**
 * Asks for the badges of a page that only begins to load, by its address alone, while the overlay is still being compiled. A page that comes at once is laid out as soon as it is all there: badges that come
 * a few milliseconds later cost it a second layout and a second paint (about 3 ms on a list of 100 rows).
 */
export function askAhead({ hidden, location }: Document, { tell, onAnyWord }: Ahead): void {
  if (hidden || NAMES_ITS_ISSUE.test(location.pathname)) return;
  globalThis.waymarkShown = tell('describe', { keys: [], project: null }).then((answer) => answer?.badges ?? []);
  // News that comes before the overlay listens may be about these: then they are asked for as if nobody had.
  onAnyWord(() => { globalThis.waymarkShown = undefined; });
}
