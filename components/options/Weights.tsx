import { useState } from 'react';
import type { ModelView } from '../../lib/messaging/messages.ts';
import { DiffersFromTeam } from './DiffersFromTeam.tsx';
import { isNumberWithin } from './number-within.ts';
import { percent, plain } from '../ui/wording/numbers.ts';

interface Props {
  readonly model: ModelView;
  /** Only what differs from the model's own weights. */
  readonly weights: Readonly<Record<string, number>>;
  /** The team's, where it has agreed on some. */
  readonly team: Readonly<Record<string, number>> | undefined;
  onChange(weights: Record<string, number>): void;
}

/** A slider for the feeling, a number for the record, and the share that counts. */
export function Weights({ model, weights, team, onChange }: Props) {
  const changed = Object.keys(weights).length > 0;
  const weightOf = (id: string, standard: number) => weights[id] ?? standard;
  const total = model.inputs.reduce((sum, input) => sum + weightOf(input.id, input.weight), 0);
  const most = Math.max(10, ...model.inputs.map((input) => 2 * input.weight), ...Object.values(weights));
  const set = (id: string, value: number) => onChange({ ...weights, [id]: value });
  return (
    <fieldset className="box weights">
      <legend><h3>Weights of {model.name}</h3></legend>
      {model.inputs.map((input) => {
        const weight = weightOf(input.id, input.weight);
        const theirs = team && (team[input.id] ?? input.weight);
        return (
          <div key={input.id} className="weight">
            <span><strong>{input.label}</strong><span className="muted small weight-question">{input.question}</span></span>
            <input type="range" min={0} max={most} step={most > 20 ? 1 : 0.5} value={weight} aria-label={`Weight of ${input.label}`} aria-valuetext={`${weight}, ${percent(total === 0 ? 0 : weight / total)} of all`} onChange={(event) => set(input.id, Number(event.target.value))} />
            <WeightNumber label={`Weight of ${input.label} as a number`} weight={weight} onChange={(value) => set(input.id, value)} />
            <span className="muted weight-share" aria-hidden="true">{percent(total === 0 ? 0 : weight / total)}</span>
            {theirs !== undefined && theirs !== weight && <DiffersFromTeam what={`Weight of ${input.label}`} there={plain(theirs)} onUse={() => onChange({ ...weights, [input.id]: theirs })} />}
          </div>
        );
      })}
      <div><button type="button" className="button" aria-disabled={!changed} onClick={() => { if (changed) onChange({}); }}>Back to the model’s own weights</button></div>
    </fieldset>
  );
}

const HEAVIEST = 1000;

/** What is typed stays as it is typed until the field is left, also while it is no weight: an emptied field could otherwise not be filled anew. */
function WeightNumber({ label, weight, onChange }: { readonly label: string; readonly weight: number; onChange(value: number): void }) {
  const [text, setText] = useState<string | null>(null);
  return (
    <input
      type="number" className="input" min={0} max={HEAVIEST} step="any" value={text ?? weight} aria-label={label} aria-invalid={text !== null && !isNumberWithin(text, 0, HEAVIEST)}
      onChange={({ target }) => {
        setText(target.value);
        if (isNumberWithin(target.value, 0, HEAVIEST)) onChange(Number(target.value));
      }}
      onBlur={() => setText(null)}
    />
  );
}
