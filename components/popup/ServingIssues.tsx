import type { SprintReport } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { heldIssues } from '../workspace/sprints/held-issues.ts';
import type { PopupEvents } from './popup-events.ts';

interface Props {
  readonly report: SprintReport;
  readonly onMark: PopupEvents['onMark'];
}

/** Which issues of the sprint serve its goal, and the way to say so. */
export function ServingIssues({ report, onMark }: Props) {
  const issues = heldIssues(report);
  const { label, items } = report.goals;
  if (issues.length === 0) return null;
  return (
    <details>
      <summary><strong>Which issues serve the goal</strong> <span className="muted">{issues.filter(({ mark }) => mark !== null).length} of {issues.length}</span></summary>
      <p className="muted small">A tick adds the label {label} to the issue, or keeps it here where you may not write.{items.length > 0 && ` Those of ${items.map(({ title }) => title).join(', ')} serve it by their roadmap item.`}</p>
      <ul className="serving">
        {issues.map(({ key, reference, title, url, category, mark }) => (
          <li key={key} className="row">
            <input type="checkbox" aria-label={`${reference} serves the goal`} checked={mark !== null} disabled={mark?.via === 'item'} onChange={(event) => onMark([key], event.target.checked)} />
            <ExternalLink className="line-link" to={url}>{title} <span className="muted line-reference">{reference}</span></ExternalLink>
            {category === 'done' && <span className="muted small push">done</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
