/** The place that a sprint takes. */
export function SprintsSkeleton({ words }: { readonly words?: string }) {
  return (
    <div className="stack">
      <p className={words === undefined ? 'visually-hidden' : 'muted'}>{words ?? 'Reading …'}</p>
      <div aria-hidden="true">
        <span className="skeleton skeleton-goal" />
        <div className="sprint-columns"><span className="skeleton skeleton-item" /><span className="skeleton skeleton-item" /></div>
      </div>
    </div>
  );
}
