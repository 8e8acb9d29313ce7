import type { ModelView } from '../../lib/messaging/messages.ts';
import { DiffersFromTeam } from './DiffersFromTeam.tsx';
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
  const set = (id: string, text: string) => {
    const value = Number(text);
    if (text !== '' && Number.isFinite(value) && value >= 0 && value <= 1000) onChange({ ...weights, [id]: value });
  };
  return (
    <fieldset className="box weights">
      <legend><h3>Weights of {model.name}</h3></legend>
      {model.inputs.map((input) => {
        const weight = weightOf(input.id, input.weight);
        const theirs = team && (team[input.id] ?? input.weight);
        return (
          <div key={input.id} className="weight">
            <span><strong>{input.label}</strong><span className="muted small weight-question">{input.question}</span></span>
            <input type="range" min={0} max={most} step={most > 20 ? 1 : 0.5} value={weight} aria-label={`Weight of ${input.label}`} aria-valuetext={`${weight}, ${percent(total === 0 ? 0 : weight / total)} of all`} onChange={(event) => set(input.id, event.target.value)} />
            <input type="number" className="input" min={0} max={1000} step="any" value={weight} aria-label={`Weight of ${input.label} as a number`} onChange={(event) => set(input.id, event.target.value)} />
            <span className="muted weight-share" aria-hidden="true">{percent(total === 0 ? 0 : weight / total)}</span>
            {theirs !== undefined && theirs !== weight && <DiffersFromTeam what={`Weight of ${input.label}`} there={plain(theirs)} onUse={() => onChange({ ...weights, [input.id]: theirs })} />}
          </div>
        );
      })}
      <div><button type="button" className="button" aria-disabled={!changed} onClick={() => { if (changed) onChange({}); }}>Back to the model’s own weights</button></div>
    </fieldset>
  );
}
