import { useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import { request } from '../../lib/messaging/client.ts';
import type { TagOutcome } from '../../lib/messaging/messages.ts';
import type { Attempts } from '../ui/useAttempt.ts';
import { isOnline } from '../ui/useOnline.ts';
import type { TaggingEvents } from './card-events.ts';
import { tagResultInWords } from './TagResult.tsx';
import { undoneInWords } from './undone-in-words.ts';

interface Tagging {
  readonly outcome: TagOutcome | null;
  readonly events: TaggingEvents;
}

// One function for all renders: the picker asks again whenever it changes.
const find = (text: string): Promise<readonly RoadmapItem[]> => request('findRoadmapItems', { text });

/** Tagging through the worker, for one issue or many. `review`: what is done with a choice instead of writing it at once. */
export function useTagging(keys: readonly IssueKey[], { attempt }: Pick<Attempts, 'attempt'>, review?: ((item: string | null) => void) | undefined): Tagging {
  /** `made`: the item that the same gesture made. */
  const [last, setLast] = useState<{ readonly outcome: TagOutcome; readonly made?: Pick<RoadmapItem, 'id' | 'title'> | undefined } | null>(null);
  /** `null`: it goes to the review. */
  async function tag(item: Pick<RoadmapItem, 'id'> | null): Promise<TagOutcome | null> {
    if (!review) return request('tag', { keys: [...keys], item: item?.id ?? null });
    review(item?.id ?? null);
    return null;
  }
  function tagged(outcome: TagOutcome | null, made?: Pick<RoadmapItem, 'id' | 'title'>): string {
    if (outcome === null) return '';
    setLast({ outcome, made });
    return tagResultInWords(outcome, null, isOnline() ? 'soon' : 'offline');
  }
  return {
    outcome: last?.outcome ?? null,
    events: {
      onFind: find,
      onTag: (item) => void attempt(tag(item), tagged),
      onCreate: (draft) => attempt(request('createRoadmapItem', draft).then(tag), (outcome) => tagged(outcome, draft), 'form'),
      onDescribe: (draft) => attempt(request('createRoadmapItem', draft), ({ title }) => `${title} is on the roadmap.`, 'form'),
      onConnections: () => void attempt(request('openOwn', { page: 'connections', item: null }), () => ''),
      onUndoTag: ({ undo }) => {
        const made = last?.made;
        void attempt(request('undo', { undo, ...(made && { made: made.id }) }), ({ undone, removed = false }) => {
          setLast(null);
          return undoneInWords(undone, made && { title: made.title, removed });
        });
      },
    },
  };
}
