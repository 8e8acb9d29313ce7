import { useState } from 'react';
import type { FilePreview, RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { count } from '../../ui/wording/count.ts';
import { fileInWords, proposalInWords } from './file-words.ts';
import { ProposeChange } from './ProposeChange.tsx';
import { Troubles } from './Troubles.tsx';

export interface RoadmapFileEvents {
  onPreview(project: RoadmapFileView['project']): Promise<FilePreview>;
  /** Answers what stood in the way. */
  onPropose(wish: { readonly project: RoadmapFileView['project']; readonly seen: string; readonly title: string; readonly pull: boolean }): Promise<string | null>;
}

interface Props {
  readonly file: RoadmapFileView;
  readonly events: RoadmapFileEvents;
}

/** One repository's roadmap file: how it stands, its errors with their places, what differs here, and the way back into it. */
export function RoadmapFile({ file, events }: Props) {
  const [preview, setPreview] = useState<FilePreview | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  async function propose(seen: string, title: string, pull: boolean) {
    const problem = await events.onPropose({ project: file.project, seen, title, pull });
    setRefused(problem);
    if (problem === null) setPreview(null);
  }
  return (
    <div className="box stack">
      <div className="data-row">
        <div>
          <h3>{file.state === 'good' || file.state === 'broken' ? <ExternalLink to={file.url}>{file.name}</ExternalLink> : file.name}</h3>
          <p className="muted">{fileInWords(file)}</p>
        </div>
        <button type="button" className="button" disabled={file.state === 'unread'} onClick={() => { setRefused(null); void events.onPreview(file.project).then(setPreview); }}>Propose …</button>
      </div>
      <Troubles title="Errors" troubles={file.errors} />
      {file.differs.length > 0 && (
        <details>
          <summary>Differs from the team’s in {count(file.differs.length, 'thing')}</summary>
          <ul className="bullets">{file.differs.map(({ kind, id, sentence }) => <li key={`${kind} ${id}`}>{sentence}</li>)}</ul>
        </details>
      )}
      {file.warnings.length > 0 && <details><summary>{count(file.warnings.length, 'thing')} in it that Waymark leaves alone</summary><Troubles title="Left alone" troubles={file.warnings} /></details>}
      {preview !== null && !preview.ok && <><ProblemNote problem={{ sentence: preview.sentence, action: null }} />{file.state !== 'broken' && <Troubles title="What is in the way" troubles={preview.errors} />}</>}
      {preview?.ok === true && <ProposeChange preview={preview} onPropose={(title, pull) => void propose(preview.seen, title, pull)} onCancel={() => setPreview(null)} />}
      {refused !== null && <ProblemNote problem={{ sentence: refused, action: null }} tone="late" />}
      {file.proposals.length > 0 && (
        <ul aria-label="Proposals" aria-live="polite">
          {file.proposals.map((proposal) => <li key={proposal.branch}>{proposalInWords(proposal)} {proposal.url !== null && <ExternalLink to={proposal.url}>Look at it</ExternalLink>}</li>)}
        </ul>
      )}
    </div>
  );
}
