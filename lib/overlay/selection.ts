const CHECKED = 'input[type="checkbox"]:checked,[role="checkbox"][aria-checked="true"]';
// 2026: React lists and boards mark it by data attributes · to 2026: classic lists, by a class
const FOCUSED = '[data-focused="true"],[data-is-focused="true"],.navigation-focus';

/** Which rows a keyboard command is about: the selected ones, else the one that has the focus. */
export function selectedAmong<Row extends { readonly container: Element }>(document: Document, rows: readonly Row[]): Row[] {
  const selected = rows.filter(({ container }) => container.matches('[aria-selected="true"]') || container.querySelector(CHECKED) !== null);
  if (selected.length > 0) return selected;
  const active = document.activeElement;
  const focused = rows.find(({ container }) => active !== null && container.contains(active));
  const marked = focused ?? rows.find(({ container }) => container.matches(FOCUSED) || container.querySelector(FOCUSED) !== null);
  return marked ? [marked] : [];
}
