const CHECKED = 'input[type="checkbox"]:checked,[role="checkbox"][aria-checked="true"]';
const SELECTED = '[aria-selected="true"],.ghx-selected';
// 2026: React lists and boards mark it by data attributes · to 2026: classic lists, by a class · Jira Data Center's navigator and split view
const FOCUSED = '[data-focused="true"],[data-is-focused="true"],.navigation-focus,.issuerow.focused,[data-key].focused';

/** Which rows a keyboard command is about: the selected ones, else the one that has the focus. */
export function selectedAmong<Row extends { readonly container: Element }>(document: Document, rows: readonly Row[]): Row[] {
  const selected = rows.filter(({ container }) => container.matches(SELECTED) || container.querySelector(CHECKED) !== null);
  if (selected.length > 0) return selected;
  const active = document.activeElement;
  const focused = rows.find(({ container }) => active !== null && container.contains(active));
  const marked = focused ?? rows.find(({ container }) => container.matches(FOCUSED) || container.querySelector(FOCUSED) !== null);
  return marked ? [marked] : [];
}
