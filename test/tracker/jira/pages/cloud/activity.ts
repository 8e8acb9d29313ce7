import { html, type Html } from '../../../pages/html.ts';
import type { PageCall } from '../page.ts';
import type { ShownIssue } from '../shown.ts';
import { face, moment } from './parts.ts';

/** Comments and the editor below them: places where links are prose and keys are typed. */
export function activity({ site }: PageCall, issue: ShownIssue): Html {
  return html`<div data-testid="issue.activity.activity-feed" class="j-block"><h2 class="j-block-title">Activity</h2><div class="j-activity-tabs" role="group" aria-label="Activity"><button type="button" class="j-button">All</button><button type="button" class="j-button" aria-pressed="true">Comments</button><button type="button" class="j-button">History</button></div>
<div class="j-comment">${face(site.viewer, 32)}<div class="j-editor" data-testid="ak-editor-container"><div class="j-editor-tools" role="toolbar" aria-label="Editor toolbar"><b>B</b><i>I</i><span>•</span><span>@</span></div><div contenteditable="true" role="textbox" aria-multiline="true" aria-label="Add a comment" translate="no" class="ProseMirror" data-placeholder="Add a comment…"><p>See <a href="/browse/${issue.key}">${issue.key}</a> </p></div></div></div>
<ul class="j-comments" data-testid="issue.activity.comments-list">${issue.comments.map(({ author, at, body }, index) => html`<li data-testid="issue-comment-base.ui.comment.ak-comment.${10_000 + index}" class="j-comment">${face(author, 32)}<div><p><b>${author.name}</b> <a class="j-subtle" href="/browse/${issue.key}?focusedCommentId=${10_000 + index}" data-testid="issue-comment-base.ui.comment.created-date">${moment(at)}</a></p><div class="ak-renderer-document">${body}</div></div></li>`)}</ul></div>`;
}
