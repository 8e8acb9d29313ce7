import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { ProposeChange } from './ProposeChange.tsx';
import type { Proposing } from './useProposal.ts';

interface Props {
  readonly proposal: Proposing;
  readonly keptAs: RoadmapFileView['keptAs'];
  /** What it is for, until somebody says it better. */
  readonly purpose?: string;
}

/** A proposal in the making, once it is begun, and why it was refused. */
export function Proposal({ proposal: { preview, chosen, refused, choose, propose, cancel }, keptAs, purpose = 'Change the roadmap' }: Props) {
  return (
    <>
      {preview !== null && <ProposeChange preview={preview} keptAs={keptAs} chosen={chosen} purpose={purpose} onChoose={(next) => void choose(next)} onPropose={(title, pull) => void propose(title, pull)} onCancel={cancel} />}
      {refused !== null && <ProblemNote problem={refused} tone="late" />}
    </>
  );
}
