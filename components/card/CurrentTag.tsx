import { useState } from 'react';
import { plannedFor } from '../../lib/core/roadmap/window-words.ts';
import type { RoadmapItem, Tag } from '../../lib/core/roadmap/roadmap-item.ts';
import { SignIcon } from '../ui/icons.tsx';
import type { RoadmapItemDraft, TaggingEvents } from './card-events.ts';
import { NewRoadmapItem } from './NewRoadmapItem.tsx';
import { OtherTags } from './OtherTags.tsx';
import { isOwn } from './own-tag.ts';
import { titleFromId } from '../ui/wording/roadmap-item-id.ts';
import { TagPlace } from './TagPlace.tsx';
import { whatWillBeWritten } from './what-will-be-written.ts';

interface Props {
  readonly tag: Tag;
  readonly item: RoadmapItem | null;
  readonly writing: Omit<Parameters<typeof whatWillBeWritten>[0], 'after'>;
  readonly onDescribe: TaggingEvents['onDescribe'];
  /** Tags to the same item once more, now that it can be written. */
  onShare(): void;
  onRemove(): void;
}

/** Where the issue is going. An item that is known only from its label can be described on the spot. */
export function CurrentTag({ tag, item, writing, onDescribe, onShare, onRemove }: Props) {
  const [describing, setDescribing] = useState(false);
  const [begun, setBegun] = useState<RoadmapItemDraft>();
  const planned = item && plannedFor(item);
  if (describing) {
    return (
      <NewRoadmapItem
        title={titleFromId(tag.item)} begun={begun?.id === tag.item ? begun : undefined} labelled={tag.item} action="Add to the roadmap" consequence={() => 'Kept in this browser; the issue’s tag stays as it is.'}
        onCreate={onDescribe} onDone={() => setDescribing(false)} onCancel={(written) => { setDescribing(false); setBegun(written); }}
      />
    );
  }
  return (
    <div className="tag">
      <SignIcon />
      <div>
        <p><strong>{item?.title ?? tag.item}</strong> {planned !== null && <span className="horizon">{planned}</span>}</p>
        {planned === null
          ? <p className="muted">{tag.via === 'label' ? 'Known from its label only.' : 'Only its id is known.'} <button type="button" className="button button-link" onClick={() => setDescribing(true)}>Give it a title, an outcome and a horizon</button></p>
          : <p className={item?.outcome ? undefined : 'muted'}>{item?.outcome || 'No outcome given yet.'}</p>}
        <TagPlace tag={tag}>{tag.via === 'local' && writing.tagging.via === 'label' && <> · <button type="button" className="button button-link" title={whatWillBeWritten({ ...writing, after: tag.item })} onClick={onShare}>Share it with the team</button></>}</TagPlace>
        <OtherTags items={writing.others ?? []} />
      </div>
      {isOwn(tag) && <button type="button" className="button button-quiet" title={whatWillBeWritten({ ...writing, after: null })} aria-label={`Remove the tag ${item?.title ?? tag.item}`} onClick={onRemove}>Remove</button>}
    </div>
  );
}
