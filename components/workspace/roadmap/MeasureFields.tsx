import { FormField } from './FormField.tsx';
import { FormGroup } from './FormGroup.tsx';
import type { ItemDraft } from './item-draft.ts';

interface Props {
  readonly draft: Pick<ItemDraft, 'measure' | 'confidence'>;
  wrong(field: string): string | undefined;
  onChange(change: Partial<ItemDraft>): void;
}

/** What the item should move, from where to where by when, and how sure its people are of that. */
export function MeasureFields({ draft: { measure, confidence }, wrong, onChange }: Props) {
  const set = (change: Partial<ItemDraft['measure']>) => onChange({ measure: { ...measure, ...change } });
  return (
    <FormGroup title="The measure that should move">
      <div className="form-measure">
        <FormField label="Measure" value={measure.name} max={80} placeholder="Checkout completion" wrong={wrong('measure.name')} onChange={(name) => set({ name })} />
        <FormField label="From" value={measure.from} max={40} placeholder="61 %" onChange={(from) => set({ from })} />
        <FormField label="To" value={measure.to} max={40} placeholder="70 %" wrong={wrong('measure.to')} onChange={(to) => set({ to })} />
        <FormField label="By" type="date" value={measure.by} onChange={(by) => set({ by })} />
      </div>
      <FormField label="Confidence that it does, in percent" type="number" value={confidence} wrong={wrong('confidence')} onChange={(text) => onChange({ confidence: text })} />
    </FormGroup>
  );
}
