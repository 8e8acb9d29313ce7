import { useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import { request } from '../../lib/messaging/client.ts';
import type { Problem, TagOutcome } from '../../lib/messaging/messages.ts';
import { useAttempt } from '../ui/useAttempt.ts';
import { isOnline } from '../ui/useOnline.ts';
import type { TaggingEvents } from './card-events.ts';
import { tagResultInWords } from './TagResult.tsx';
import { undoneInWords } from './undone-in-words.ts';

interface Tagging {
  readonly outcome: TagOutcome | null;
  readonly failed: Problem | null;
  readonly said: string;
  readonly events: TaggingEvents;
}

// One function for all renders: the picker asks again whenever it changes.
const find = (text: string): Promise<readonly RoadmapItem[]> => request('findRoadmapItems', { text });

/** Tagging through the worker, for one issue or many. `review`: what is done with a choice instead of writing it at once. */
export function useTagging(keys: readonly IssueKey[], onDone: () => void, review?: ((item: string | null) => void) | undefined): Tagging {
  const [outcome, setOutcome] = useState<TagOutcome | null>(null);
  const { failed, said, attempt } = useAttempt(onDone);
  /** `null`: it goes to the review. */
  async function tag(item: RoadmapItem | null): Promise<TagOutcome | null> {
    if (!review) return request('tag', { keys: [...keys], item: item?.id ?? null });
    review(item?.id ?? null);
    return null;
  }
  function tagged(result: TagOutcome | null): string {
    if (result === null) return '';
    setOutcome(result);
    return tagResultInWords(result, null, isOnline() ? 'soon' : 'offline');
  }
  return {
    outcome, failed, said,
    events: {
      onFind: find,
      onTag: (item) => void attempt(tag(item), tagged),
      onCreate: (draft) => attempt(request('createRoadmapItem', draft).then(tag), tagged),
      onDescribe: (draft) => attempt(request('createRoadmapItem', draft), ({ title }) => `${title} is on the roadmap.`),
      onUndoTag: ({ undo }) => void attempt(request('undo', { undo }), ({ undone }) => {
        setOutcome(null);
        return undoneInWords(undone);
      }),
    },
  };
}
