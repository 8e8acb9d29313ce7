import { useState } from 'react';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import type { FilePreview, FileWish } from '../../../lib/messaging/roadmap-file-messages.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import type { GoalEvents } from './sprints-events.ts';

/** A change of goals that the team keeps in its file: shown as a difference first, then proposed. */
export function useGoalProposal(project: ProjectKey, sprint: string, events: Pick<GoalEvents, 'onPreviewGoals' | 'onProposeGoals'>) {
  const [shown, setShown] = useState<{ readonly wish: FileWish; readonly preview: FilePreview } | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  return {
    preview: shown?.preview ?? null, refused,
    async see(goals: readonly string[]) {
      const wish: FileWish = { project, changes: [], goals: { sprint, goals } };
      setRefused(null);
      setShown({ wish, preview: await events.onPreviewGoals(wish) });
      return null;
    },
    async propose(title: string, pull: boolean) {
      if (shown?.preview.ok !== true) return;
      const problem = await events.onProposeGoals({ ...shown.wish, seen: shown.preview.seen, title, pull });
      setRefused(problem);
      if (problem === null) setShown(null);
    },
    cancel: () => setShown(null),
  };
}
