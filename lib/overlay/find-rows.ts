import type { Page, PageIssue } from './page.ts';
import type { InsertionPoint, Markup, RowRules } from './surface.ts';
import { createExclusion } from './excluded.ts';
import { isCounter, issueOf } from './issue-link.ts';

export interface Row {
  readonly container: Element;
  readonly link: HTMLAnchorElement;
  readonly issue: PageIssue;
}

interface Candidate extends Row {
  readonly likeness: number;
}

/**
 * One row for each container: its main link. `links` counts the links that could have been rows. Of a list in order no more rows
 * are read than `most`; `rest` says that there are more.
 */
export function findRows(document: Document, rules: RowRules, page: Page, most: number): { rows: Row[]; links: number; rest: boolean } {
  const { markup } = rules;
  const best = new Map<Element, Candidate>();
  const isExcluded = createExclusion(markup.excluded);
  let guessed: Row | null = null;
  let links = 0;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(markup.links)) {
    const issue = issueOf(link, markup, page);
    if (!issue) continue;
    const known = closestOf(link, rules.containers);
    const found = known ?? guessContainer(link, rules);
    // What is around a known row says whether it is one; a guessed one may be around a menu itself.
    if (isExcluded(known ?? link) || link.closest(markup.insideRow)) continue;
    if (!found) {
      // In the main region and with words, it may be a row of a layout that we do not know: the popup says so.
      if (isInMain(link, markup) && !isCounter(link)) links += 1;
      continue;
    }
    const likeness = markup.likeness(link, found);
    if (likeness === 0) continue;
    links += 1;
    const container: Element = !known && markup.inPairs && guessed?.issue.key === issue.key ? guessed.container : found;
    const before = best.get(container);
    if (!before && rules.inOrder && best.size >= most) return { rows: [...best.values()], links, rest: true };
    if (!before || likeness > before.likeness) best.set(container, { container, link, issue, likeness });
    guessed = known ? null : { container, link, issue };
  }
  return { rows: [...best.values()], links, rest: false };
}

function closestOf(link: Element, ladder: readonly string[]): Element | null {
  for (const selector of ladder) {
    const found = link.closest(selector);
    if (found) return found;
  }
  return null;
}

function guessContainer(link: Element, { fallback, markup }: RowRules): Element | null {
  const found = closestOf(link, fallback);
  return found && isInMain(found, markup) ? found : null;
}

function isInMain(element: Element, { main, apart }: Markup): boolean {
  return element.closest(main) !== null && (apart === null || element.closest(apart) === null);
}

/** Where the row's badge goes: by the surface's ladder, else behind the link. */
export function placeOf(container: Element, link: HTMLAnchorElement, { places }: RowRules): InsertionPoint | null {
  for (const rule of places) {
    const point = rule(container, link);
    if (point) return point;
  }
  return link.parentElement && { parent: link.parentElement, before: link.nextSibling };
}
