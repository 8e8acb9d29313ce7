import type { Instant } from '../../lib/core/time.ts';
import type { Card } from '../../lib/messaging/messages.ts';
import { Source } from '../ui/Source.tsx';
import { explain } from './explanation.ts';
import { InputRow } from './InputRow.tsx';

interface Props {
  readonly card: Card;
  readonly now: Instant;
  onEnter(input: string, value: number | null): void;
}

/** The score as a sum that a reader can check: every input, where it came from, and what it contributed. */
export function WhyThisScore({ card, now, onEnter }: Props) {
  const { score, model } = card;
  return (
    <section className="card-section" aria-labelledby="waymark-why">
      <h3 id="waymark-why">Why this score <span className="muted">· {model.name}</span></h3>
      <table className="why">
        <thead>
          <tr><th scope="col">Input</th><th scope="col">Value</th><th scope="col">Source</th><th scope="col" className="number">Weight</th><th scope="col" className="number">Contribution</th></tr>
        </thead>
        <tbody>
          {explain(card).map((row) => <InputRow key={row.input} row={row} digits={model.digits} now={now} onEnter={(value) => onEnter(row.input, value)} />)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>{score.state === 'scored' ? 'Sum = score' : 'No score until the missing inputs are known'}</th>
            <td className="number"><strong>{score.state === 'scored' ? score.text : '–'}</strong></td>
          </tr>
        </tfoot>
      </table>
      <p className="small muted formula"><span className="code">{model.formula}</span> <span>Source: <Source text={model.source} /></span></p>
    </section>
  );
}
