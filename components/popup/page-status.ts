import type { PageReport } from '../../lib/messaging/messages.ts';
import { count } from '../ui/wording/count.ts';

export interface PageStatus {
  readonly tone: 'good' | 'off' | 'none';
  readonly words: string;
}

/** What Waymark does on the tab under the popup. An honest “off” beats a badge in the wrong place. */
export function pageStatus(url: string | null, report: PageReport | null): PageStatus {
  if (report === null) {
    return url !== null && URL.canParse(url) && new URL(url).hostname === 'github.com'
      ? { tone: 'off', words: 'Badges are not running on this page yet: reload it.' }
      : { tone: 'none', words: 'This tab is not a page of a connected tracker.' };
  }
  if (!report.recognised) {
    return report.links > 0
      ? { tone: 'off', words: 'Badges are off on this page: layout not recognised.' }
      : { tone: 'none', words: 'Nothing on this page for Waymark.' };
  }
  return { tone: 'good', words: `${surfaceInWords(report.surface)} recognised, ${count(report.badges, 'badge')}.` };
}

/** `surfaceInWords('github-issue-list')` → `Issue list` */
export function surfaceInWords(surface: string | null): string {
  const words = (surface ?? 'page').replace(/^(github|jira)-/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
