import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { SprintKey } from '../../../lib/core/issue.ts';
import type { GoalsView, Problem } from '../../../lib/messaging/messages.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { LeavableForm } from '../../ui/LeavableForm.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { keptHere } from '../../ui/wording/kept-here.ts';
import { keepGoals, recallGoals } from './begun-goals.ts';
import { draftGoals, goalsOf, isSame, moved } from './goal-drafts.ts';

interface Props {
  readonly sprint: SprintKey;
  readonly goals: readonly string[];
  readonly via: GoalsView['via'];
  /** `seen`: the goals that stood there when it was begun. */
  onSave(goals: readonly string[], seen: readonly string[]): Promise<Problem | null>;
  onDone(): void;
}

/** One field for each goal, in their order. Says where they will be written before they are. What was begun and neither saved nor cancelled is there again. */
export function GoalsForm({ sprint, goals, via, onSave, onDone }: Props) {
  const [begun] = useState(() => recallGoals(sprint));
  const [drafts, setDrafts] = useState(() => draftGoals(begun?.goals ?? goals));
  const [seen] = useState(begun?.seen ?? goals);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [focus, setFocus] = useState(drafts[0]?.id ?? 0);
  const hint = useId();
  useEffect(() => form.current?.querySelector<HTMLElement>(`[data-draft="${focus}"]`)?.focus(), [focus]);
  const wanted = goalsOf(drafts);
  const changed = !isSame(wanted, goals);
  const keep = (left: boolean) => keepGoals(sprint, changed ? { goals: wanted, seen, left } : null);
  useEffect(() => keep(false));
  function leave() {
    keep(true);
    onDone();
  }
  function cancel() {
    keepGoals(sprint, null);
    onDone();
  }
  function keys(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save();
  }
  async function save() {
    if (!changed || busy) return;
    setBusy(true);
    setProblem(null);
    const failed = await onSave(wanted, seen);
    setBusy(false);
    setProblem(failed);
    if (failed === null) cancel();
  }
  function add() {
    const id = Math.max(0, ...drafts.map((draft) => draft.id)) + 1;
    setDrafts([...drafts, { id, text: '' }]);
    setFocus(id);
  }
  return (
    <LeavableForm ref={form} className="stack goals-form" aria-label="Goals of the sprint" onLeave={leave} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <ol className="stack">
        {drafts.map(({ id, text }, index) => {
          const name = index === 0 ? 'Sprint Goal' : `Goal ${index + 1}`;
          return (
            <li key={id} className="goal-draft">
              <textarea className="input" data-draft={id} rows={2} maxLength={500} aria-label={name} aria-describedby={hint} onKeyDown={keys} value={text} placeholder="For instance: Guests pay without an account, in under a minute" onChange={(event) => setDrafts(drafts.map((draft) => (draft.id === id ? { id, text: event.target.value } : draft)))} />
              {drafts.length > 1 && (
                <span className="goal-draft-buttons">
                  <button type="button" className="button button-quiet" aria-label={`Move ${name} up`} aria-disabled={index === 0} onClick={() => setDrafts(moved(drafts, index, -1))}>Up</button>
                  <button type="button" className="button button-quiet" aria-label={`Move ${name} down`} aria-disabled={index === drafts.length - 1} onClick={() => setDrafts(moved(drafts, index, 1))}>Down</button>
                  <button type="button" className="button button-quiet" aria-label={`Remove ${name}`} onClick={() => setDrafts(drafts.filter((draft) => draft.id !== id))}>Remove</button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {begun !== null && changed && <p className="muted small">Not saved yet: this is what you wrote last. Cancel drops it.</p>}
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      <div className="row row-wrap">
        <button type="submit" className="button button-primary" aria-disabled={busy} disabled={!changed}>{via.via === 'file' ? 'See the change' : wanted.length === 0 && goals.length > 0 ? 'Take the goal back' : 'Save'}</button>
        <button type="button" className="button" onClick={cancel}>Cancel</button>
        <button type="button" className="button button-quiet push" onClick={add}><PlusIcon />Another goal</button>
      </div>
      <p id={hint} className="muted small">{via.via === 'local' ? keptHere(via.because) : via.because} One goal is the norm; the first is the Sprint Goal.</p>
    </LeavableForm>
  );
}
