import { useEffect, useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import type { Horizon, RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import type { Problem, RoadmapItemWish } from '../../../lib/messaging/messages.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { count } from '../../ui/wording/count.ts';
import { roadmapItemId } from '../../ui/wording/roadmap-item-id.ts';
import { BelongsFields } from './BelongsFields.tsx';
import { FormField } from './FormField.tsx';
import { HEALTHS } from './HealthMark.tsx';
import { draftOf, itemOf, PRODUCT_RISKS, type ItemDraft } from './item-draft.ts';
import { mistakesIn } from './item-mistakes.ts';
import { LinkFields } from './LinkFields.tsx';

interface Props {
  readonly item: RoadmapItem | null;
  /** How many issues belong to it: they go along when its id changes. */
  readonly tagged: number;
  readonly horizon: Horizon | null;
  readonly taken: readonly string[];
  readonly today: PlainDate;
  onSave(item: RoadmapItemWish): Promise<Problem | null>;
  onCancel(): void;
}

const PLANS = [['now', 'Now'], ['next', 'Next'], ['later', 'Later'], ['window', 'Between two days'], ['none', 'Not planned']] as const;
const STATUSES = [['', 'Not looked at'], ['open', 'Open'], ['tested', 'Tested'], ['retired', 'Retired']] as const;

/** All members of an item; the id of a new one follows its title until somebody edits it. */
export function ItemForm({ item, tagged, horizon, taken, today, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(() => draftOf(item, horizon));
  const [ownId, setOwnId] = useState(item !== null);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const name = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const mistakes = mistakesIn(draft, item?.id ?? null, taken);
  const wrong = (field: string) => (tried ? mistakes[field] : undefined);
  const set = (change: Partial<ItemDraft>) => setDraft({ ...draft, ...change });
  async function save(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (Object.keys(mistakes).length > 0) {
      // Once the fields say what is wrong with them.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    setBusy(true);
    setProblem(null);
    const failed = await onSave(itemOf(draft, item, today));
    setBusy(false);
    setProblem(failed);
  }
  return (
    <form ref={form} className="item-form" aria-label={item === null ? 'New roadmap item' : `Edit ${item.title}`} noValidate onSubmit={(event) => void save(event)}>
      <FormField label="Title" value={draft.title} max={120} wrong={wrong('title')} onChange={(title) => set({ title, ...(ownId ? {} : { id: roadmapItemId(title) }) })} />
      <FormField label="Outcome" hint="what should be different afterwards" value={draft.outcome} max={500} rows={2} onChange={(outcome) => set({ outcome })} />
      <Group title="The measure that should move">
        <div className="form-measure">
          <FormField label="Measure" value={draft.measure.name} max={80} placeholder="Checkout completion" wrong={wrong('measure.name')} onChange={(text) => set({ measure: { ...draft.measure, name: text } })} />
          <FormField label="From" value={draft.measure.from} max={40} placeholder="61 %" onChange={(from) => set({ measure: { ...draft.measure, from } })} />
          <FormField label="To" value={draft.measure.to} max={40} placeholder="70 %" wrong={wrong('measure.to')} onChange={(to) => set({ measure: { ...draft.measure, to } })} />
          <FormField label="By" type="date" value={draft.measure.by} onChange={(by) => set({ measure: { ...draft.measure, by } })} />
        </div>
        <FormField label="Confidence that it does, in percent" type="number" value={draft.confidence} wrong={wrong('confidence')} onChange={(confidence) => set({ confidence })} />
      </Group>
      <Group title="When">
        <div className="row row-wrap form-choices">
          {PLANS.map(([value, words]) => <label key={value}><input type="radio" name={`${name}-plan`} checked={draft.plan === value} onChange={() => set({ plan: value })} /> {words}</label>)}
        </div>
        {draft.plan === 'window' && (
          <div className="form-pair">
            <FormField label="From" type="date" value={draft.window.from} onChange={(from) => set({ window: { ...draft.window, from } })} />
            <FormField label="To" type="date" value={draft.window.to} wrong={wrong('window.to')} onChange={(to) => set({ window: { ...draft.window, to } })} />
          </div>
        )}
      </Group>
      <div className="form-pair">
        <FormField label="Theme" value={draft.theme} max={60} onChange={(theme) => set({ theme })} />
        <FormField label="Owner" value={draft.owner} max={60} onChange={(owner) => set({ owner })} />
      </div>
      <Group title="Health, as you see it">
        <div className="row row-wrap form-choices">
          <label><input type="radio" name={`${name}-health`} checked={draft.health === ''} onChange={() => set({ health: '' })} /> Not said</label>
          {(Object.keys(HEALTHS) as (keyof typeof HEALTHS)[]).map((health) => <label key={health}><input type="radio" name={`${name}-health`} checked={draft.health === health} onChange={() => set({ health })} /> {HEALTHS[health].word}</label>)}
        </div>
        <FormField label="Note" value={draft.note} max={500} rows={2} wrong={wrong('note')} onChange={(note) => set({ note })} />
      </Group>
      <Group title="Product risks">
        <div className="form-risks">
          {(Object.keys(PRODUCT_RISKS) as (keyof typeof PRODUCT_RISKS)[]).map((risk) => (
            <label key={risk} className="field"><span className="field-label">{PRODUCT_RISKS[risk]}</span>
              <select className="input" value={draft.risks[risk]} onChange={({ target }) => set({ risks: { ...draft.risks, [risk]: target.value } })}>{STATUSES.map(([value, words]) => <option key={value} value={value}>{words}</option>)}</select>
            </label>
          ))}
        </div>
      </Group>
      <Group title="Links"><LinkFields links={draft.links} wrong={wrong} onChange={(links) => set({ links })} /></Group>
      <Group title="Issues belong to it that fit"><BelongsFields rules={draft.belongs} wrong={wrong} onChange={(belongs) => set({ belongs })} /></Group>
      <FormField label="Id" hint={`its label is roadmap:${draft.id || '…'}`} value={draft.id} max={40} wrong={wrong('id')} onChange={(id) => { setOwnId(true); set({ id }); }} />
      {item !== null && draft.id !== item.id && <p className="muted small">The label roadmap:{item.id} stays on {tagged === 0 ? 'issues that have it' : `the ${count(tagged, 'issue')} that belong to it`}, and counts as this item’s from now on. Nothing is written to a tracker.</p>}
      <div className="row row-wrap form-foot">
        {problem !== null && <ProblemNote problem={problem} tone="late" />}
        <button type="submit" className="button button-primary" aria-disabled={busy}>{item === null ? 'Add to the roadmap' : 'Save'}</button>
        <button type="button" className="button" onClick={onCancel}>Cancel</button>
        {tried && Object.keys(mistakes).length > 0 && <output className="wrong small">{count(Object.keys(mistakes).length, 'field')} to mend.</output>}
      </div>
    </form>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <fieldset className="form-group"><legend>{title}</legend>{children}</fieldset>;
}
