import type { PageIssue } from './page.ts';
import type { InsertionPoint, RowRules } from './surface.ts';
import { createExclusion, INSIDE_ROW } from './excluded.ts';
import { ISSUE_LINKS, issueOf } from './issue-link.ts';

export interface Row {
  readonly container: Element;
  readonly link: HTMLAnchorElement;
  readonly issue: PageIssue;
}

const MAIN = 'main,[role="main"],#js-repo-pjax-container,.application-main';
const HEADING = 'h1,h2,h3,h4,h5,h6';
// 2026-11: React lists · 2020 to now: classic rows, also the pull list
const TITLE = '[data-testid="issue-pr-title-link"],[data-testid="listitem-title-link"],.js-navigation-open,[id^="issue_"][id$="_link"]';
const COUNTER = /^[\s#\d,.k+]*$/i;

/** One row for each container: its main link. `links` counts the links that could have been rows. */
export function findRows(document: Document, rules: RowRules): { rows: Row[]; links: number } {
  const best = new Map<Element, Row & { readonly likeness: number }>();
  const isExcluded = createExclusion();
  let links = 0;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(ISSUE_LINKS)) {
    const issue = issueOf(link);
    if (!issue) continue;
    const found = containerOf(link, rules);
    if (isExcluded(found ?? link) || link.closest(INSIDE_ROW)) continue;
    if (!found) {
      // In the main region and with words, it may be a row of a layout that we do not know: the popup says so.
      if (link.closest(MAIN) && !COUNTER.test(link.textContent ?? '')) links += 1;
      continue;
    }
    const likeness = titleLikeness(link, found);
    if (likeness === 0) continue;
    links += 1;
    const known = best.get(found);
    if (!known || likeness > known.likeness) best.set(found, { container: found, link, issue, likeness });
  }
  return { rows: [...best.values()], links };
}

function containerOf(link: Element, { containers, fallback }: RowRules): Element | null {
  for (const selector of containers) {
    const found = link.closest(selector);
    if (found) return found;
  }
  const found = fallback === null ? null : link.closest(fallback);
  return found?.closest(MAIN) ? found : null;
}

/** 3: the title itself · 2: GitHub names it an issue · 1: a link with words · 0: a counter or an icon. */
function titleLikeness(link: HTMLAnchorElement, container: Element): number {
  if (link.matches(TITLE)) return 3;
  const heading = link.closest(HEADING);
  if ((heading && container.contains(heading)) || link.querySelector(HEADING)) return 3;
  // A table's field columns (parent issue, linked pull requests, an address in a text) name other issues: without a row header its first cell with words is the title.
  const cell = link.closest('[role="rowheader"],[role="gridcell"]');
  if (cell?.matches('[role="rowheader"]')) return 3;
  if (cell && container.querySelector('[role="rowheader"]')) return 0;
  if (COUNTER.test(link.textContent ?? '')) return 0;
  return !cell && (link.hasAttribute('data-hovercard-url') || link.hasAttribute('data-hovercard-type')) ? 2 : 1;
}

/** Where the row's badge goes: by the surface's ladder, else behind the title. */
export function placeOf(container: Element, link: HTMLAnchorElement, rules: RowRules): InsertionPoint | null {
  for (const rule of rules.places) {
    const point = rule(container, link);
    if (point) return point;
  }
  const heading = link.closest(HEADING);
  const title = heading && container.contains(heading) ? heading : link;
  return title.parentElement && { parent: title.parentElement, before: title.nextSibling };
}
