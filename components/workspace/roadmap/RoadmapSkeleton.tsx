/** The place that the board takes. */
export function RoadmapSkeleton() {
  return (
    <div>
      <p className="visually-hidden">Reading …</p>
      <div aria-hidden="true">
        <span className="skeleton skeleton-goal" />
        <div className="board" data-columns={3}>
          {['now', 'next', 'later'].map((column) => <div key={column} className="column"><span className="skeleton skeleton-word" /><span className="skeleton skeleton-item" /><span className="skeleton skeleton-item" /></div>)}
        </div>
      </div>
    </div>
  );
}
