import { useMemo, useRef, useState } from 'react';
import { HORIZONS } from '../../../lib/core/roadmap/window-words.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { ROWS_AT_ONCE } from './at-once.ts';
import { expectedDays } from './expected-days.ts';
import { ForecastTerms } from './ForecastTerms.tsx';
import { HealthMark } from './HealthMark.tsx';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';
import { inTime, scaleOf } from './in-time.ts';
import { TimelineBar, timelineInWords } from './TimelineBar.tsx';
import { usePrinting } from './usePrinting.ts';

interface Props {
  readonly entries: readonly RoadmapItemView[];
  readonly today: PlainDate;
  onOpen(id: string): void;
}

/** What is planned when, and when the data say it comes: a table whose last column is drawn, and said in words. */
export function Timeline({ entries, today, onOpen }: Props) {
  const [atOnce, setAtOnce] = useState(ROWS_AT_ONCE);
  const list = useRef<HTMLTableSectionElement>(null);
  const printing = usePrinting();
  const rows = useMemo(() => inTime(entries), [entries]);
  const shown = printing ? rows.length : atOnce;
  const scale = useMemo(() => scaleOf(rows, today), [rows, today]);
  return (
    <div className="timeline">
      <table>
        <caption className="visually-hidden">Roadmap items by time: what is planned, and what is forecast</caption>
        <thead>
          <tr>
            <th scope="col" className="timeline-item">Item</th>
            <th scope="col" className="timeline-health">Health</th>
            <th scope="col" className="timeline-axis">
              <span className="visually-hidden">Planned and forecast</span>
              {scale.quarters.map(({ name, at, width }) => <span key={name} className="quarter" style={{ left: `${at}%`, width: `${width}%` }} aria-hidden="true">{name}</span>)}
            </th>
          </tr>
        </thead>
        <tbody ref={list}>
          {rows.slice(0, shown).map((entry) => (
            <tr key={entry.item.id} data-item={entry.item.id}>
              <th scope="row" className="timeline-item">
                <button type="button" className="item-title" onClick={() => onOpen(entry.item.id)}>{entry.item.title}</button>
                {entry.item.horizon !== null && <span className="chip">{HORIZONS[entry.item.horizon]}</span>}
              </th>
              <td className="timeline-health"><HealthMark health={entry.health.computed} /></td>
              <td className="timeline-track">
                {scale.quarters.map(({ name, at }) => <span key={name} className="quarter-line" style={{ left: `${at}%` }} />)}
                <span className="today" style={{ left: `${scale.at(today)}%` }} />
                <TimelineBar entry={entry} scale={scale} />
                <span className="visually-hidden">{timelineInWords(entry)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore className="button column-more" shown={shown} of={rows.length} atOnce={ROWS_AT_ONCE} list={list} onShow={setAtOnce} />
      <p className="legend muted small" aria-hidden="true">
        <span><i className="legend-window" /> planned window, filled by progress</span>
        <span><i className="legend-forecast" /> forecast from P50 to P85</span>
        <span><i className="legend-today" /> today</span>
      </p>
      {rows.some(expectedDays) && <ForecastTerms />}
    </div>
  );
}
