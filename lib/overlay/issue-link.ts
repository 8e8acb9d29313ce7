import type { Page, PageIssue } from './page.ts';
import type { Markup } from './surface.ts';

interface Read {
  readonly href: string;
  readonly issue: PageIssue | null;
}

const known = new WeakMap<HTMLAnchorElement, Read>();

/**
 * The issue that a link leads to on the page's own site. Read again whenever the link was given another address:
 * lists recycle their rows.
 */
export function issueOf(link: HTMLAnchorElement, markup: Markup, page: Page): PageIssue | null {
  const href = link.getAttribute('href') ?? '';
  const before = known.get(link);
  if (before?.href === href) return before.issue;
  // A link to another site is not an issue of this connection.
  const issue = link.host === location.host ? markup.read(link, page) : null;
  known.set(link, { href, issue });
  return issue;
}

/** Whether a link says a number or nothing: it counts something, or is an icon. */
export function isCounter({ textContent }: Element): boolean {
  return /^[\s#\d,.k+]*$/i.test(textContent ?? '');
}
