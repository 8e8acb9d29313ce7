import { html, type Html } from '../../../pages/html.ts';
import { icon } from '../icons.ts';
import type { PageCall } from '../page.ts';
import type { ShownIssue } from '../shown.ts';
import { issueView } from './issue-view.ts';

/** The issue over a board: the same view in a dialog, rendered into a portal at the end of the body. */
export function issueModal(call: PageCall, issue: ShownIssue): Html {
  return html`<div class="j-blanket" data-testid="issue.views.issue-details.issue-modal.modal-dialog--blanket"></div><div class="j-positioner" data-testid="issue.views.issue-details.issue-modal.modal-dialog--positioner"><section role="dialog" aria-modal="true" aria-label="${issue.key}" tabindex="-1" class="j-modal" data-testid="issue.views.issue-details.issue-modal.modal-dialog">
${issueView(call, issue, html`<button type="button" class="j-icon-button" data-testid="issue-view-foundation.modal-close-button">${icon('close')}<span class="j-hidden">Close</span></button>`)}</section></div>`;
}
