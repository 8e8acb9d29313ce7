/** What lies inside these is prose, navigation or decoration, never a row. Newest markup first. */
export const EXCLUDED: string = [
  // Prose, and what is being written
  '.markdown-body',
  '[data-testid="markdown-body"]',
  '[data-testid="issue-body"]',
  '.react-issue-body',
  '.react-issue-comment',
  '.comment-body',
  '.js-comment',
  // 2020 to 2025: a milestone's text bears no .markdown-body
  '[class*="milestone-description"]',
  'textarea',
  '[contenteditable]:not([contenteditable="false"])',
  'form[action*="/issues/new"]',
  // Over the page
  '[role="dialog"]',
  '[role="alertdialog"]',
  'dialog',
  'details-dialog',
  '[role="tooltip"]',
  '[role="menu"]',
  '[role="listbox"]',
  'details-menu',
  '.Popover',
  '.js-hovercard-content',
  '[data-testid*="hovercard"]',
  // Around the page
  'nav',
  '[role="navigation"]',
  '[aria-label="Breadcrumb"]',
  '[aria-label="Breadcrumbs"]',
  '[data-testid*="breadcrumb"]',
  '.AppHeader',
  'footer',
  'aside',
  '[data-testid="issue-viewer-metadata-pane"]',
  '#partial-discussion-sidebar',
  '.discussion-sidebar-item',
  // Activity
  '[data-testid="issue-timeline-container"]',
  '[data-timeline-event-id]',
  '.js-discussion',
  '.TimelineItem',
  'relative-time',
].join(',');

/** Links inside these belong to a row but are not its issue. */
export const INSIDE_ROW: string = [
  '[data-testid="list-row-linked-pull-requests"]',
  '[data-testid="list-row-comments"]',
  '[data-listview-component="trailing-badge"]',
  '.board-view-column-card ul',
  '.IssueLabel',
  '.markdown-body',
  // Every reference that GitHub found in a text, wherever the text is
  '.js-issue-link',
  '[role="tooltip"]',
  '[role="menu"]',
  'nav',
  'relative-time',
].join(',');

/**
 * Whether a row is inside one of these. The rows of a list share what is around them, so one look at a page asks each
 * element once (`closest` on every link asked every ancestor of every link: 2 of 8 ms on a list of 100).
 */
export function createExclusion(): (row: Element) => boolean {
  const known = new Map<Element, boolean>();
  const isExcluded = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const parent = element.parentElement;
    const verdict = (parent !== null && isExcluded(parent)) || element.matches(EXCLUDED);
    known.set(element, verdict);
    return verdict;
  };
  return isExcluded;
}
