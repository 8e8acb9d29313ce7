import { parseIssueUrl } from '../trackers/github/urls.ts';
import { isCounter } from './issue-link.ts';
import { nameIssue } from './page.ts';
import type { Markup } from './surface.ts';

/** What lies over GitHub's pages. */
const OVER = '[role$="dialog"],dialog,details-dialog';

/** Prose, and what is being written. Newest markup first. */
const TEXT = [
  '.markdown-body',
  '.comment-body',
  '[data-testid="issue-body"]',
  '.js-comment',
  // 2020 to 2025: a milestone's text bears no .markdown-body
  '[class*="milestone-description"]',
  'textarea',
  '[contenteditable]:not([contenteditable="false"])',
  'form[action*="/issues/new"]',
].join(',');

/** Prose, navigation and decoration of GitHub's pages, also in what lies over them. Newest markup first. */
export const PROSE: string = [
  TEXT,
  // At a word of the page
  '[role="tooltip"]',
  '[role="menu"]',
  '[role="listbox"]',
  'details-menu',
  '.Popover',
  '[data-testid*="hovercard"]',
  // Around the page
  'nav',
  '[role="navigation"]',
  '[data-testid*="breadcrumb"]',
  '.AppHeader',
  'footer',
  'aside',
  '[data-testid="issue-viewer-metadata-pane"]',
  '#partial-discussion-sidebar',
  // Activity
  '[data-testid="issue-timeline-container"]',
  '[data-timeline-event-id]',
  '.js-discussion',
  '.TimelineItem',
  'relative-time',
].join(',');

const INSIDE_ROW = [
  '[data-testid="list-row-linked-pull-requests"]',
  '[data-testid="list-row-comments"]',
  '[data-listview-component="trailing-badge"]',
  '[data-board-card-id] ul',
  '.IssueLabel',
  '.markdown-body',
  // Every reference that GitHub found in a text, wherever the text is
  '.js-issue-link',
  '[role="tooltip"]',
  '[role="menu"]',
  'nav',
  'relative-time',
].join(',');

const HEADING = 'h1,h2,h3,h4,h5,h6';
// 2026-11: React lists · 2020 to now: classic rows, also the pull list
const TITLE = '[data-testid="issue-pr-title-link"],[data-testid="listitem-title-link"],.js-navigation-open,[id^="issue_"][id$="_link"]';

/** The heading of a row around its link. */
export function headingOf(link: Element, container: Element): Element | null {
  const heading = link.closest(HEADING);
  return heading && container.contains(heading) ? heading : null;
}

export const GITHUB: Markup = {
  // Without a first slash, for links that lean on the page's own address or on a <base>.
  links: 'a[href*="issues/"],a[href*="pull/"]',
  read(link) {
    // A link to a comment is the row's counter.
    if (link.getAttribute('href')?.includes('#issuecomment')) return null;
    const issue = parseIssueUrl(link);
    return issue && nameIssue(issue);
  },
  excluded: `${PROSE},${OVER}`,
  insideRow: INSIDE_ROW,
  /** 3: the title itself · 2: GitHub names it an issue · 1: a link with words · 0: a counter or an icon. */
  likeness(link, container) {
    if (link.matches(TITLE)) return 3;
    if (headingOf(link, container) || link.querySelector(HEADING)) return 3;
    // A table's field columns (parent issue, linked pull requests, an address in a text) name other issues: without a row header its first cell with words is the title.
    const cell = link.closest('[role="rowheader"],[role="gridcell"]');
    if (cell?.matches('[role="rowheader"]')) return 3;
    // One that only counts the rows heads none.
    const head = cell && container.querySelector('[role="rowheader"]');
    if (head && !isCounter(head)) return 0;
    if (isCounter(link)) return 0;
    return !cell && link.matches('[data-hovercard-url],[data-hovercard-type]') ? 2 : 1;
  },
  main: 'main,[role="main"],#js-repo-pjax-container,.application-main',
  apart: null,
  inPairs: false,
};
