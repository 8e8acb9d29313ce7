import type { FileProposalView, RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { count } from '../../ui/wording/count.ts';

/** How a repository's roadmap file stands, in one sentence. */
export function fileInWords({ state, items, errors, place }: Pick<RoadmapFileView, 'state' | 'items' | 'errors' | 'place'>): string {
  switch (state) {
    case 'unread':
      return `${place.path} has not been looked for yet.`;
    case 'absent':
      return `There is no ${place.path} yet. Propose one from what is in this browser, and the team shares it.`;
    case 'good':
      return `${count(items.length, 'item')} in use from ${place.path}.`;
    case 'broken':
      return `${place.path} has ${count(errors.length, 'error')}, so nothing of it is taken up. ${items.length > 0 ? 'Its last good version stays in use.' : 'Until it is mended, your own settings and items are used.'}`;
  }
}

/** How a proposal goes. */
export function proposalInWords({ state, title, branch, failure }: FileProposalView): string {
  switch (state) {
    case 'sending':
      return `“${title}” is on its way to ${branch} …`;
    case 'done':
      return `“${title}” is proposed.`;
    case 'failed':
      return `“${title}” was not proposed. ${failure ?? ''}`;
  }
}
