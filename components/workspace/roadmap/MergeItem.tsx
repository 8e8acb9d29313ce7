import { useState } from 'react';

interface Props {
  readonly id: string;
  /** Items that it can become a part of. */
  readonly others: readonly { readonly id: string; readonly title: string }[];
  onMerge(into: string): void;
}

/** Two items that turned out to be one: the tags, former ids and rules of this one become the other's. */
export function MergeItem({ id, others, onMerge }: Props) {
  const [into, setInto] = useState('');
  if (others.length === 0) return null;
  return (
    <div className="merge">
      <select className="input" aria-label="Merge into" value={into} onChange={(event) => setInto(event.target.value)}>
        <option value="">Merge into …</option>
        {others.map((other) => <option key={other.id} value={other.id}>{other.title}</option>)}
      </select>
      <button type="button" className="button" disabled={into === ''} onClick={() => onMerge(into)}>Merge</button>
      <span className="muted">Its issues and rules become the other’s, and the label <span className="code">roadmap:{id}</span> counts as the other’s. Nothing is written to a tracker.</span>
    </div>
  );
}
