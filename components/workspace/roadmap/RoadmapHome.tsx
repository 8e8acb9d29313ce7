import { useState } from 'react';
import type { Problem } from '../../../lib/messaging/messages.ts';
import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import type { RoadmapFileEvents } from '../../options/roadmap-file/RoadmapFile.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Sheet } from '../Sheet.tsx';
import { homesOf, KEPT_HERE } from './home-words.ts';
import { MoveHome } from './MoveHome.tsx';

interface Props {
  readonly files: readonly RoadmapFileView[];
  readonly events: RoadmapFileEvents;
  onClose(): void;
}

/** Where the roadmap lives, and the way to another place: choose it, review what would be written, move. Tags name items by their ids, so every one still counts. */
export function RoadmapHome({ files, events, onClose }: Props) {
  const homes = homesOf(files);
  const [chosen, setChosen] = useState<string>(homes[0]?.project ?? KEPT_HERE);
  const [problem, setProblem] = useState<Problem | null>(null);
  const place = files.find(({ project }) => project === chosen);
  const leaving = homes.filter(({ project }) => project !== chosen);
  const leave = async (left: readonly RoadmapFileView[]) => {
    for (const { project } of left) setProblem(await events.onPlace(project, null));
  };
  return (
    <Sheet title="Where this roadmap lives" closesBeside onClose={onClose}>
      <p className="muted">Tags name items by their ids: wherever the roadmap moves, every label, property and local tag still counts.</p>
      <fieldset className="places">
        <legend className="visually-hidden">Place</legend>
        <label><input type="radio" name="home" checked={chosen === KEPT_HERE} onChange={() => setChosen(KEPT_HERE)} /><strong>Only this browser</strong><span className="muted small">A start: nobody else sees it{homes.length === 0 ? '. It lives here now.' : '.'}</span></label>
        {files.map((file) => (
          <label key={file.project}>
            <input type="radio" name="home" disabled={file.followed && (file.state === 'unread' || file.state === 'broken')} checked={chosen === file.project} onChange={() => setChosen(file.project)} />
            <strong>{file.name}</strong>
            <span className="muted small">{file.keptAs === 'file' ? `${file.place.path}${file.place.branch === null ? '' : ` on ${file.place.branch}`}, reviewed as a pull request` : 'a property of the Jira project, written at once by its administrators'}{file.state === 'broken' ? '. It has errors: mend them first.' : homes.includes(file) ? '. It lives here now.' : ''}</span>
          </label>
        ))}
      </fieldset>
      {files.length === 0 && <p className="muted">Connect GitHub with a token, or open a Jira project, and they show here as places.</p>}
      {place !== undefined && <MoveHome key={place.project} file={place} events={events} />}
      {leaving.length > 0 && (
        <ProblemNote problem={{ sentence: `${leaving.map(({ name }) => name).join(', ')} ${leaving.length === 1 ? 'holds' : 'hold'} it too.`, action: chosen === KEPT_HERE ? 'Its items stay here, and what is there stays there.' : 'Once the move is done there, stop following the former place.' }}>
          <button type="button" className="button" onClick={() => void leave(leaving)}>{chosen === KEPT_HERE ? 'Keep it only here' : `Follow ${leaving.length === 1 ? (leaving[0]?.name ?? '') : 'them'} no longer`}</button>
        </ProblemNote>
      )}
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
    </Sheet>
  );
}
