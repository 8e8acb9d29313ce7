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
  const [outcome, setOutcome] = useState<TagOutcome | null>(null);
  /** The item that the same gesture made. */
  const [made, setMade] = useState<Pick<RoadmapItem, 'id' | 'title'> | null>(null);
  /** `null`: it goes to the review. */
  async function tag(item: Pick<RoadmapItem, 'id'> | null): Promise<TagOutcome | null> {
    if (!review) return request('tag', { keys: [...keys], item: item?.id ?? null });
    review(item?.id ?? null);
    return null;
  }
  function tagged(result: TagOutcome | null, item: Pick<RoadmapItem, 'id' | 'title'> | null = null): string {
    if (result === null) return '';
    setOutcome(result);
    setMade(item);
    return tagResultInWords(result, null, isOnline() ? 'soon' : 'offline');
  }
  return {
    outcome,
    events: {
      onFind: find,
      onTag: (item) => void attempt(tag(item), (result) => tagged(result)),
      onCreate: (draft) => attempt(request('createRoadmapItem', draft).then(tag), (result) => tagged(result, draft), 'form'),
      onDescribe: (draft) => attempt(request('createRoadmapItem', draft), ({ title }) => `${title} is on the roadmap.`, 'form'),
      onConnections: () => void attempt(request('openOwn', { page: 'connections', item: null }), () => ''),
      onUndoTag: ({ undo }) => void attempt(request('undo', { undo, ...(made && { made: made.id }) }), ({ undone, removed = false }) => {
        setOutcome(null);
        return undoneInWords(undone, made ? { title: made.title, removed } : undefined);
      }),
    },
  };
}
