import type { Card } from '../../lib/messaging/messages.ts';
import { sourceInWords } from '../ui/wording/source.ts';

interface Props {
  readonly card: Pick<Card, 'gate' | 'gating' | 'entered'>;
  onEnter(input: string, value: number | null): void;
}

/** MoSCoW is a decision, not a measure: it stands beside the score, and one choice changes it. */
export function GateControl({ card: { gate, gating, entered }, onEnter }: Props) {
  const byHand = entered[gating.input];
  const told = gate !== null && byHand === undefined ? gate : null;
  return (
    <p className="gate-control">
      <label>
        <span>MoSCoW</span>
        <select className="input" value={byHand ?? ''} onChange={(event) => onEnter(gating.input, event.target.value === '' ? null : Number(event.target.value))}>
          <option value="">{told === null ? 'Not decided' : `${told.label}, as the tracker says`}</option>
          {gating.choices.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
        </select>
      </label>
      <span className="note">Stands beside the score, never changes it.{told !== null && ` From ${sourceInWords(told.fact.source)}.`}{byHand !== undefined && ' Entered by you.'}</span>
    </p>
  );
}
