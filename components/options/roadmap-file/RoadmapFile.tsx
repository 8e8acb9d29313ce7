import type { RoadmapPlace } from '../../../lib/core/roadmap/file/place.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { count } from '../../ui/wording/count.ts';
import { Differences } from './Differences.tsx';
import { fileInWords, proposalInWords } from './file-words.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { Proposal } from './Proposal.tsx';
import { Troubles } from './Troubles.tsx';
import { type ProposalEvents, useProposal } from './useProposal.ts';

export interface RoadmapFileEvents extends ProposalEvents {
  onUseTeams(project: RoadmapFileView['project'], difference: string): void;
  /** Answers what stood in the way. */
  onPlace(project: RoadmapFileView['project'], place: RoadmapPlace | null): Promise<Problem | null>;
}

interface Props {
  readonly file: RoadmapFileView;
  readonly events: RoadmapFileEvents;
}

/** The roadmap of one repository or Jira project: how it stands, its errors with their places, what differs here, and the way back into it. */
export function RoadmapFile({ file, events }: Props) {
  const proposal = useProposal(events);
  const { place: { path, branch } } = file;
  return (
    <div className="box stack">
      <div className="data-row">
        <div>
          <h3>{file.state === 'good' || file.state === 'broken' ? <ExternalLink to={file.url}>{file.name}</ExternalLink> : file.name}</h3>
          <p className="muted" aria-live="polite">{fileInWords(file)}</p>
        </div>
        <button type="button" className="button" disabled={file.state === 'unread' || !file.followed} onClick={() => void proposal.begin({ project: file.project, changes: null })}>Propose …</button>
      </div>
      {file.failure !== null && file.followed && <ProblemNote problem={{ sentence: file.failure, action: null }} tone="late" />}
      <Troubles title="Errors" troubles={file.errors} />
      <Differences differs={file.differs} onUseTeams={(difference) => events.onUseTeams(file.project, difference)} />
      {file.warnings.length > 0 && <details><summary>{count(file.warnings.length, 'thing')} in it that Waymark leaves alone</summary><Troubles title="Left alone" troubles={file.warnings} /></details>}
      <PlaceForm key={`${path} ${branch ?? ''}`} file={file} onPlace={(place) => events.onPlace(file.project, place)} />
      <Proposal proposal={proposal} keptAs={file.keptAs} />
      {file.proposals.length > 0 && (
        <ul className="prose" aria-label="Proposals" aria-live="polite">
          {file.proposals.map((made) => <li key={made.branch}>{proposalInWords(made, file.keptAs)} {made.url !== null && <ExternalLink to={made.url}>Look at it</ExternalLink>}</li>)}
        </ul>
      )}
    </div>
  );
}
