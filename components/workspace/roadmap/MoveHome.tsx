import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { proposalInWords } from '../../options/roadmap-file/file-words.ts';
import { Proposal } from '../../options/roadmap-file/Proposal.tsx';
import type { RoadmapFileEvents } from '../../options/roadmap-file/RoadmapFile.tsx';
import { useProposal } from '../../options/roadmap-file/useProposal.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';

interface Props {
  readonly file: RoadmapFileView;
  readonly events: RoadmapFileEvents;
}

/** The move to one place: what would be written there is reviewed first. One that is not followed is followed first, for what it holds must be known. */
export function MoveHome({ file, events }: Props) {
  const proposal = useProposal(events);
  const [latest] = file.proposals;
  if (!file.followed) return <div><button type="button" className="button button-primary" onClick={() => void events.onPlace(file.project, file.place)}>Follow {file.name}, and look what it holds</button></div>;
  return (
    // A place of its own: the focus goes on in it when the review takes the place of its button, or that of the review.
    <section className="stack">
      {proposal.preview === null && <div><button type="button" className="button button-primary" onClick={() => void proposal.begin({ project: file.project, changes: null, moving: true })}>{file.items.length > 0 ? `Review what ${file.name} lacks …` : `Review the move to ${file.name} …`}</button></div>}
      <Proposal proposal={proposal} keptAs={file.keptAs} />
      {latest !== undefined && proposal.preview === null && <p aria-live="polite">{proposalInWords(latest, file.keptAs)} {latest.url !== null && <ExternalLink to={latest.url}>Look at it</ExternalLink>}</p>}
    </section>
  );
}
