import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { proposalInWords } from '../../options/roadmap-file/file-words.ts';
import { ProposeChange } from '../../options/roadmap-file/ProposeChange.tsx';
import type { RoadmapFileEvents } from '../../options/roadmap-file/RoadmapFile.tsx';
import { useProposal } from '../../options/roadmap-file/useProposal.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';

interface Props {
  readonly file: RoadmapFileView;
  readonly events: RoadmapFileEvents;
}

/** The move to one place: what would be written there is reviewed first. One that is not followed is followed first, for what it holds must be known. */
export function MoveHome({ file, events }: Props) {
  const { preview, chosen, refused, begin, choose, propose, cancel } = useProposal(file.project, events, true);
  const [latest] = file.proposals;
  if (!file.followed) return <div><button type="button" className="button button-primary" onClick={() => void events.onPlace(file.project, file.place)}>Follow {file.name}, and look what it holds</button></div>;
  return (
    <div className="stack">
      {preview === null && <div><button type="button" className="button button-primary" onClick={() => void begin()}>{file.items.length > 0 ? `Review what ${file.name} lacks …` : `Review the move to ${file.name} …`}</button></div>}
      {preview !== null && <ProposeChange preview={preview} keptAs={file.keptAs} chosen={chosen} onChoose={(next) => void choose(next)} onPropose={(title, pull) => void propose(title, pull)} onCancel={cancel} />}
      {refused !== null && <ProblemNote problem={{ sentence: refused, action: null }} tone="late" />}
      {latest !== undefined && preview === null && <p aria-live="polite">{proposalInWords(latest, file.keptAs)} {latest.url !== null && <ExternalLink to={latest.url}>Look at it</ExternalLink>}</p>}
    </div>
  );
}
