import { useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import { request } from '../../lib/messaging/client.ts';
import type { Problem, TagOutcome } from '../../lib/messaging/messages.ts';
import type { TaggingEvents } from './card-events.ts';
import { tagResultInWords } from './TagResult.tsx';
import { undoneInWords } from './undone-in-words.ts';
import { useAttempt } from './useAttempt.ts';

interface Tagging {
  readonly outcome: TagOutcome | null;
  readonly problem: Problem | null;
  readonly said: string;
  readonly events: TaggingEvents;
}

// One function for all renders: the picker asks again whenever it changes.
const find = (text: string): Promise<readonly RoadmapItem[]> => request('findRoadmapItems', { text });

/** Tagging through the worker, for one issue or many. `review`: what is done with a choice instead of writing it at once. */
export function useTagging(keys: readonly IssueKey[], onDone: () => void, review?: ((item: string | null) => void) | undefined): Tagging {
  const [outcome, setOutcome] = useState<TagOutcome | null>(null);
  const { problem, said, say, attempt } = useAttempt(onDone);
  async function tag(item: RoadmapItem | null) {
    if (review) return review(item?.id ?? null);
    const result = await request('tag', { keys: [...keys], item: item?.id ?? null });
    setOutcome(result);
    say(tagResultInWords(result, null));
  }
  return {
    outcome, problem, said,
    events: {
      onFind: find,
      onTag: (item) => void attempt(() => tag(item)),
      onCreate: (draft) => attempt(async () => tag(await request('createRoadmapItem', draft))),
      onDescribe: (draft) => attempt(async () => {
        const { title } = await request('createRoadmapItem', draft);
        say(`${title} is on the roadmap.`);
      }),
      onUndoTag: ({ undo }) => void attempt(async () => {
        const { undone } = await request('undo', { undo });
        setOutcome(null);
        say(undoneInWords(undone));
      }),
    },
  };
}
