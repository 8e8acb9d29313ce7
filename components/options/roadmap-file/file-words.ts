import type { FileProposalView, RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { count } from '../../ui/wording/count.ts';

/** How a project's roadmap stands, in one sentence. */
export function fileInWords({ state, items, errors, place: { path, branch }, keptAs, followed }: Pick<RoadmapFileView, 'state' | 'items' | 'errors' | 'place' | 'keptAs' | 'followed'>): string {
  if (!followed) return 'Not followed: this browser keeps what came from it, and writes nothing there.';
  const place = keptAs === 'property' ? 'the project itself' : branch === null ? path : `${path} on ${branch}`;
  switch (state) {
    case 'unread':
      return `${keptAs === 'property' ? 'The roadmap' : place} is being looked for …`;
    case 'absent':
      return `${keptAs === 'property' ? 'The project keeps no roadmap yet. Write one' : `There is no ${place} yet. Propose one`} from what is in this browser, and the team shares it.`;
    case 'good':
      return `${count(items.length, 'item')} in use from ${place}.`;
    case 'broken':
      return `${place} has ${count(errors.length, 'error')}, so nothing of it is taken up. ${items.length > 0 ? 'Its last good version stays in use.' : 'Until it is fixed, your own settings and items are used.'}`;
  }
}

/** What is said of a change that is on its way: a file's counts once somebody has merged it, a property's once it is written. */
export function onItsWayInWords(keptAs: RoadmapFileView['keptAs']): string {
  return keptAs === 'file' ? 'The change is being proposed. It counts once it is merged.' : 'The change is being written. It counts for everybody once it is there.';
}

/** How a proposal goes. */
export function proposalInWords({ state, title, branch, failure }: FileProposalView, keptAs: RoadmapFileView['keptAs']): string {
  if (keptAs === 'property') return state === 'sending' ? 'The change is being written …' : state === 'done' ? 'The change is written.' : `The change was not written. ${failure ?? ''}`;
  switch (state) {
    case 'sending':
      return `“${title}” is on its way to ${branch} …`;
    case 'done':
      return `“${title}” is proposed.`;
    case 'failed':
      return `“${title}” was not proposed. ${failure ?? ''}`;
  }
}
