import { pristine } from '../../assets/react-like.ts';
import { patch } from './patch.ts';

/** Parts that React makes anew when it renders: whatever a stranger has put into them is gone. */
const REBUILT = ['[data-testid="platform-card.ui.card.card-content.footer"]', '#jira-issue-header > *', '[data-testid="issue.views.issue-base.foundation.summary.heading-wrapper"]', '[data-testid="issue.views.issue-base.foundation.quick-add.quick-add-container"]',
  '[data-testid="software-backlog.card-list.card.card-contents.accessible-card-key"]', '[data-testid="native-issue-table.ui.row.issue-row.merged-cell"]', '[data-testid="issue-line-card.card-container"]', '.ghx-issue-content'].join();
const CONTAINER = '[data-testid="platform-board-kit.ui.card.card"], [data-testid^="software-backlog.card-list.card.content-container."], tr[data-testid="native-issue-table.ui.issue-row"]';

export function rerender(): void {
  for (const part of document.querySelectorAll(REBUILT)) part.replaceWith(pristine(part));
}

export function rerenderOnHover(): void {
  document.addEventListener('mouseover', (event) => {
    const container = event.target instanceof Element ? event.target.closest(CONTAINER) : null;
    const from = event.relatedTarget instanceof Node ? event.relatedTarget : null;
    if (!container || container.contains(from) || 'demoStill' in document.documentElement.dataset) return;
    const key = container.querySelector('[data-testid="platform-card.common.ui.key.key"], [data-testid="native-issue-table.common.ui.issue-cells.issue-key.action-container"]');
    key?.replaceWith(pristine(key));
  });
}

/** Rows and cards keep their elements and show the next one's issue, as recycled rows do; strangers' nodes stay behind in them. */
export function recycle(): void {
  const shown = [...document.querySelectorAll(CONTAINER)];
  const wanted = shown.map((_, index) => pristine(shown[(index + 1) % shown.length] ?? document.body));
  shown.forEach((have, index) => {
    const want = wanted[index];
    if (want && have.localName === want.localName) patch(have, want);
  });
}
