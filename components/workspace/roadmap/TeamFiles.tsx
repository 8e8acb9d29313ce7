import { useState } from 'react';
import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import type { RoadmapFileEvents } from '../../options/roadmap-file/RoadmapFile.tsx';
import { RoadmapHome } from './RoadmapHome.tsx';
import { teamFilesInWords } from './team-files-words.ts';

/** Whether the team sees this roadmap, and the way to where a change of its file is reviewed and proposed. */
export function TeamFiles({ files, events }: { readonly files: readonly RoadmapFileView[]; readonly events: RoadmapFileEvents }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {teamFilesInWords(files).map(({ words, link }) => (
        <p key={words} className="small muted">{words} {link !== null && <a href="/options.html#roadmap-file" target="_blank" rel="noreferrer">{link}</a>}</p>
      ))}
      <p className="whereabouts small"><button type="button" className="button button-link" onClick={() => setOpen(true)}>Where this roadmap lives …</button></p>
      {open && <RoadmapHome files={files} events={events} onClose={() => setOpen(false)} />}
    </>
  );
}
