import { activeTab } from '../../lib/messaging/client.ts';
import type { Page } from './Popup.tsx';

/** The tab that the popup opened over. */
export interface OpenedOver {
  /** `null` where it has not answered yet. */
  readonly inTime: Page | null;
  readonly page: Promise<Page>;
}

/** A tab that is busy does not keep the goal waiting, in milliseconds. */
const PATIENCE = 40;

const NO_PAGE: Page = { url: null, report: null };

/** Asks which tab it is. Nearly always that is known before there is anything to draw: then the first frame has the goal. */
export async function openedOver(): Promise<OpenedOver> {
  const page = activeTab().catch(() => NO_PAGE);
  return { page, inTime: await Promise.race([page, new Promise<null>((resolve) => { setTimeout(resolve, PATIENCE, null); })]) };
}
