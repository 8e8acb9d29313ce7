import { ProblemNote } from '../ui/ProblemNote.tsx';
import { useNow } from '../ui/useNow.ts';
import { BulkProgress } from './BulkProgress.tsx';
import { useBulk } from './useBulk.ts';

/** A bulk tagging by its id, spoken for by the worker. */
export function FollowedBulk({ id }: { readonly id: string }) {
  const { view, problem, events } = useBulk(id);
  const now = useNow(1000);
  if (view) return <BulkProgress view={view} problem={problem} now={now} takesFocus events={events} />;
  if (problem !== null) return <ProblemNote problem={problem} tone="late" />;
  if (view === null) return <p className="muted">This bulk tagging is no longer remembered.</p>;
  return <div className="stack" aria-hidden="true"><span className="skeleton" /><span className="skeleton" /><span className="skeleton" /></div>;
}
