import type { Amount } from '../../../lib/core/sprint/comparison.ts';
import type { SprintMessages } from '../../../lib/messaging/messages.ts';
import { percent, plain } from '../../ui/wording/numbers.ts';
import { sizeInWords } from '../../ui/wording/sizes-of.ts';
import { spanInWords } from '../../ui/wording/sprint-days.ts';
import { sprintsAddress } from '../address.ts';
import { Calibration } from './Calibration.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import { comparisonInWords } from './comparison-words.ts';

/** Past sprints beside each other, and how the forecasts would have done in them. */
export function Comparison({ comparison: { sprints, backTest } }: { readonly comparison: SprintMessages['sprintComparison']['response'] }) {
  return (
    <>
      <section className="sprint-section" aria-labelledby="past">
        <h2 id="past">Past sprints</h2>
        {sprints.length === 0 ? <p className="muted">No sprint has ended yet. From the first one on, what was planned, added, done and carried over shows here, sprint beside sprint.</p> : (
          <>
            <p className="muted small">{comparisonInWords(sprints)} Plan kept: of what was planned, the share that was done.</p>
            <div className="comparison">
              <table>
                <caption className="visually-hidden">Past sprints, the latest first. Issues, and estimates in brackets, those in hours with an h.</caption>
                <thead><tr><th scope="col">Sprint</th>{['Planned', 'Added', 'Removed', 'Done', 'Carried over'].map((name) => <th key={name} scope="col" className="number">{name}</th>)}<th scope="col" className="number">Plan kept</th><th scope="col">Goal</th></tr></thead>
                <tbody>
                  {sprints.map(({ sprint, title, span, basis, planned, added, removed, done, carried, accuracy, goal }) => (
                    <tr key={sprint}>
                      <th scope="row"><a href={sprintsAddress(sprint)}>{title}</a> <span className="muted small">{spanInWords(span)}{basis !== 'history' && ' · by snapshots'}</span></th>
                      {[planned, added, removed, done, carried].map((amount, index) => <td key={index} className="number"><AmountOf amount={amount} /></td>)}
                      <td className="number">{accuracy === null ? '–' : percent(accuracy)}</td>
                      <td><OutcomeMark result={goal} /></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </section>
      <Calibration backTest={backTest} />
    </>
  );
}

function AmountOf({ amount: { issues, estimate, hours } }: { readonly amount: Amount }) {
  const sizes = [...(estimate === null ? [] : [`${plain(estimate)}${hours === undefined ? '' : ' points'}`]), ...(hours === undefined ? [] : [sizeInWords(hours, 'hours')])];
  return <>{issues}{sizes.length > 0 && <span className="muted"> ({sizes.join(', ')})</span>}</>;
}
