import { useId, useState, type SubmitEvent } from 'react';
import type { RoadmapAim } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import { LeavableForm } from '../../ui/LeavableForm.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';

interface Props {
  readonly aim: RoadmapAim;
  onSave(aim: RoadmapAim): Promise<Problem | null>;
}

/** What all of it is for: the Product Goal large, the vision above it. */
export function Aim({ aim, onSave }: Props) {
  const [editing, setEditing] = useState(false);
  if (editing) return <AimForm aim={aim} onSave={onSave} onDone={() => setEditing(false)} />;
  const { vision, productGoal } = aim;
  return (
    <section className="aim" aria-labelledby="aim-title">
      <div className="row">
        <h2 id="aim-title" className="eyebrow">Product Goal</h2>
        {(vision !== '' || productGoal !== '') && <button type="button" className="button button-quiet" aria-label="Edit the Product Goal and the vision" onClick={() => setEditing(true)}>Edit</button>}
      </div>
      {productGoal === ''
        ? <p className="aim-none"><span className="muted">Not said yet: the one thing that this roadmap gets to.</span> <button type="button" className="button" onClick={() => setEditing(true)}>Write the Product Goal</button></p>
        : <p className="aim-goal">{productGoal}</p>}
      {vision !== '' && <p className="aim-vision"><span className="muted">Vision</span> {vision}</p>}
    </section>
  );
}

function AimForm({ aim, onSave, onDone }: Props & { onDone(): void }) {
  const [draft, setDraft] = useState(aim);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const names = useId();
  async function save(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const failed = await onSave({ vision: draft.vision.trim(), productGoal: draft.productGoal.trim() });
    setBusy(false);
    setProblem(failed);
    if (failed === null) onDone();
  }
  return (
    <LeavableForm className="aim stack" aria-label="Product Goal and vision" onLeave={onDone} onSubmit={(event) => void save(event)}>
      <div className="field">
        <label htmlFor={`${names}-goal`}>Product Goal</label>
        {/* Whoever opened the form wants to write. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <textarea autoFocus id={`${names}-goal`} className="input" rows={2} maxLength={500} value={draft.productGoal} placeholder="For instance: Half of our shoppers come back within a month" onChange={(event) => setDraft({ ...draft, productGoal: event.target.value })} />
      </div>
      <div className="field">
        <label htmlFor={`${names}-vision`}>Vision</label>
        <textarea id={`${names}-vision`} className="input" rows={2} maxLength={500} value={draft.vision} placeholder="For instance: Anybody can open a shop in an evening" onChange={(event) => setDraft({ ...draft, vision: event.target.value })} />
      </div>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      <div className="row"><button type="submit" className="button button-primary" aria-disabled={busy}>Save</button><button type="button" className="button" onClick={onDone}>Cancel</button></div>
    </LeavableForm>
  );
}
