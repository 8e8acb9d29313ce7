import { useState } from 'react';
import type { FilePreview, FileWish, RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';

export interface ProposalEvents {
  onPreview(wish: FileWish): Promise<FilePreview>;
  /** Answers what stood in the way. */
  onPropose(wish: FileWish & { readonly seen: string; readonly title: string; readonly pull: boolean }): Promise<string | null>;
}

/** A proposal in the making: what is chosen, what it would write, and why it was refused. */
export function useProposal(project: RoadmapFileView['project'], events: ProposalEvents, moving = false) {
  const [preview, setPreview] = useState<FilePreview | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<string | null>(null);
  const base = { project, ...(moving && { moving }) };
  return {
    preview, chosen, refused,
    async begin() {
      setRefused(null);
      const first = await events.onPreview({ ...base, changes: null });
      setChosen(new Set(first.choices.filter(({ usual }) => usual).map(({ id }) => id)));
      setPreview(first);
    },
    async choose(next: ReadonlySet<string>) {
      setChosen(next);
      setPreview(await events.onPreview({ ...base, changes: [...next] }));
    },
    async propose(title: string, pull: boolean) {
      if (preview?.ok !== true) return false;
      const problem = await events.onPropose({ ...base, changes: [...chosen], seen: preview.seen, title, pull });
      setRefused(problem);
      if (problem === null) setPreview(null);
      return problem === null;
    },
    cancel: () => setPreview(null),
  };
}
