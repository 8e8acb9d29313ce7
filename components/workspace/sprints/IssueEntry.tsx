import type { ReportIssue } from '../../../lib/messaging/messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';

/** One issue as a link, with what is to be said of it; nothing for one that is no longer known. */
export function IssueEntry({ issue, note }: { readonly issue: ReportIssue | undefined; readonly note?: string }) {
  if (issue === undefined) return null;
  return (
    <li>
      <ExternalLink className="line-link" to={issue.url}>{issue.title} <span className="muted line-reference">{issue.reference}</span></ExternalLink>
      {note !== undefined && note !== '' && <span className="muted small"> · {note}</span>}
    </li>
  );
}
