import type { SprintReport } from '../../../lib/messaging/messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { SeverityMark } from '../../ui/SeverityMark.tsx';

/** What most threatens the goal, the worst first, each with its reason and the way to it. */
export function Threats({ report: { threats, issues } }: { readonly report: SprintReport }) {
  return (
    <section className="sprint-section" aria-labelledby="threats">
      <h2 id="threats">What threatens it</h2>
      {threats.length === 0 && <p className="muted">No rule speaks about the goal’s issues or the sprint as a whole.</p>}
      <ul className="threats">
        {threats.map(({ issue: key, rule, label, severity, reason }) => {
          const issue = key === null ? undefined : issues[key];
          return (
            <li key={`${key} ${rule}`}>
              <SeverityMark severity={severity} />
              <span>
                {issue === undefined ? <strong>{label}</strong> : <ExternalLink className="line-link" to={issue.url}>{issue.title} <span className="muted line-reference">{issue.reference}</span></ExternalLink>}
                <span className="muted small">{issue === undefined ? '' : `${label}: `}{reason}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
