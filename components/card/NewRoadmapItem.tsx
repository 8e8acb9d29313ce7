import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import type { Horizon } from '../../lib/core/roadmap/roadmap-item.ts';
import { LONGEST_ID } from '../../lib/core/roadmap/tags.ts';
import { HORIZONS } from '../../lib/core/roadmap/window-words.ts';
import type { Problem } from '../../lib/messaging/messages.ts';
import { LeavableForm } from '../ui/LeavableForm.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import type { RoadmapItemDraft } from './card-events.ts';
import { idFromTitle, idProblem } from '../ui/wording/roadmap-item-id.ts';

interface Props {
  readonly title: string;
  /** What was written here when the form was left last. */
  readonly begun: RoadmapItemDraft | undefined;
  /** The id of an item that exists already as a label: then only the rest is asked for. `null` for a new one. */
  readonly labelled: string | null;
  /** What happens to the issue besides, and on which button. */
  readonly consequence: (id: string) => string;
  readonly action: string;
  onCreate(draft: RoadmapItemDraft): Promise<Problem | null>;
  onDone(): void;
  /** With what has been written: a key that leaves the form loses none of it. */
  onCancel(written: RoadmapItemDraft): void;
}

/** A new roadmap item in four fields; the id follows the title until somebody edits it. */
export function NewRoadmapItem({ title: firstTitle, begun, labelled, consequence, action, onCreate, onDone, onCancel }: Props) {
  const [title, setTitle] = useState(begun?.title ?? firstTitle);
  const [ownId, setOwnId] = useState(begun && begun.id !== idFromTitle(begun.title) ? begun.id : null);
  const [outcome, setOutcome] = useState(begun?.outcome ?? '');
  const [horizon, setHorizon] = useState<Horizon>(begun?.horizon ?? 'now');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const names = useId();
  const outcomeField = useRef<HTMLInputElement>(null);
  useEffect(() => outcomeField.current?.focus(), []);
  const id = labelled ?? ownId ?? idFromTitle(title);
  // An id that stands on a label is used as it is.
  const wrong = labelled === null ? idProblem(id) : null;
  const cancel = () => onCancel({ id, title, outcome, horizon });
  async function create(event: SubmitEvent) {
    event.preventDefault();
    if (busy || wrong !== null || title.trim() === '') return;
    setBusy(true);
    setProblem(null);
    const failed = await onCreate({ id, title: title.trim(), outcome: outcome.trim(), horizon });
    setBusy(false);
    setProblem(failed);
    if (failed === null) onDone();
  }
  return (
    <LeavableForm className="new-item" aria-label={labelled === null ? 'New roadmap item' : `Roadmap item ${labelled}`} onLeave={cancel} onSubmit={(event) => void create(event)}>
      <div className="new-item-pair">
        <div className="field"><label htmlFor={`${names}-title`}>Title</label><input id={`${names}-title`} className="input" value={title} required maxLength={120} onChange={(event) => setTitle(event.target.value)} /></div>
        <div className="field">
          <label htmlFor={`${names}-id`}>Id</label>
          <input id={`${names}-id`} className="input" value={id} maxLength={LONGEST_ID} readOnly={labelled !== null} aria-invalid={wrong !== null} aria-describedby={`${names}-wrong`} onChange={(event) => setOwnId(event.target.value)} />
        </div>
      </div>
      {wrong !== null && <output id={`${names}-wrong`} className="small wrong">{wrong}</output>}
      <div className="field"><label htmlFor={`${names}-outcome`}>Outcome <span className="muted">– the measure that should move</span></label><input ref={outcomeField} id={`${names}-outcome`} className="input" value={outcome} maxLength={200} placeholder="Checkout abandonment from 31 % to 25 %" onChange={(event) => setOutcome(event.target.value)} /></div>
      <fieldset className="horizons">
        <legend className="field-label">Horizon</legend>
        {(['now', 'next', 'later'] as const).map((one) => (
          <label key={one}><input type="radio" name={`${names}-horizon`} checked={horizon === one} onChange={() => setHorizon(one)} /> {HORIZONS[one]}</label>
        ))}
      </fieldset>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      <div className="row">
        <button type="submit" className="button button-primary" aria-disabled={busy} disabled={wrong !== null || title.trim() === ''}>{action}</button>
        <button type="button" className="button" onClick={cancel}>Cancel</button>
        <span className="small muted">{wrong === null && consequence(id)}</span>
      </div>
    </LeavableForm>
  );
}
