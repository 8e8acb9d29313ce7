import type { RoadmapItem, Tag } from '../../lib/core/roadmap/roadmap-item.ts';
import { SignIcon } from '../ui/icons.tsx';
import { HORIZONS } from './horizons.ts';
import { whatWillBeWritten } from './what-will-be-written.ts';

interface Props {
  readonly tag: Tag;
  readonly item: RoadmapItem | null;
  readonly writing: Omit<Parameters<typeof whatWillBeWritten>[0], 'after'>;
  onRemove(): void;
}

export function CurrentTag({ tag, item, writing, onRemove }: Props) {
  const horizon = item?.horizon ?? null;
  return (
    <div className="tag">
      <SignIcon />
      <div>
        <p><strong>{item?.title ?? tag.item}</strong> {horizon !== null && <span className="horizon">{HORIZONS[horizon]}</span>}</p>
        <p className={item?.outcome ? undefined : 'muted'}>{item?.outcome || (horizon === null ? 'Known from its label only: nobody has given it an outcome here.' : 'No outcome given yet.')}</p>
        <p className="muted small">
          {tag.via === 'label' ? <>Label <span className="code">roadmap:{tag.item}</span></> : 'Kept in this browser'}
          {tag.pending && ' · waiting to be sent'}
        </p>
      </div>
      <button type="button" className="button button-quiet" title={whatWillBeWritten({ ...writing, after: null })} aria-label={`Remove the tag ${item?.title ?? tag.item}`} onClick={onRemove}>Remove</button>
    </div>
  );
}
