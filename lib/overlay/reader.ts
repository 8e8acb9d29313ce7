import { createNearness } from './nearness.ts';
import type { Page } from './page.ts';
import type { Reading } from './read-page.ts';
import { readPage } from './read-page.ts';
import type { Surface } from './surface.ts';

/** Reads the pages of a tab: of a long list the beginning, and more of it whenever the last row that was read comes near. Then it calls back, to be asked again. */
export function createReader(document: Document, atOnce: number, onMore: () => void): (surface: Surface, page: Page) => Reading {
  let most = atOnce;
  const more = () => {
    most += atOnce;
    onMore();
  };
  // A jump to the end of a page passes what is between.
  const end = createNearness(more, 1e7);
  return (surface, page) => {
    for (;;) {
      const reading = readPage(document, surface, page, most);
      const last = reading.unreadAfter;
      if (last === null || !end.has(last)) {
        end.keep(new Set(last && [last]));
        return reading;
      }
      most += atOnce;
    }
  };
}
