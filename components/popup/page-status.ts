import { capitalised } from '../../lib/core/capitalised.ts';
import type { PageReport } from '../../lib/messaging/messages.ts';
import { isPlace } from '../../lib/overlay/places.ts';
import { count } from '../ui/wording/count.ts';

export interface PageStatus {
  readonly tone: 'good' | 'off' | 'none';
  readonly words: string;
  /** The site of the page, where it may be a tracker that we have not been allowed on. */
  readonly connect?: string;
  /** The site of the page, where the browser does not let us on it. */
  readonly allow?: string;
}

/** What Waymark does on the tab under the popup. An honest “off” beats a badge in the wrong place. `known` are the hosts where badges run; `barred`: the browser does not let us on this one. */
export function pageStatus(url: string | null, report: PageReport | null, known: readonly string[] = [], barred = false): PageStatus {
  const site = url === null ? null : URL.parse(url);
  if (barred && site !== null && isOurs(site, known)) return { tone: 'off', words: 'Badges are off: the browser does not let Waymark on this site.', allow: site.host };
  if (report === null) return withoutReport(site, known);
  if (!report.recognised) {
    return report.links > 0
      ? { tone: 'off', words: 'Badges are off on this page: layout not recognised.' }
      : NOTHING_HERE;
  }
  return { tone: 'good', words: `${surfaceInWords(report.surface)} recognised, ${count(report.badges, 'badge')}.` };
}

const NOTHING_HERE: PageStatus = { tone: 'none', words: 'Nothing on this page for Waymark.' };

/** Where badges have no place there is nothing to answer for them either: to reload would not help. */
function withoutReport(url: URL | null, known: readonly string[]): PageStatus {
  if (url?.protocol !== 'https:') return { tone: 'none', words: 'This tab is not a page of a connected tracker.' };
  if (isOurs(url, known)) return isPlace(url) ? { tone: 'off', words: 'Badges are not running on this page yet: reload it.' } : NOTHING_HERE;
  return { tone: 'none', words: 'This tab is not a page of a connected tracker.', ...(looksLikeTracker(url) ? { connect: url.href } : {}) };
}

function isOurs({ hostname, host }: URL, known: readonly string[]): boolean {
  return hostname === 'github.com' || hostname.endsWith('.atlassian.net') || known.includes(host);
}

/** Addresses that Jira and GitHub Enterprise have wherever they are installed: only there is it worth asking. */
function looksLikeTracker({ pathname }: URL): boolean {
  return /\/(?:browse\/[A-Z][A-Z0-9_]+-\d+|secure\/(?:RapidBoard|Dashboard|IssueNavigator)\.jspa|jira\/(?:software|core|servicedesk|your-work))|\/[\w.-]+\/[\w.-]+\/(?:issues|pulls?)(?:\/|$)/.test(pathname);
}

/** `surfaceInWords('github-issue-list')` → `Issue list` */
export function surfaceInWords(surface: string | null): string {
  return capitalised((surface ?? 'page').replace(/^(github|jira)-/, '').replaceAll('-', ' '));
}
