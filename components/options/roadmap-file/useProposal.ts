import { useState } from 'react';
import type { FilePreview, FileWish } from '../../../lib/messaging/roadmap-file-messages.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';

export interface ProposalEvents {
  onPreview(wish: FileWish): Promise<FilePreview>;
  /** Answers what stood in the way. */
  onPropose(wish: FileWish & { readonly seen: string; readonly title: string; readonly pull: boolean }): Promise<Problem | null>;
}

export interface Proposing {
  /** `null` before it is begun, and once it is proposed. */
  readonly preview: FilePreview | null;
  readonly chosen: ReadonlySet<string>;
  readonly refused: Problem | null;
  begin(wish: FileWish): Promise<void>;
  choose(next: ReadonlySet<string>): Promise<void>;
  propose(title: string, pull: boolean): Promise<void>;
  cancel(): void;
}

/** A proposal in the making: what is chosen, what it would write, and why it was refused. */
export function useProposal({ onPreview, onPropose }: ProposalEvents): Proposing {
  const [shown, setShown] = useState<{ readonly wish: FileWish; readonly preview: FilePreview } | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  return {
    preview: shown?.preview ?? null, chosen: new Set(shown?.wish.changes), refused,
    async begin(wish) {
      setRefused(null);
      const preview = await onPreview(wish);
      setShown({ wish: { ...wish, changes: wish.changes ?? preview.choices.filter(({ usual }) => usual).map(({ id }) => id) }, preview });
    },
    async choose(next) {
      if (shown === null) return;
      const wish = { ...shown.wish, changes: [...next] };
      setShown({ ...shown, wish });
      const preview = await onPreview(wish);
      // Of two choices in quick succession the later one counts, whichever is answered first.
      setShown((now) => (now?.wish === wish ? { wish, preview } : now));
    },
    async propose(title, pull) {
      if (shown?.preview.ok !== true) return;
      const problem = await onPropose({ ...shown.wish, seen: shown.preview.seen, title, pull });
      setRefused(problem);
      if (problem === null) setShown(null);
    },
    cancel: () => setShown(null),
  };
}
