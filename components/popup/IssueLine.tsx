import type { SprintIssue } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { SeverityMark } from '../ui/SeverityMark.tsx';

/** One issue as a link, with the reason of its worst flag; `note` stands beside the title. */
export function IssueLine({ issue, note }: { readonly issue: SprintIssue; readonly note?: string }) {
  const [worst, ...others] = issue.flags;
  return (
    <li className="line">
      <ExternalLink className="line-link" to={issue.url}>
        <span className="line-title">{issue.title}</span> <span className="muted line-reference">{issue.reference}</span>
      </ExternalLink>
      {note !== undefined && <><span className="muted">{'\u00a0·\u00a0'}</span><span className="muted small line-note">{note}</span></>}
      {issue.done && <span className="muted small">done</span>}
      {worst !== undefined && (
        <p className="line-reason">
          <SeverityMark severity={worst.severity} />
          <span>{worst.reason}{others.length > 0 && <span className="muted" title={others.map((flag) => flag.label).join(', ')}> +{others.length} more<span className="visually-hidden">: {others.map((flag) => flag.label).join(', ')}</span></span>}</span>
        </p>
      )}
    </li>
  );
}
