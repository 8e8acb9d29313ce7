import type { Card, TagOutcome } from '../../lib/messaging/messages.ts';
import { hostOf, trackerOfKey } from '../../lib/core/keys.ts';
import { trackerName } from '../ui/wording/tracker-name.ts';
import type { TaggingEvents } from './card-events.ts';
import { isOwn, stillStands } from './own-tag.ts';
import { CurrentTag } from './CurrentTag.tsx';
import { TAG_KEY } from './tag-key.ts';
import { TagPicker } from './TagPicker.tsx';
import { TagResult } from './TagResult.tsx';

interface Props {
  readonly card: Card;
  readonly outcome: TagOutcome | null;
  readonly takesFocus: boolean;
  readonly events: TaggingEvents;
}

/** Where the issue is going, and the picker that sends it there. */
export function RoadmapSection({ card, outcome, takesFocus, events }: Props) {
  const { tag, alsoTagged, roadmapItem, tagging, key, issue } = card;
  const writing = { tagging, target: issue.reference, tracker: trackerName(hostOf(key)), shares: trackerOfKey(key) === 'jira', before: tag && isOwn(tag) ? (tag.former ?? tag.item) : null, unlabelled: tag?.via === 'shared' || tag?.via === 'local' ? tag.via : undefined, others: alsoTagged };
  return (
    <section className="card-section" aria-labelledby="waymark-roadmap">
      <h3 id="waymark-roadmap">Roadmap item <kbd className="key" aria-hidden="true">{TAG_KEY.toUpperCase()}</kbd></h3>
      {tag !== null && <CurrentTag tag={tag} item={roadmapItem} writing={writing} onDescribe={events.onDescribe} onShare={() => events.onTag({ id: tag.item })} onRemove={() => events.onTag(null)} />}
      {outcome !== null && stillStands(outcome, tag) && <TagResult outcome={outcome} one={issue.reference} onUndo={() => events.onUndoTag(outcome)} />}
      <TagPicker writing={writing} takesFocus={takesFocus} isSaid={outcome?.via === 'local'} events={events} />
    </section>
  );
}
