import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';
import { RiskIcon } from '../../ui/icons.tsx';
import { expectedDays } from './expected-days.ts';
import { dateInWords } from '../../../lib/core/date-words.ts';
import { windowInWords } from '../../../lib/core/roadmap/window-words.ts';

/** When the data say that it is finished, against what was planned. */
export function ForecastLine({ entry }: { readonly entry: RoadmapItemView }) {
  const days = expectedDays(entry);
  const planned = windowInWords(entry.item.window);
  if (days === null) return planned === null ? null : <p className="item-forecast muted">Planned {planned}</p>;
  return (
    <p className={days.pastWindow ? 'item-forecast item-past' : 'item-forecast muted'}>
      {days.pastWindow && <RiskIcon />}
      <span>
        <strong>P50</strong> {dateInWords(days.p50)} · <strong>P85</strong> {days.p85 === null ? 'beyond a year' : dateInWords(days.p85)}
        {planned !== null && <> · {days.pastWindow ? 'past its window' : 'planned'} {planned}</>}
      </span>
    </p>
  );
}
