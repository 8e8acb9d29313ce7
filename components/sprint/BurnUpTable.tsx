import type { BurnUp } from '../../lib/core/sprint/burn-up.ts';
import type { WorkUnit } from '../../lib/core/sprint/comparison.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import { dayInWords } from '../ui/wording/days-left.ts';
import { plain } from '../ui/wording/numbers.ts';
import { countsIn } from './burn-up-plot.ts';

interface Props {
  readonly burnUp: BurnUp;
  readonly unit: WorkUnit;
  readonly today: PlainDate;
}

const NAMES: Readonly<Record<WorkUnit, string>> = { issues: 'Issues', estimate: 'Estimates', hours: 'Estimates in hours' };

/** The numbers that a burn-up is drawn from: the days that have come. */
export function BurnUpTable({ burnUp, unit, today }: Props) {
  const days = burnUp.days.flatMap((day) => (day.counts === null ? [] : [{ ...day, counts: countsIn(day.counts, unit) }]));
  const goal = days.some(({ counts }) => counts.goalScope > 0);
  return (
    <table>
      <caption>{NAMES[unit]} at the end of each day</caption>
      <thead>
        <tr><th scope="col">Day</th><th scope="col">Scope</th><th scope="col">Done</th>{goal && <><th scope="col">Goal’s scope</th><th scope="col">Done for the goal</th></>}</tr>
      </thead>
      <tbody>
        {days.map(({ on, off, counts }) => (
          <tr key={on} data-off={off || undefined}>
            <th scope="row">{dayInWords(on)}{off && <span className="muted"> · off</span>}{on === today && <span className="muted"> · today</span>}</th>
            <td>{plain(counts.scope)}</td><td>{plain(counts.done)}</td>{goal && <><td>{plain(counts.goalScope)}</td><td>{plain(counts.goalDone)}</td></>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
