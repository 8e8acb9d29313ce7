import { useMemo } from 'react';
import type { SprintReport } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { heldIssues } from '../workspace/sprints/held-issues.ts';
import { Disclosure } from './Disclosure.tsx';
import { SERVING } from './open-serving.ts';
import type { PopupEvents } from './popup-events.ts';

interface Props {
  readonly report: SprintReport;
  readonly onMark: PopupEvents['onMark'];
}

/** Which issues of the sprint serve its goal, and the way to say so. */
export function ServingIssues({ report, onMark }: Props) {
  const { goal, other } = report.coverage;
  if (goal.total + other.total === 0) return null;
  return (
    <Disclosure id={SERVING} summary={<><strong>Which issues serve the goal</strong> <span className="muted">{goal.total} of {goal.total + other.total}</span></>}>
      {() => <ServingList report={report} onMark={onMark} />}
    </Disclosure>
  );
}

function ServingList({ report, onMark }: Props) {
  const issues = useMemo(() => heldIssues(report), [report]);
  const { label, items } = report.goals;
  return (
    <>
      <p className="muted small">A tick adds the label {label} to the issue, or keeps it here where you may not write.{items.length > 0 && ` Those of ${items.map(({ title }) => title).join(', ')} serve it by their roadmap item.`}</p>
      <ul className="serving">
        {issues.map(({ key, reference, title, url, category, mark }) => (
          <li key={key} className="row">
            <input type="checkbox" aria-label={`${reference} serves the goal`} checked={mark !== null} disabled={mark?.via === 'item'} onChange={(event) => onMark([key], event.target.checked)} />
            <ExternalLink className="line-link" to={url}>{title} <span className="muted line-reference">{reference}</span></ExternalLink>
            {category === 'done' && <span className="muted small push line-note">done</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
