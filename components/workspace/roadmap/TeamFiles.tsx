import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { teamFilesInWords } from './team-files-words.ts';

/** Whether the team sees this roadmap, and the way to where a change of its file is reviewed and proposed. */
export function TeamFiles({ files }: { readonly files: readonly RoadmapFileView[] }) {
  return teamFilesInWords(files).map(({ words, link }) => (
    <p key={words} className="small muted">{words} {link !== null && <a href="/options.html#roadmap-file" target="_blank" rel="noreferrer">{link}</a>}</p>
  ));
}
