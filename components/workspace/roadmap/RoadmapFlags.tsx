import type { RoadmapView } from '../../../lib/messaging/messages.ts';
import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import type { RoadmapFileEvents } from '../../options/roadmap-file/RoadmapFile.tsx';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { percent } from '../../ui/wording/numbers.ts';
import { TeamFiles } from './TeamFiles.tsx';

/** What is said of the roadmap as a whole, how much of the work it covers, and who else sees it. */
export function RoadmapFlags({ view: { flags, issues, counting, unread, late }, files, events }: { readonly view: RoadmapView; readonly files: readonly RoadmapFileView[]; readonly events: RoadmapFileEvents }) {
  return (
    <section className="whole" aria-label="The roadmap as a whole">
      {flags.length > 0 && <ul>{flags.map(({ rule, label, severity, reason }) => <li key={rule}><SeverityMark severity={severity} /><span><strong>{label}</strong> <span className="muted">{reason}</span></span></li>)}</ul>}
      <p className="muted small">
        {issues.known === 0 ? 'No issues are known yet.' : `${percent(issues.onItems / issues.known)} of the ${issues.known.toLocaleString('en')} known issues and pull requests belong to an item.`}
        {counting && ' Issues are being counted again: the figures will move.'}
      </p>
      {unread !== undefined && <p className="small"><strong>Not everything is known.</strong> <span className="muted">{unread} Without them nobody can tell how items with issues there go, or when they come.</span></p>}
      {late !== undefined && <p className="muted small">{late}</p>}
      <TeamFiles files={files} events={events} />
    </section>
  );
}
