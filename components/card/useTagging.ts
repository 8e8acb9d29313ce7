import { useState } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import { request } from '../../lib/messaging/client.ts';
import type { Problem, TagOutcome } from '../../lib/messaging/messages.ts';
import { problemOf } from '../ui/problem-of.ts';
import { count } from '../ui/wording/count.ts';
import type { TaggingEvents } from './card-events.ts';
import { tagResultInWords } from './TagResult.tsx';

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
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  async function attempt(what: () => Promise<void>): Promise<Problem | null> {
    try {
      await what();
      setProblem(null);
      return null;
    } catch (error) {
      const failed = problemOf(error);
      setProblem(failed);
      setSaid(failed.sentence);
      return failed;
    } finally {
      onDone();
    }
  }
  async function tag(item: RoadmapItem | null) {
    if (review) return review(item?.id ?? null);
    const result = await request('tag', { keys: [...keys], item: item?.id ?? null });
    setOutcome(result);
    setSaid(tagResultInWords(result, null));
  }
  return {
    outcome, problem, said,
    events: {
      onFind: find,
      onTag: (item) => void attempt(() => tag(item)),
      onCreate: (draft) => attempt(async () => tag(await request('createRoadmapItem', draft))),
      onDescribe: (draft) => attempt(async () => {
        const { title } = await request('createRoadmapItem', draft);
        setSaid(`${title} is on the roadmap.`);
      }),
      onUndoTag: ({ undo }) => void attempt(async () => {
        const { undone } = await request('undo', { undo });
        setOutcome(null);
        setSaid(undone === 0 ? 'Too late to undo: it has been sent.' : `Undone for ${count(undone, 'issue')}.`);
      }),
    },
  };
}
