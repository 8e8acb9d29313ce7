import { useEffect, useState } from 'react';
import type { Problem, RoadmapItemView, RoadmapMessages } from '../../../lib/messaging/messages.ts';
import { problemOf } from '../../ui/problem-of.ts';
import type { SheetEvents } from './roadmap-events.ts';

type Answer = RoadmapMessages['roadmapIssues']['response'];

/** An item's issues, asked for again whenever the item was read anew. */
export function useItemIssues(entry: RoadmapItemView, onIssues: SheetEvents['onIssues']): { answer: Answer | null; problem: Problem | null } {
  const [state, setState] = useState<{ answer: Answer | null; problem: Problem | null }>({ answer: null, problem: null });
  useEffect(() => {
    let stale = false;
    onIssues(entry.item.id).then(
      (answer) => { if (!stale) setState({ answer, problem: null }); },
      (error: unknown) => { if (!stale) setState(({ answer }) => ({ answer, problem: problemOf(error) })); },
    );
    return () => { stale = true; };
  }, [entry, onIssues]);
  return state;
}
