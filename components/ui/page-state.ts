import type { Problem } from '../../lib/messaging/messages.ts';

type NotReady = { readonly kind: 'loading' } | { readonly kind: 'failed'; readonly problem: Problem };

/** How far a page of ours has come: nothing has been read yet, nothing can be, or it shows what `R` holds. */
export type PageState<R> = NotReady | ({ readonly kind: 'ready' } & Readonly<R>);

/** That of a page that has nothing to show: by what stands in its way, `null` while nothing does. */
export function notReady(problem: Problem | null): NotReady {
  return problem === null ? { kind: 'loading' } : { kind: 'failed', problem };
}
