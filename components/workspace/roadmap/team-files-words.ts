import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { count } from '../../ui/wording/count.ts';

type Words = { readonly words: string; readonly link: string | null };

/** How the roadmap stands to its teams' files; that a repository has none is said only where there is none at all. Nothing without a repository that may be read. */
export function teamFilesInWords(files: readonly RoadmapFileView[]): Words[] {
  const there = files.filter(({ state, followed }) => followed && (state === 'good' || state === 'broken'));
  if (there.length > 0) return there.map(fileInWords);
  const absents = files.filter(({ state }) => state === 'absent');
  const absent = absents.find(({ keptAs }) => keptAs === 'file') ?? absents[0];
  return absent === undefined ? [] : [{ words: 'Kept in this browser: your team does not see it.', link: absent.keptAs === 'file' ? `Share it as a file of ${files.length === 1 ? absent.name : 'a repository'} …` : `Share it in ${absent.name} …` }];
}

function fileInWords({ name, keptAs, place: { path }, state, errors, differs, proposals }: RoadmapFileView): Words {
  const place = keptAs === 'file' ? `${path} of ${name}` : `the project ${name}`;
  if (state === 'broken') return { words: `${place} has ${count(errors.length, 'error')}; nothing new of it is taken up.`, link: 'See where …' };
  const conflicts = differs.filter(({ contested }) => contested).length;
  const waiting = keptAs === 'file' && proposals.some((proposal) => proposal.state === 'done') ? ' A change of it is proposed.' : '';
  if (differs.length === 0) return { words: `As in ${place}.${waiting}`, link: null };
  return { words: `Differs from ${place} in ${count(differs.length, 'place')}${conflicts > 0 ? `, ${count(conflicts, 'conflict')} among them: a teammate has changed the same` : ''}.${waiting}`, link: 'Review and propose …' };
}
