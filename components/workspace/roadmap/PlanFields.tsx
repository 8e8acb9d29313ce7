import { HORIZONS } from '../../../lib/core/roadmap/window-words.ts';
import { FormChoices } from './FormChoices.tsx';
import { FormField } from './FormField.tsx';
import { FormGroup } from './FormGroup.tsx';
import type { ItemDraft } from './item-draft.ts';

interface Props {
  readonly draft: Pick<ItemDraft, 'plan' | 'window'>;
  wrong(field: string): string | undefined;
  onChange(change: Partial<ItemDraft>): void;
}

const PLANS = [...(['now', 'next', 'later'] as const).map((horizon) => [horizon, HORIZONS[horizon]] as const), ['window', 'Between two days'], ['none', 'Not planned']] as const;

/** When the item is planned for: a horizon, or days. */
export function PlanFields({ draft: { plan, window }, wrong, onChange }: Props) {
  return (
    <FormGroup title="When">
      <FormChoices choices={PLANS} value={plan} onChange={(value) => onChange({ plan: value })} />
      {plan === 'window' && (
        <div className="form-pair">
          <FormField label="From" type="date" value={window.from} onChange={(from) => onChange({ window: { ...window, from } })} />
          <FormField label="To" type="date" value={window.to} wrong={wrong('window.to')} onChange={(to) => onChange({ window: { ...window, to } })} />
        </div>
      )}
    </FormGroup>
  );
}
