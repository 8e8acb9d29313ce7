import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Problem, SprintView } from '../../lib/messaging/messages.ts';
import { onEscape } from '../ui/on-escape.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { keptHere } from '../ui/wording/kept-here.ts';

interface Props {
  readonly text: string;
  readonly via: SprintView['goalVia'];
  onSave(text: string): Promise<Problem | null>;
  onDone(): void;
}

/** Says where the goal will be written before it is. */
export function GoalEditor({ text: before, via, onSave, onDone }: Props) {
  const [text, setText] = useState(before);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const hint = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const leave = onEscape(onDone);
  const changed = text.trim() !== '' && text.trim() !== before.trim();
  function keys(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save();
    else leave(event);
  }
  async function save() {
    if (!changed) return;
    setBusy(true);
    const failed = await onSave(text.trim());
    setBusy(false);
    setProblem(failed);
    if (failed === null) onDone();
  }
  return (
    <form className="stack" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <textarea ref={field} onKeyDown={keys} className="input goal-field" rows={4} maxLength={500} aria-label="Sprint Goal" aria-describedby={hint} value={text} placeholder="For instance: Guests pay without an account, in under a minute" onChange={(event) => setText(event.target.value)} />
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      <div className="row">
        <button type="submit" className="button button-primary" disabled={busy || !changed}>Save</button>
        <button type="button" className="button" onClick={onDone}>Cancel</button>
      </div>
      <p id={hint} className="muted small">
        {via.via === 'tracker' ? via.because : keptHere(via.because)}
      </p>
    </form>
  );
}
