import type { SprintView } from '../../lib/messaging/messages.ts';
import { Disclosure } from './Disclosure.tsx';
import { IssueLine } from './IssueLine.tsx';

/** Every issue of the sprint with a risk flag, worst first, whether it serves the goal or not. */
export function FlaggedIssues({ issues }: { readonly issues: SprintView['flagged'] }) {
  if (issues.length === 0) return null;
  return (
    <Disclosure summary={<><strong>Risk flags in the sprint</strong> <span className="count">{issues.length}</span></>}>
      {() => <ul className="lines">{issues.map((issue) => <IssueLine key={issue.key} issue={issue} />)}</ul>}
    </Disclosure>
  );
}
