import type { GoalPlace } from '../../../lib/core/sprint/ledger.ts';
import { trackerWords } from '../../../lib/core/tracker-words.ts';
import type { SiteView } from '../../../lib/messaging/messages.ts';

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
