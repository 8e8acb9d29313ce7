import { activeTab, request } from '../../lib/messaging/client.ts';
import type { PopupView } from '../../lib/messaging/messages.ts';
import { recallPopup } from './last-popup.ts';
import type { Page } from './Popup.tsx';

/** The tab that the popup opened over. */
export interface OpenedOver {
  /** `null` where it has not answered yet. */
  readonly inTime: Page | null;
  readonly page: Promise<Page>;
  /** What the worker showed last over it; `null` where the page itself has kept that, or where nothing is known. */
  readonly last: Promise<PopupView | null>;
}

/** A tab that is busy does not keep the goal waiting, in milliseconds. */
const PATIENCE = 40;

/** A tab that does not answer. */
export const NO_PAGE: Page = { url: null, report: null };

/** Asks which tab it is. Nearly always that is known before there is anything to draw: then the first frame has the goal. */
export async function openedOver(): Promise<OpenedOver> {
  const page = activeTab().catch(() => NO_PAGE);
  const last = page.then((found) => (recallPopup(found) ? null : request('lastPopup', { project: found.report?.project ?? null, board: found.report?.board ?? null }))).catch(() => null);
  return { page, last, inTime: await Promise.race([page, new Promise<null>((resolve) => { setTimeout(resolve, PATIENCE, null); })]) };
}
