import { keepView, lastKept, recallView } from '../../lib/messaging/client.ts';
import type { PopupView, SprintReport } from '../../lib/messaging/messages.ts';
import type { Frame } from './first-frame.ts';
import type { Page } from './Popup.tsx';

/** What the popup shows: the state of things, and the report on its sprint. */
export interface PopupContent {
  readonly view: PopupView;
  /** `null` while it is not known. */
  readonly report: SprintReport | null;
}

/** Another shape of what is shown has another number: what an older Waymark kept is not shown. */
const FORM = 2;

interface Kept {
  readonly form: typeof FORM;
  readonly content: PopupContent;
  readonly frame: Frame | null;
}

/** As it was shown last over such a page: at once, before the worker has woken up. `page` is `null` where the tab has not answered. */
export const recallPopup = (page: Page | null): PopupContent | null => recall(page)?.content ?? null;

/** How that looked. */
export const recallFrame = (page: Page): Frame | null => recall(page)?.frame ?? null;

function recall(page: Page | null): Kept | null {
  const name = nameOf(page) ?? lastKept();
  const kept = name === null ? null : recallView(name);
  // Only `keepPopup` writes here, and the form says which one did.
  return typeof kept === 'object' && kept !== null && 'form' in kept && kept.form === FORM ? (kept as Kept) : null;
}

export function keepPopup(page: Page, content: PopupContent, frame: Frame | null): void {
  const name = nameOf(page) ?? content.view.project?.key;
  const kept = { view: essentialView(content.view), report: content.report && essentialReport(content.report) };
  if (name !== undefined) keepView(name, { form: FORM, content: kept, frame } satisfies Kept);
}

/** Two boards of one project have sprints of their own. `null` where any project will do. */
function nameOf(page: Page | null): string | null {
  if (page === null || page.report?.project == null) return null;
  const { project, board } = page.report;
  return `${project}${board === null ? '' : `#${board}`}`;
}

/** As many of a list as are kept: the first frame has to read them, and a sprint may have hundreds. The worker brings the rest. */
const MOST = 30;

function essentialView(view: PopupView): PopupView {
  const { sprint, goals } = view;
  return { ...view, goals: goals && { ...goals, wordings: [] }, sprint: sprint && { ...sprint, flagged: sprint.flagged.slice(0, MOST), crept: sprint.crept && { ...sprint.crept, issues: sprint.crept.issues.slice(0, MOST) } } };
}

/** Without what is only there when something is opened. */
function essentialReport(report: SprintReport): SprintReport {
  const { daily, threats, story } = report;
  const named = [...threats, ...daily.finished, ...daily.started, ...daily.added, ...daily.removed, ...(daily.flagged ?? [])].flatMap(({ issue }) => issue ?? []);
  return {
    ...report, goals: { ...report.goals, wordings: [] }, issues: Object.fromEntries(named.flatMap((key) => (report.issues[key] ? [[key, report.issues[key]]] : []))),
    story: { ...story, committed: [], added: [], removed: [], carriedIn: [], carriedOut: [], done: [], doneBefore: [], reestimated: [], reopened: [] },
  };
}
