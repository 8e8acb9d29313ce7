/** Stands for the card while it is read, in the card's own proportions. */
export function CardSkeleton() {
  return (
    <div aria-hidden="true" className="card-skeleton">
      <div className="row"><span className="skeleton skeleton-score" /><div className="stack"><span className="skeleton skeleton-long" /><span className="skeleton skeleton-short" /></div></div>
      {['a', 'b', 'c', 'd', 'e'].map((line) => <span key={line} className="skeleton skeleton-line" />)}
    </div>
  );
}
