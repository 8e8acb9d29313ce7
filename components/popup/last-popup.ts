import { keepView, lastKept, recallView } from '../../lib/messaging/client.ts';
import type { PopupView, SprintReport } from '../../lib/messaging/messages.ts';
import type { Page } from './Popup.tsx';

/** What the popup shows: the state of things, and the report on its sprint. */
export interface PopupContent {
  readonly view: PopupView;
  /** `null` while it is not known. */
  readonly report: SprintReport | null;
}

/** Another shape of what is shown has another number: what an older Waymark kept is not shown. */
const FORM = 1;

/** As it was shown last over such a page: at once, before the worker has woken up. `page` is `null` where the tab has not answered. */
export function recallPopup(page: Page | null): PopupContent | null {
  const name = nameOf(page) ?? lastKept();
  const kept = name === null ? null : recallView(name);
  // Only `keepPopup` writes here, and the form says which one did.
  return typeof kept === 'object' && kept !== null && 'form' in kept && kept.form === FORM && 'content' in kept ? (kept.content as PopupContent) : null;
}

export function keepPopup(page: Page, content: PopupContent): void {
  const name = nameOf(page) ?? content.view.project?.key;
  if (name !== undefined) keepView(name, { form: FORM, content });
}

/** Two boards of one project have sprints of their own. `null` where any project will do. */
function nameOf(page: Page | null): string | null {
  if (page === null || page.report?.project == null) return null;
  const board = /\/boards\/(\d+)|[?&]rapidView=(\d+)/.exec(page.url ?? '');
  return `${page.report.project}${board === null ? '' : `#${board[1] ?? board[2]}`}`;
}
