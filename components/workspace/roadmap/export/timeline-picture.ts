import { dateInWords } from '../../../../lib/core/date-words.ts';
import type { RoadmapAim } from '../../../../lib/core/roadmap/roadmap-item.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import type { RoadmapItemView } from '../../../../lib/messaging/messages.ts';
import { count } from '../../../ui/wording/count.ts';
import { expectedDays } from '../expected-days.ts';
import { healthInWord } from '../HealthMark.tsx';
import { ROWS_AT_ONCE } from '../at-once.ts';
import { inTime, scaleOf } from '../in-time.ts';
import { shownWindow } from '../shown-window.ts';
import { headOfPicture } from './head-of-picture.ts';
import { fit, HEALTH_FILLS, INKS, line, rect, svg, type Measure } from './svg.ts';

const NAMES = 300;
const TRACK = 900;
const ROW = 40;

/** The timeline as a picture: what the filters leave, as many rows as it shows at first. */
export function timelinePicture(aim: RoadmapAim, entries: readonly RoadmapItemView[], today: PlainDate, measure: Measure): string {
  const rows = inTime(entries);
  const shown = rows.slice(0, ROWS_AT_ONCE);
  const scale = scaleOf(rows, today);
  const width = NAMES + TRACK + 32;
  const head = headOfPicture(aim, width, measure);
  const top = head.height + 28;
  const bottom = top + shown.length * ROW;
  const at = (percent: number) => 16 + NAMES + (percent / 100) * TRACK;
  return svg(width, bottom + 40, `Roadmap along the days, ${count(entries.length, 'item')}`, [
    head.part,
    ...scale.quarters.map((quarter) => rect(at(quarter.at), head.height, 1, bottom - head.height, '#e3e8ed') + line(at(quarter.at) + 8, head.height + 12, quarter.name, INKS.muted)),
    ...shown.flatMap((entry, row) => rowParts(entry, top + row * ROW)),
    rect(at(scale.at(today)), top, 2, bottom - top, '#c11f2b'),
    line(16, bottom + 20, `${rows.length > shown.length ? `and ${rows.length - shown.length} more · ` : ''}Boxes are planned, filled by progress; bars below are forecasts from P50 to P85; the red line is ${dateInWords(today)}.`, INKS.muted),
  ]);

  function rowParts(entry: RoadmapItemView, y: number): string[] {
    const { item, progress, health } = entry;
    const { from = null, to = null } = shownWindow(entry) ?? {};
    const days = expectedDays(entry);
    const parts = [rect(16, y, width - 32, 1, '#e3e8ed'), line(16, y + 14, fit(item.title, NAMES - 16, { ...INKS.title, size: 13 }, measure), { ...INKS.title, size: 13 }), line(16, y + 29, healthInWord(health.computed), { size: 11, weight: 600, fill: HEALTH_FILLS[health.computed ?? 'inactive'] })];
    if (from !== null || to !== null) {
      const [left, right] = [from === null ? at(0) : at(scale.at(from)), to === null ? at(100) : at(scale.endOf(to))];
      const { done, total } = progress.issues;
      parts.push(rect(left, y + 8, right - left, 14, '#e0f3ee', { round: 4, stroke: '#2a9d8a' }));
      if (done > 0) parts.push(rect(left, y + 8, ((right - left) * done) / total, 14, '#2a9d8a', { round: 4 }));
    }
    if (days !== null) parts.push(rect(at(scale.at(days.p50)), y + 26, (days.p85 === null ? at(100) : at(scale.endOf(days.p85))) - at(scale.at(days.p50)), 6, days.pastWindow ? '#b04300' : '#59636e', { round: 3 }));
    return parts;
  }
}
