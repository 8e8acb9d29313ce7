import { useState } from 'react';
import type { SprintReport } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import { SeverityMark } from '../ui/SeverityMark.tsx';
import { ThreatReason } from './ThreatReason.tsx';

/** As many as a report names at the most. */
const MOST = 3;
/** As high as popup.css makes one of them; rem. */
const ROW = 46 / 16;

/** What most threatens the goal, the worst first, each with the way to it. Once it has had room for so many it keeps that: what stands below does not move while it is read. */
export function Threats({ report }: { readonly report: SprintReport | null }) {
  const wanted = report?.threats.length ?? MOST;
  const [room, setRoom] = useState(wanted);
  if (wanted > room) setRoom(wanted);
  return (
    <section aria-labelledby="threats-label">
      <h2 id="threats-label" className="eyebrow">{report?.goals.goals.length === 0 ? 'What threatens the sprint most' : 'What threatens the goal most'}</h2>
      <ul style={{ minHeight: `${ROW * Math.max(room, wanted)}rem` }}>
        {report === null && [0, 1, 2].map((line) => <li key={line} className="threat" aria-hidden="true"><span className="skeleton" /></li>)}
        {report?.threats.length === 0 && <li className="muted row"><CheckIcon /> No risk flag stands against it.</li>}
        {report?.threats.map(({ issue: key, rule, label, severity, reason }) => {
          const issue = key === null ? undefined : report.issues[key];
          const sprints = `/workspace.html#/sprints/${report.sprint.key}`;
          return (
            <li key={`${key} ${rule}`} className="threat">
              {issue === undefined
                ? <a className="line-link threat-line" href={sprints} target="_blank" rel="noreferrer"><span className="line-title">{label}</span></a>
                : <ExternalLink className="line-link threat-line" to={issue.url}><span className="line-title">{issue.title}</span> <span className="muted line-reference">{issue.reference}</span></ExternalLink>}
              <p className="line-reason"><SeverityMark severity={severity} /><ThreatReason key={reason} reason={reason} /></p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
