import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { count } from '../../ui/wording/count.ts';

type Words = { readonly words: string; readonly link: string | null };

/** How the roadmap stands to its teams' files; that a repository has none is said only where there is none at all. Nothing without a repository that may be read. */
export function teamFilesInWords(files: readonly RoadmapFileView[]): Words[] {
  const there = files.filter(({ state }) => state === 'good' || state === 'broken');
  if (there.length > 0) return there.map(fileInWords);
  const [absent] = files.filter(({ state }) => state === 'absent');
  return absent === undefined ? [] : [{ words: 'Kept in this browser: your team does not see it.', link: `Share it as a file of ${files.length === 1 ? absent.name : 'a repository'} …` }];
}

function fileInWords({ name, place: { path }, state, errors, differs, proposals }: RoadmapFileView): Words {
  if (state === 'broken') return { words: `${path} of ${name} has ${count(errors.length, 'error')}; nothing new of it is taken up.`, link: 'See where …' };
  const waiting = proposals.some((proposal) => proposal.state === 'done') ? ' A change of it is proposed.' : '';
  if (differs.length === 0) return { words: `As in ${path} of ${name}.${waiting}`, link: null };
  return { words: `Differs from ${path} of ${name} in ${count(differs.length, 'place')}.${waiting}`, link: 'Review and propose …' };
}
