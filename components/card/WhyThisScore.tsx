import type { Instant } from '../../lib/core/time.ts';
import { hostOf, trackerOfKey } from '../../lib/core/keys.ts';
import type { Card } from '../../lib/messaging/messages.ts';
import { Source } from '../ui/Source.tsx';
import { trackerName } from '../ui/wording/tracker-name.ts';
import { GateControl } from './GateControl.tsx';
import { explain } from './explanation.ts';
import { InputRow } from './InputRow.tsx';
import { whereValuesGo } from './what-will-be-written.ts';

interface Props {
  readonly card: Card;
  readonly now: Instant;
  onEnter(input: string, value: number | null): void;
}

/** The score as a sum that a reader can check: every input, where it came from, and what it contributed. */
export function WhyThisScore({ card, now, onEnter }: Props) {
  const { score, model } = card;
  const scored = score.state === 'scored';
  const home = whereValuesGo({ tagging: card.tagging, tracker: trackerName(hostOf(card.key)), shares: trackerOfKey(card.key) === 'jira' });
  return (
    <section className="card-section" aria-labelledby="waymark-why">
      <h3 id="waymark-why">{scored ? 'Why this score' : 'What the score needs'} <span className="muted">· {model.name}</span></h3>
      <table className="why">
        <thead>
          <tr><th scope="col">Input</th><th scope="col">Value and source</th>{scored && <><th scope="col" className="number">Weight</th><th scope="col" className="number">Contribution</th></>}</tr>
        </thead>
        <tbody>
          {explain(card).map((row) => <InputRow key={row.input} row={row} scored={scored} now={now} onEnter={(value) => onEnter(row.input, value)} />)}
        </tbody>
        {scored && <tfoot><tr><th scope="row" colSpan={3}>Sum = score</th><td className="number"><strong>{score.text}</strong></td></tr></tfoot>}
      </table>
      <p className="note formula"><span className="formula-text">{model.formula}</span> Source: <Source text={model.source} /></p>
      <GateControl card={card} onEnter={onEnter} />
      {home !== null && <p className="note">{home}</p>}
    </section>
  );
}
