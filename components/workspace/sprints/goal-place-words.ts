import type { GoalPlace } from '../../../lib/core/sprint/ledger.ts';
import { trackerWords } from '../../../lib/core/tracker-words.ts';
import type { GoalsView, SiteView } from '../../../lib/messaging/messages.ts';

/** Where the goals that are shown stand; those that the tracker would not take stand only here. */
export function standsInWords({ pending, from, writes }: Pick<GoalsView, 'pending' | 'from' | 'writes'>, tracker: SiteView['tracker']): string {
  if (!pending) return placeInWords(from, tracker);
  return writes.at(-1)?.state === 'failed' ? placeInWords('local', tracker) : `Waiting to be written into ${trackerWords(tracker).goalPlace}.`;
}

/** `placeInWords('local', 'github')` → `Kept in this browser: your team does not see it.` */
export function placeInWords(from: GoalPlace | null, tracker: SiteView['tracker']): string {
  switch (from) {
    case 'local': return 'Kept in this browser: your team does not see it.';
    case 'file': return 'Read from the team’s roadmap.';
    case 'status-update': return 'Read from the project’s latest status update.';
    case 'first-paragraph': return `Read from the first paragraph of ${trackerWords(tracker).goalPlace}.`;
    case 'field':
    case 'description': return `Read from ${trackerWords(tracker).goalPlace}.`;
    case null: return '';
  }
}
