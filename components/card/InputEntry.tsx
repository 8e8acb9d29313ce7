import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { LeavableForm } from '../ui/LeavableForm.tsx';
import type { InputScale } from '../../lib/core/scoring/score.ts';

interface Props {
  readonly label: string;
  readonly question: string;
  readonly unknown: boolean;
  readonly scale: InputScale;
  readonly value: number | null;
  readonly takesFocus: boolean;
  onSave(value: number): void;
  readonly onCancel: (() => void) | undefined;
}

/** Gives one input its value: a number or a choice, saved by Enter. */
export function InputEntry({ label, question, unknown, scale, value, takesFocus, onSave, onCancel }: Props) {
  const [text, setText] = useState(() => firstText(value, scale));
  const hint = useId();
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    if (takesFocus) control.current?.focus();
  }, [takesFocus]);
  function save(event: SubmitEvent) {
    event.preventDefault();
    if (text !== '' && Number.isFinite(Number(text))) onSave(Number(text));
  }
  const common = { ref: control, className: 'input', value: text, 'aria-label': label, 'aria-describedby': hint };
  return (
    <LeavableForm className="entry" onLeave={onCancel} onSubmit={save}>
      {unknown && <span className="unknown-word">unknown</span>}
      {scale.kind === 'choice' ? (
        <select {...common} onChange={(event) => setText(event.target.value)}>
          <option value="">Choose …</option>
          {scale.choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
        </select>
      ) : (
        <>
          <input {...common} type="number" inputMode="decimal" min={scale.min} max={scale.max ?? undefined} step={scale.step ?? 'any'} onChange={(event) => setText(event.target.value)} />
          {scale.unit !== '' && <span className="muted small">{scale.unit}</span>}
        </>
      )}
      <button type="submit" className="button" disabled={text === ''}>Save</button>
      {onCancel !== undefined && <button type="button" className="button button-quiet" onClick={onCancel}>Cancel</button>}
      <p id={hint} className="note">{question}</p>
    </LeavableForm>
  );
}

/** A value between two choices, as a derived fact may be, is none that a person could give. */
function firstText(value: number | null, scale: InputScale): string {
  if (value === null || (scale.kind === 'choice' && !scale.choices.some((choice) => choice.value === value))) return '';
  return String(value);
}
