import { FormGroup } from './FormGroup.tsx';
import { PRODUCT_RISKS, type ItemDraft } from './item-draft.ts';

interface Props {
  readonly risks: ItemDraft['risks'];
  onChange(risks: ItemDraft['risks']): void;
}

const STATUSES = [['', 'Not looked at'], ['open', 'Open'], ['tested', 'Tested'], ['retired', 'Retired']] as const;
const RISKS = Object.keys(PRODUCT_RISKS) as (keyof typeof PRODUCT_RISKS)[]; // its own keys

/** How far each of the four product risks is from being known. */
export function RiskFields({ risks, onChange }: Props) {
  return (
    <FormGroup title="Product risks">
      <div className="form-risks">
        {RISKS.map((risk) => (
          <label key={risk} className="field"><span className="field-label">{PRODUCT_RISKS[risk]}</span>
            <select className="input" value={risks[risk]} onChange={({ target }) => onChange({ ...risks, [risk]: target.value })}>{STATUSES.map(([value, words]) => <option key={value} value={value}>{words}</option>)}</select>
          </label>
        ))}
      </div>
    </FormGroup>
  );
}
