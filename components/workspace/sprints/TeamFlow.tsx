import type { Spread } from '../../../lib/core/sprint/flow-metrics.ts';
import type { TeamFlowView } from '../../../lib/messaging/messages.ts';
import { Source } from '../../ui/Source.tsx';
import { count } from '../../ui/wording/count.ts';
import { dayInWords } from '../../ui/wording/days-left.ts';
import { plain } from '../../ui/wording/numbers.ts';
import { fivesOf } from './flow-weeks.ts';

/** Throughput, cycle time, work in progress and its age, each with the number that it stands on. */
export function TeamFlow({ flow: { throughput, cycleDays, inProgress, ageDays, source, lastRead } }: { readonly flow: TeamFlowView }) {
  const fives = fivesOf(throughput.daily);
  const most = Math.max(1, ...fives);
  return (
    <section className="sprint-section" aria-labelledby="flow">
      <h2 id="flow">How work flows</h2>
      {lastRead !== undefined && <p className="muted">As of {dayInWords(lastRead)}, when it was last read.</p>}
      <dl className="flow-cards">
        <div>
          <dt>Throughput</dt>
          <dd>
            {throughput.daily.length === 0 ? <span className="muted">Not known yet.</span> : <><strong className="figure">{plain(Math.round((throughput.finished / throughput.daily.length) * 50) / 10)}</strong> <span className="muted small">in five working days (n = {throughput.finished} in {count(throughput.daily.length, 'working day')} since {dayInWords(throughput.since).slice(4)})</span></>}
            {fives.length > 1 && <span className="flow-bars"><span className="visually-hidden">Finished in each five working days, the latest last: {fives.join(', ')}.</span>{fives.map((value, index) => <i key={fives.length - index} aria-hidden="true" title={String(value)} style={{ blockSize: `${Math.max(4, (100 * value) / most)}%` }} />)}</span>}
          </dd>
        </div>
        <SpreadOf name="Cycle time" spread={cycleDays} none="No finished issue’s history tells when work on it began." of="finished issue" />
        <div><dt>In progress</dt><dd><strong className="figure">{inProgress}</strong> <span className="muted small">{inProgress === 1 ? 'issue' : 'issues'}</span></dd></div>
        <SpreadOf name="Age of what is in progress" spread={ageDays} none="Nothing is in progress." of="issue" />
      </dl>
      {cycleDays !== null && ageDays !== null && ageDays.p50 > cycleDays.p85 && <p>Half of what is in progress is older than 85 % of all finished work was at its end: it is stuck, or it is forgotten.</p>}
      <p className="muted small">Measures as in <Source text={source} />.</p>
    </section>
  );
}

function SpreadOf({ name, spread, none, of }: { readonly name: string; readonly spread: Spread | null; readonly none: string; readonly of: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{spread === null ? <span className="muted">{none}</span> : <><strong className="figure">{days(spread.p85)}</strong> <span className="muted small">{days(spread.p85) === '1' ? 'day' : 'days'} or less at 85 %; {days(spread.p50)} at 50 %, {days(spread.p95)} at 95 % ({'n\u00a0=\u00a0'}{count(spread.n, of)})</span></>}</dd>
    </div>
  );
}

/** Nobody plans by hours of a long wait: whole days from ten on; and nothing takes no time. */
function days(value: number): string {
  return plain(value < 10 ? Math.max(1, Math.round(value * 10)) / 10 : Math.round(value));
}
