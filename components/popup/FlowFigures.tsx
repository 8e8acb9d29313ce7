import type { FlowView } from '../../lib/messaging/messages.ts';
import { count } from '../ui/wording/count.ts';
import { plain } from '../ui/wording/numbers.ts';

/** Throughput with the n that it stands on, and the weeks themselves: an even row is a promise that can be kept, a ragged one is not. */
export function FlowFigures({ flow: { perWeek, weeks, finished, inProgress } }: { readonly flow: FlowView }) {
  const most = Math.max(1, ...weeks);
  const oldest = inProgress[0];
  return (
    <div className="flow-figures">
      {perWeek === null
        ? <p className="muted">What it finishes in a week is not known yet.</p>
        : <p><strong className="figure">{plain(Math.round(perWeek * 10) / 10)}</strong> <span className="muted small">finished a week (n = {finished} in {count(weeks.length, 'week')})</span></p>}
      <p><strong className="figure">{inProgress.length}</strong> <span className="muted small">in progress{oldest === undefined ? '' : `, the oldest ${oldest.ageDays === 0 ? 'since today' : `for ${count(oldest.ageDays, 'day')}`}`}</span></p>
      {weeks.length > 1 && (
        <div className="flow-weeks" title={`Finished in each week: ${weeks.join(', ')}`}>
          <span className="visually-hidden">Finished in each of these weeks, the latest last: {weeks.join(', ')}.</span>
          {weeks.map((week, index) => <span key={weeks.length - index} aria-hidden="true" className="flow-week" style={{ height: `${Math.max(4, (100 * week) / most)}%` }} />)}
        </div>
      )}
    </div>
  );
}
