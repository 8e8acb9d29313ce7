import type { Health } from '../../../lib/core/roadmap/roadmap-item.ts';
import { FormChoices } from './FormChoices.tsx';
import { FormField } from './FormField.tsx';
import { FormGroup } from './FormGroup.tsx';
import { HEALTHS } from './HealthMark.tsx';
import type { ItemDraft } from './item-draft.ts';

interface Props {
  readonly draft: Pick<ItemDraft, 'health' | 'note'>;
  wrong(field: string): string | undefined;
  onChange(change: Partial<ItemDraft>): void;
}

const CHOICES: readonly (readonly [Health | '', string])[] = [['', 'Not said'], ...(Object.keys(HEALTHS) as Health[]).map((health) => [health, HEALTHS[health].word] as const)]; // every health has its words

/** What its people say of how it goes, beside what is computed. */
export function HealthFields({ draft: { health, note }, wrong, onChange }: Props) {
  return (
    <FormGroup title="Health, as you see it">
      <FormChoices choices={CHOICES} value={health} onChange={(value) => onChange({ health: value })} />
      <FormField label="Note" value={note} max={500} rows={2} wrong={wrong('note')} onChange={(text) => onChange({ note: text })} />
    </FormGroup>
  );
}
