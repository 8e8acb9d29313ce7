import { useId, useState } from 'react';
import type { OptionsView } from '../../lib/messaging/messages.ts';
import { DiffersFromTeam } from './DiffersFromTeam.tsx';
import { isNumberWithin } from './number-within.ts';
import { Source } from '../ui/Source.tsx';
import { plain } from '../ui/wording/numbers.ts';

interface Props {
  readonly threshold: OptionsView['thresholds'][number];
  readonly value: number;
  /** The team's, where it has agreed on one. */
  readonly team: number | undefined;
  onChange(value: number): void;
}

/** One number with its unit, its source and the way back. */
export function ThresholdRow({ threshold, value, team, onChange }: Props) {
  const { label, unit, source, standard, min, max } = threshold;
  const [text, setText] = useState<string | null>(null);
  const id = useId();
  const wrong = text !== null && !isNumberWithin(text, min, max);
  return (
    <div className="threshold">
      <label htmlFor={id}><span id={`${id}-name`}>{label}</span><span className="muted small rule-source"><Source text={source} /></span></label>
      <span className="row">
        <input
          id={id} type="number" aria-labelledby={`${id}-name`} className="input" min={min} max={max} step={max <= 1 ? 0.01 : 1} value={text ?? value} aria-invalid={wrong} aria-describedby={`${id}-hint`}
          onChange={(event) => {
            setText(event.target.value);
            if (isNumberWithin(event.target.value, min, max)) onChange(Number(event.target.value));
          }}
          onBlur={() => setText(null)}
        />
        <span className="muted small">{unit}</span>
      </span>
      {team !== undefined && team !== value && <DiffersFromTeam what={label} there={plain(team)} onUse={() => { setText(null); onChange(team); }} />}
      {(wrong || value === standard) && <span id={`${id}-hint`} className={wrong ? 'small wrong' : 'small muted'}>{wrong ? `${plain(min)} to ${plain(max)}` : 'default'}</span>}
      {value !== standard && <button id={wrong ? undefined : `${id}-hint`} type="button" className="button button-link" aria-label={`Set ${label} back to ${plain(standard)}`} onClick={() => { setText(null); onChange(standard); }}>Back to {plain(standard)}</button>}
    </div>
  );
}
