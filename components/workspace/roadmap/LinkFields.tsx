import type { ItemDraft } from './item-draft.ts';
import { CloseIcon } from '../../ui/icons.tsx';
import { FormField } from './FormField.tsx';

interface Props {
  readonly links: ItemDraft['links'];
  wrong(field: string): string | undefined;
  onChange(links: ItemDraft['links']): void;
}

/** Documents, research, dashboards: whatever the item stands on. */
export function LinkFields({ links, wrong, onChange }: Props) {
  const change = (at: number, part: Partial<ItemDraft['links'][number]>) => onChange(links.map((link, index) => (index === at ? { ...link, ...part } : link)));
  return (
    <>
      {links.map((link, at) => (
        // Rows have no other name than their place while they are written.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="form-link">
          <FormField label="Address" type="url" value={link.url} placeholder="https://" wrong={wrong(`links.${at}`)} onChange={(url) => change(at, { url })} />
          <FormField label="Words" value={link.title} max={120} onChange={(title) => change(at, { title })} />
          <button type="button" className="button button-quiet button-icon" aria-label={`Remove link ${at + 1}`} onClick={() => onChange(links.filter((_, index) => index !== at))}><CloseIcon /></button>
        </div>
      ))}
      <div><button type="button" className="button" onClick={() => onChange([...links, { title: '', url: '' }])}>Add a link</button></div>
    </>
  );
}
