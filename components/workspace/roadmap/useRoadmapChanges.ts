import type { Horizon, RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import { HORIZONS } from '../../../lib/core/roadmap/window-words.ts';
import { request } from '../../../lib/messaging/client.ts';
import type { Problem, RoadmapItemWish, RoadmapView } from '../../../lib/messaging/messages.ts';
import { useAttempt } from '../../ui/useAttempt.ts';
import { useUndoable } from '../../ui/useUndoable.ts';
import { count } from '../../ui/wording/count.ts';
import { titleFromId } from '../../ui/wording/roadmap-item-id.ts';
import type { RoadmapEvents } from './roadmap-events.ts';
import type { Undoable } from './UndoNote.tsx';
import { useMoves } from './useMoves.ts';

interface Changes {
  /** As it was read, with the moves that are on their way. */
  readonly view: RoadmapView | null;
  readonly failed: Problem | null;
  readonly undoable: Undoable | null;
  readonly said: string;
  readonly events: Pick<RoadmapEvents, 'onSave' | 'onChange' | 'onRemove' | 'onMerge' | 'onMove' | 'onSaveAim' | 'onBuild' | 'onUndo'>;
}

/** Changes of the roadmap through the worker: each is announced, and can be taken back for as long as none has followed. */
export function useRoadmapChanges(read: RoadmapView | null, renew: () => void): Changes {
  const moves = useMoves(read);
  const attempts = useAttempt(renew);
  const { undoable, change: attempt, undo } = useUndoable(attempts.attempt);
  const entryOf = (id: string) => read?.items.find(({ item, described }) => described && item.id === id);
  // What a Project says of it is not ours to write.
  const itemOf = (id: string) => entryOf(id)?.own ?? entryOf(id)?.item;
  const events: Changes['events'] = {
    onMove: (id, to) => {
      const before = itemOf(id);
      const end = moves.begin(id, to);
      // What is known from its label only becomes an item by being planned.
      const asked = before === undefined ? request('saveRoadmapItem', { item: { id, title: titleFromId(id), outcome: '', horizon: to }, former: null }) : request('moveRoadmapItem', { id, to: { horizon: to } });
      void attempt(asked, ({ title }) => ({ words: `${title} moved to ${HORIZONS[to]}.`, back: () => moveBack(id, before, to) }))
        .then((refused) => end(refused === null));
    },
    onSave: (item) => attempt(request('saveRoadmapItem', { item, former: null }), ({ id, title }) => ({ words: `${title} is on the roadmap.`, back: () => request('removeRoadmapItem', { id }) }), 'form'),
    onChange: (wish, seen) => attempt(request('changeRoadmapItem', { item: wish, seen }), ({ item, before, over }) => ({
      words: `${item.title} is ${before === null ? 'on the roadmap' : 'saved'}.${over.length === 0 ? '' : ` Its ${over.map((part) => PARTS[part] ?? part).join(' and its ')} had been changed elsewhere meanwhile: what you wrote stands.`}`,
      back: () => (before === null ? request('removeRoadmapItem', { id: item.id }) : request('changeRoadmapItem', { item: wishOf(before), seen: item })),
    }), 'form'),
    onRemove: (id) => {
      const before = itemOf(id);
      return attempt(request('removeRoadmapItem', { id }), ({ removed }) => {
        // `null` of what had gone already: the worker may have died over its first answer.
        const item = removed ?? before;
        return item === undefined ? 'Deleted.' : { words: `${item.title} is deleted.`, back: () => request('saveRoadmapItem', { item: wishOf(item), former: null }) };
      }, 'form');
    },
    onMerge: (id, into) => {
      const [source, target] = [itemOf(id), itemOf(into)];
      return attempt(request('mergeRoadmapItem', { id, into }), ({ title }) => (target === undefined ? `Merged into ${title}.` : {
        words: `Merged into ${title}.`, back: () => request('unmergeRoadmapItem', { id, source: source === undefined ? null : wishOf(source), into: wishOf(target) }),
      }), 'form');
    },
    onSaveAim: (aim) => {
      const before = read?.aim;
      return attempt(request('saveRoadmapAim', aim), () => (before === undefined ? 'Saved.' : { words: 'The Product Goal is saved.', back: () => request('saveRoadmapAim', before) }), 'form');
    },
    onBuild: (picked) => attempt(buildAll(picked.map(({ item }) => item)), (ids) => ({ words: `${count(ids.length, 'item')} ${ids.length === 1 ? 'is' : 'are'} on the roadmap.`, back: () => removeAll(ids) }), 'form'),
    onUndo: undo,
  };
  return { view: moves.view, failed: attempts.failed, undoable, said: attempts.said, events };
}

const PARTS: Readonly<Record<string, string>> = { declared: 'health', belongs: 'rules' };

/** To where it was; what had neither horizon nor days goes back as it was. */
function moveBack(id: string, before: RoadmapItem | undefined, from: Horizon): Promise<unknown> {
  if (before === undefined) return request('removeRoadmapItem', { id });
  if (before.horizon !== null) return request('moveRoadmapItem', { id, to: { horizon: before.horizon } });
  if (before.window !== undefined) return request('moveRoadmapItem', { id, to: { window: before.window } });
  return request('changeRoadmapItem', { item: wishOf(before), seen: { ...before, horizon: from } });
}

async function buildAll(items: readonly RoadmapItemWish[]): Promise<string[]> {
  const ids: string[] = [];
  for (const item of items) ids.push((await request('saveRoadmapItem', { item, former: null })).id);
  return ids;
}

async function removeAll(ids: readonly string[]): Promise<void> {
  for (const id of ids) await request('removeRoadmapItem', { id });
}

function wishOf({ createdAt: _created, updatedAt: _updated, ...item }: RoadmapItem): RoadmapItemWish {
  return item;
}
