import { useEffect, useRef, useState } from 'react';
import type { Horizon, RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import { LONGEST_ID } from '../../../lib/core/roadmap/tags.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import type { Problem, RoadmapItemWish } from '../../../lib/messaging/messages.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { count } from '../../ui/wording/count.ts';
import { idFromTitle } from '../../ui/wording/roadmap-item-id.ts';
import { BelongsFields } from './BelongsFields.tsx';
import { FormField } from './FormField.tsx';
import { FormGroup } from './FormGroup.tsx';
import { HealthFields } from './HealthFields.tsx';
import { draftOf, itemOf, type ItemDraft } from './item-draft.ts';
import { mistakesIn } from './item-mistakes.ts';
import { LinkFields } from './LinkFields.tsx';
import { MeasureFields } from './MeasureFields.tsx';
import { PlanFields } from './PlanFields.tsx';
import { RiskFields } from './RiskFields.tsx';

interface Props {
  readonly item: RoadmapItem | null;
  /** How many issues belong to it: they go along when its id changes. */
  readonly tagged: number;
  readonly horizon: Horizon | null;
  readonly taken: readonly string[];
  readonly today: PlainDate;
  /** Something has been typed or chosen. */
  onWrite(): void;
  /** `seen`: the item as it was when the form was opened; `null` for one that is to be made. */
  onSave(item: RoadmapItemWish, seen: RoadmapItem | null): Promise<Problem | null>;
  onCancel(): void;
}

/** All members of an item; the id of a new one follows its title until somebody edits it. */
export function ItemForm({ item: present, tagged, horizon, taken, today, onWrite, onSave, onCancel }: Props) {
  // What comes meanwhile is told from what is written here by what stood here first.
  const [item] = useState(present);
  const [draft, setDraft] = useState(() => draftOf(item, horizon));
  const [ownId, setOwnId] = useState(item !== null);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const mistakes = mistakesIn(draft, item?.id ?? null, taken);
  const wrong = (field: string) => (tried ? mistakes[field] : undefined);
  const set = (change: Partial<ItemDraft>) => setDraft({ ...draft, ...change });
  async function save(seen: RoadmapItem | null) {
    if (busy) return;
    setTried(true);
    if (Object.keys(mistakes).length > 0) {
      // Once the fields say what is wrong with them.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    setBusy(true);
    setProblem(null);
    const wish = itemOf(draft, item, today);
    // Made anew, it has the tags that it had.
    const formerIds = item === null || item.id === wish.id ? wish.formerIds : [...(wish.formerIds ?? []), item.id];
    const failed = await onSave(seen === null && formerIds !== undefined ? { ...wish, formerIds } : wish, seen);
    setBusy(false);
    setProblem(failed);
  }
  return (
    <form ref={form} className="item-form" aria-label={item === null ? 'New roadmap item' : `Edit ${item.title}`} noValidate onInput={onWrite} onSubmit={(event) => { event.preventDefault(); void save(item); }}>
      <FormField label="Title" value={draft.title} max={120} wrong={wrong('title')} onChange={(title) => set({ title, ...(ownId ? {} : { id: idFromTitle(title) }) })} />
      <FormField label="Outcome" hint="what should be different afterwards" value={draft.outcome} max={500} rows={2} onChange={(outcome) => set({ outcome })} />
      <MeasureFields draft={draft} wrong={wrong} onChange={set} />
      <PlanFields draft={draft} wrong={wrong} onChange={set} />
      <div className="form-pair">
        <FormField label="Theme" value={draft.theme} max={60} onChange={(theme) => set({ theme })} />
        <FormField label="Owner" value={draft.owner} max={60} onChange={(owner) => set({ owner })} />
      </div>
      <HealthFields draft={draft} wrong={wrong} onChange={set} />
      <RiskFields risks={draft.risks} onChange={(risks) => set({ risks })} />
      <FormGroup title="Links"><LinkFields links={draft.links} wrong={wrong} onChange={(links) => set({ links })} /></FormGroup>
      <FormGroup title="Issues belong to it that fit"><BelongsFields rules={draft.belongs} wrong={wrong} onChange={(belongs) => set({ belongs })} /></FormGroup>
      <FormField label="Id" hint={`its label is roadmap:${draft.id || '…'}`} value={draft.id} max={LONGEST_ID} wrong={wrong('id')} onChange={(id) => { setOwnId(true); set({ id }); }} />
      {item !== null && draft.id !== item.id && <p className="muted small">The label roadmap:{item.id} stays on {tagged === 0 ? 'issues that have it' : `the ${count(tagged, 'issue')} that belong to it`}, and counts as this item’s from now on. Nothing is written to a tracker.</p>}
      <div className="row row-wrap form-foot">
        {problem !== null && <ProblemNote problem={problem} tone="late">{problem.kind === 'gone' && <button type="button" className="button" onClick={() => void save(null)}>Add it anew</button>}</ProblemNote>}
        <button type="submit" className="button button-primary" aria-disabled={busy}>{item === null ? 'Add to the roadmap' : 'Save'}</button>
        <button type="button" className="button" onClick={onCancel}>Cancel</button>
        {tried && Object.keys(mistakes).length > 0 && <output className="wrong small">{count(Object.keys(mistakes).length, 'field')} to mend.</output>}
      </div>
    </form>
  );
}
