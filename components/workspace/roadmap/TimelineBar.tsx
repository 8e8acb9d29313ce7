import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';
import { expectedDays } from './expected-days.ts';
import type { TimelineScale } from './timeline-scale.ts';
import { dateInWords } from '../../../lib/core/date-words.ts';
import { windowInWords } from '../../../lib/core/roadmap/window-words.ts';
import { shownWindow } from './shown-window.ts';

/** One item on the scale: its window as a box filled by its progress, its forecast as a span below. What has no window has no box. */
export function TimelineBar({ entry, scale }: { readonly entry: RoadmapItemView; readonly scale: TimelineScale }) {
  const { item, progress } = entry;
  const days = expectedDays(entry);
  const { from = null, to = null } = shownWindow(entry) ?? {};
  const left = from === null ? 0 : scale.at(from);
  const right = to === null ? 100 : scale.endOf(to);
  const done = progress.issues.total === 0 ? 0 : progress.issues.done / progress.issues.total;
  return (
    <>
      {(from !== null || to !== null) && (
        <span className="window" data-open-start={from === null || undefined} data-open-end={to === null || undefined} style={{ left: `${left}%`, width: `${Math.max(right - left, 0.6)}%` }}>
          <span className="window-done" style={{ width: `${100 * done}%` }} />
        </span>
      )}
      {days !== null && <span className="forecast" data-alone={(from === null && to === null) || undefined} data-past={days.pastWindow || undefined} style={{ left: `${scale.at(days.p50)}%`, width: `${Math.max((days.p85 === null ? 100 : scale.endOf(days.p85)) - scale.at(days.p50), 0.4)}%` }} />}
      {days === null && from === null && to === null && <span className="timeline-none">{item.horizon === null ? 'No days, no forecast' : 'No forecast yet'}</span>}
    </>
  );
}

/** The same for who does not see it. */
export function timelineInWords(entry: RoadmapItemView): string {
  const days = expectedDays(entry);
  const planned = windowInWords(shownWindow(entry));
  const from = entry.item.window === undefined ? ` by ${(entry.plans ?? []).map(({ words }) => words).join(', ')}` : '';
  const parts = [planned === null ? 'No window.' : `Planned ${planned}${from}.`];
  if (days !== null) parts.push(`Forecast ${dateInWords(days.p50)} (P50), ${days.p85 === null ? 'beyond a year' : dateInWords(days.p85)} (P85)${days.pastWindow ? ', past its window' : ''}.`);
  return parts.join(' ');
}
