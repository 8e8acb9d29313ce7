import { useId } from 'react';
import { FormField } from './FormField.tsx';
import { FormGroup } from './FormGroup.tsx';
import type { ItemDraft } from './item-draft.ts';

interface Props {
  readonly draft: Pick<ItemDraft, 'plan' | 'window'>;
  wrong(field: string): string | undefined;
  onChange(change: Partial<ItemDraft>): void;
}

const PLANS = [['now', 'Now'], ['next', 'Next'], ['later', 'Later'], ['window', 'Between two days'], ['none', 'Not planned']] as const;

/** When the item is planned for: a horizon, or days. */
export function PlanFields({ draft: { plan, window }, wrong, onChange }: Props) {
  const name = useId();
  return (
    <FormGroup title="When">
      <div className="row row-wrap form-choices">
        {PLANS.map(([value, words]) => <label key={value}><input type="radio" name={name} checked={plan === value} onChange={() => onChange({ plan: value })} /> {words}</label>)}
      </div>
      {plan === 'window' && (
        <div className="form-pair">
          <FormField label="From" type="date" value={window.from} onChange={(from) => onChange({ window: { ...window, from } })} />
          <FormField label="To" type="date" value={window.to} wrong={wrong('window.to')} onChange={(to) => onChange({ window: { ...window, to } })} />
        </div>
      )}
    </FormGroup>
  );
}
