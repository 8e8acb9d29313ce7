import type { SprintReport } from '../../../lib/messaging/messages.ts';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { count } from '../../ui/wording/count.ts';
import { IssueEntry } from './IssueEntry.tsx';

/** Every risk flag of the sprint's open issues, by the rule that raised it: what there is besides the three that threaten the goal most. */
export function FlagsByRule({ report: { flags, issues, story } }: { readonly report: SprintReport }) {
  if (story.span.endedAt !== null) return null;
  const flagged = new Set(flags.flatMap((rule) => rule.issues.map(({ issue }) => issue))).size;
  return (
    <section className="sprint-section" aria-labelledby="flags-by-rule">
      <h2 id="flags-by-rule">Risk flags in the sprint</h2>
      <p className="muted small">{flagged === 0 ? 'No rule speaks about an open issue of the sprint.' : `${count(flagged, 'open issue')} with a flag, by the rule that raised it; whether for the goal or not. Accepted flags are left out.`}</p>
      {flags.map(({ rule, label, severity, issues: entries }) => (
        <details key={rule} className="story-list" data-rule={rule}>
          <summary><SeverityMark severity={severity} /> {label} <span className="count">{entries.length}</span></summary>
          <ul className="sprint-lines">{entries.map(({ issue, reason }) => <IssueEntry key={issue} issue={issues[issue]} note={reason} />)}</ul>
        </details>
      ))}
    </section>
  );
}
