import type { PageIssue } from './page.ts';
import { nameIssue } from './page.ts';
import { parseIssueUrl } from '../trackers/github/urls.ts';

interface Read {
  readonly href: string;
  readonly issue: PageIssue | null;
}

const read = new WeakMap<HTMLAnchorElement, Read>();

/** Every link that may name an issue. The selector is a sieve only: `parseIssueUrl` decides. */
export const ISSUE_LINKS = 'a[href*="/issues/"],a[href*="/pull/"]';

/**
 * The issue that a link leads to on the page's own site. Read again whenever the link was given another address:
 * lists recycle their rows.
 */
export function issueOf(link: HTMLAnchorElement): PageIssue | null {
  const href = link.getAttribute('href') ?? '';
  const known = read.get(link);
  if (known?.href === href) return known.issue;
  const issue = parse(link);
  read.set(link, { href, issue });
  return issue;
}

function parse(link: HTMLAnchorElement): PageIssue | null {
  const { host, pathname } = link;
  // A link to another site is not an issue of this connection; a link to a comment is the row's counter.
  if (host !== location.host || link.getAttribute('href')?.includes('#issuecomment')) return null;
  const issue = parseIssueUrl({ host, pathname });
  return issue && nameIssue(issue);
}
