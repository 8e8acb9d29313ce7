import type { PlainDate } from '../../../lib/core/time.ts';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

export interface ExpectedDays {
  readonly p50: PlainDate;
  /** `null` when it lies further ahead than a forecast can be trusted. */
  readonly p85: PlainDate | null;
  /** The window ends before the careful date. */
  readonly pastWindow: boolean;
}

/** The days that an item is forecast for, held against its window; `null` without a forecast. */
export function expectedDays({ forecast, item }: Pick<RoadmapItemView, 'forecast' | 'item'>): ExpectedDays | null {
  if (forecast.state !== 'forecast') return null;
  const end = item.window?.to ?? null;
  return { p50: forecast.p50, p85: forecast.p85, pastWindow: end !== null && (forecast.p85 === null || forecast.p85 > end) };
}
