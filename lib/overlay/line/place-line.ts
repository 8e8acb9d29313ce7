/** Before these, or at the beginning of what they hold. Newest markup first. */
const BEFORE = [
  // 2025-09: a project fills what is left of the window, in a column that we join.
  '#memex-root',
  // 2026-11: React owns all that is within.
  'main react-app,[role="main"] react-app',
];
const WITHIN = [
  // Jira Cloud 2026-01, then Data Center
  '[data-testid="page-layout.main"]',
  '#ak-main-content',
  '#content',
  // GitHub: classic pages, then any
  '.repository-content',
  '#repo-content-turbo-frame',
  'main',
  '[role="main"]',
];

/** Puts the line above all that the page's main region shows; false where the page has none yet. Nothing of the page is moved. */
export function placeLine(document: Document, host: HTMLElement): boolean {
  for (const selector of BEFORE) {
    const found = document.querySelector(selector);
    if (found?.parentElement) return put(host, found.parentElement, found);
  }
  for (const selector of WITHIN) {
    const found = document.querySelector(selector);
    if (found) return put(host, found, found.firstChild);
  }
  return false;
}

function put(host: HTMLElement, parent: Element, before: Node | null): true {
  parent.insertBefore(host, before);
  return true;
}
