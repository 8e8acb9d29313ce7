import type { PlainDate } from '../../../lib/core/time.ts';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';
import { expectedDays } from './expected-days.ts';
import { shownWindow } from './shown-window.ts';
import { timelineScale, type TimelineScale } from './timeline-scale.ts';

/** The order of the timeline: by the first day that is known of an item. Those without any come last, in the order of their horizons. */
export function inTime(entries: readonly RoadmapItemView[]): RoadmapItemView[] {
  return entries.toSorted((a, b) => begin(a).localeCompare(begin(b)) || a.item.title.localeCompare(b.item.title, 'en'));
}

/** A scale on which all of them fit. */
export function scaleOf(entries: readonly RoadmapItemView[], today: PlainDate): TimelineScale {
  return timelineScale(entries.flatMap(datesOf), today);
}

function begin(entry: RoadmapItemView): string {
  const { from = null, to = null } = shownWindow(entry) ?? {};
  return from ?? to ?? expectedDays(entry)?.p50 ?? { now: '9999-1', next: '9999-2', later: '9999-3', none: '9999-4' }[entry.item.horizon ?? 'none'];
}

function datesOf(entry: RoadmapItemView): PlainDate[] {
  const days = expectedDays(entry);
  const planned = shownWindow(entry);
  return [planned?.from, planned?.to, days?.p50, days?.p85].filter((date) => date !== undefined && date !== null);
}
