import { findRows, placeOf } from './find-rows.ts';
import type { Wanted } from './mount.ts';
import type { Page } from './page.ts';
import type { InsertionPoint, Surface } from './surface.ts';

/** What one look at the page found. */
export interface Reading {
  readonly wanted: readonly Wanted[];
  /** Links to issues that could be rows, and the page's own issue. */
  readonly links: number;
  /** Whether this is a layout that we know. */
  readonly recognised: boolean;
  /** The last row that was read, where there are more. */
  readonly unreadAfter: Element | null;
}

/** `most` is how many rows of a list in order are worth reading now. */
export function readPage(document: Document, surface: Surface, page: Page, most: number): Reading {
  const header = readHeader(document, surface, page);
  const own = surface.detail?.identity(page) ? 1 : 0;
  const rules = surface.rows;
  if (!rules) return { wanted: header, links: own, recognised: header.length > 0, unreadAfter: null };
  const { rows, links, rest } = findRows(document, rules, page, most);
  const wanted = rows.map(({ container, link, issue }): Wanted => ({ container, key: issue.key, issue: issue.written, place: 'row', beside: link }));
  return {
    wanted: [...header, ...wanted],
    links: links + own,
    recognised: wanted.length > 0 || (links === 0 && document.querySelector(rules.empty) !== null),
    unreadAfter: rest ? (rows.at(-1)?.container ?? null) : null,
  };
}

function readHeader(document: Document, { detail }: Surface, page: Page): Wanted[] {
  const header = detail?.header(document, page);
  const issue = header && (detail?.identity(page) ?? header.issue);
  return issue ? [{ ...header, key: issue.key, issue: issue.written, place: 'header' }] : [];
}

/** Where on this surface a badge goes that is not in the page yet. */
export function pointOf({ container, place, beside }: Wanted, surface: Surface): InsertionPoint | null {
  if (place === 'header') return { parent: container, before: beside === container ? null : beside.nextSibling };
  return surface.rows && beside instanceof HTMLAnchorElement ? placeOf(container, beside, surface.rows) : null;
}
