import { useId, useState, type SubmitEvent } from 'react';
import type { GoalOutcome } from '../../../lib/core/sprint/ledger.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import { LeavableForm } from '../../ui/LeavableForm.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { OUTCOMES } from './OutcomeMark.tsx';

interface Props {
  /** What it is the outcome of, for whoever does not see what stands above it. */
  readonly name: string;
  readonly outcome: Pick<GoalOutcome, 'result' | 'note'> | null;
  onSave(outcome: Pick<GoalOutcome, 'result' | 'note'> | null): Promise<Problem | null>;
  /** Where it can be left without saying anything. */
  onDone?(): void;
}

const CHOICES = ['met', 'partly', 'not'] as const;

/** Met, partly or not, with a note for the review. */
export function OutcomeForm({ name, outcome, onSave, onDone }: Props) {
  const [result, setResult] = useState(outcome?.result ?? null);
  const [note, setNote] = useState(outcome?.note ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const group = useId();
  async function send(wanted: Parameters<Props['onSave']>[0]) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const failed = await onSave(wanted);
    setBusy(false);
    setProblem(failed);
    if (failed === null) onDone?.();
  }
  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (result !== null) void send({ result, note: note.trim() });
  }
  return (
    <LeavableForm className="outcome-form" aria-label={`Outcome: ${name}`} onLeave={onDone} onSubmit={submit}>
      <fieldset className="row row-wrap" aria-label="Was it met?">
        {CHOICES.map((choice) => <label key={choice} className="outcome-choice"><input type="radio" name={group} checked={result === choice} onChange={() => setResult(choice)} />{OUTCOMES[choice].word}</label>)}
      </fieldset>
      <input className="input" aria-label="Note for the review" placeholder="A note for the review, if there is one" maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      <span className="row">
        <button type="submit" className="button button-primary" aria-disabled={busy} disabled={result === null}>Save</button>
        {onDone !== undefined && <button type="button" className="button" onClick={onDone}>Cancel</button>}
        {outcome !== null && <button type="button" className="button button-quiet" aria-disabled={busy} onClick={() => void send(null)}>Take it back</button>}
      </span>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
    </LeavableForm>
  );
}
