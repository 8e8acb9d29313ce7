import type { Belonging } from '../../../lib/core/roadmap/roadmap-item.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { FormField } from './FormField.tsx';
import { BELONGINGS, NO_BELONGING, type ItemDraft } from './item-draft.ts';

interface Props {
  readonly rules: ItemDraft['belongs'];
  wrong(field: string): string | undefined;
  onChange(rules: ItemDraft['belongs']): void;
}

const EXAMPLES: Readonly<Record<keyof Belonging, string>> = { label: 'area: checkout', milestone: 'Sprint 24', parent: 'acme/shop#12 or SHOP-12', version: '2.1', project: 'acme/shop or SHOP' };
const MEMBERS = Object.keys(BELONGINGS) as (keyof Belonging)[];

/** What belongs without a tag: an issue fits a rule that it fits in every field, and the item when it fits any rule. */
export function BelongsFields({ rules, wrong, onChange }: Props) {
  return (
    <>
      {rules.map((rule, at) => (
        // Rows have no other name than their place while they are written.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={at} className="form-rule" aria-label={`Rule ${at + 1}`}>
          {MEMBERS.map((member) => (
            <FormField key={member} label={BELONGINGS[member]} value={rule[member]} max={200} placeholder={EXAMPLES[member]} wrong={member === 'label' ? wrong(`belongs.${at}`) : undefined} onChange={(text) => onChange(rules.map((one, index) => (index === at ? { ...one, [member]: text } : one)))} />
          ))}
          <button type="button" className="button button-quiet" onClick={() => onChange(rules.filter((_, index) => index !== at))}><CloseIcon />Remove rule</button>
        </fieldset>
      ))}
      <div><button type="button" className="button" onClick={() => onChange([...rules, NO_BELONGING])}>Add a rule</button></div>
    </>
  );
}
