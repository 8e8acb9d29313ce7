import type { SprintView } from '../../lib/messaging/messages.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { IssueLine } from './IssueLine.tsx';

/** As many as leave the popup's 600 px room for the rest. */
const SHOWN = 3;

/** What stands between the sprint and its goal, worst first. */
export function FlaggedIssues({ issues }: { readonly issues: SprintView['flagged'] }) {
  const [first, rest] = [issues.slice(0, SHOWN), issues.slice(SHOWN)];
  return (
    <section aria-labelledby="flagged-label">
      <h2 id="flagged-label" className="eyebrow">Risk flags in the sprint {issues.length > 0 && <span className="count">{issues.length}</span>}</h2>
      {issues.length === 0 && <p className="muted row"><CheckIcon /> No issue of the sprint is flagged.</p>}
      <ul className="lines">{first.map((issue) => <IssueLine key={issue.key} issue={issue} />)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="small">{rest.length} more</summary>
          <ul className="lines">{rest.map((issue) => <IssueLine key={issue.key} issue={issue} />)}</ul>
        </details>
      )}
    </section>
  );
}
