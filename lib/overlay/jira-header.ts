import { issueOf } from './issue-link.ts';
import { JIRA } from './jira-markup.ts';
import type { Page } from './page.ts';
import { ownIssue } from './page.ts';
import type { Header } from './surface.ts';

// 2026-08: Cloud's issue view, modal and side panel · an idea of Product Discovery · the same without its test ids: a path of links is a list in order, a side bar is none · Data Center's issue, its split view and its board's panel
const LINKS = '[data-testid*="breadcrumbs."],a[aria-current="page"]:not(nav :not(ol *)),#jira-issue-header a,#key-val,#issuekey-val a,#ghx-detail-issue .ghx-key a';
// These name the issue on view also where the address names none, or already another.
const SURE = '[data-testid*="breadcrumbs.current-issue"],#key-val,#issuekey-val a';
const TITLE = '[data-testid$="foundation.summary.heading"],#summary-val';
const ITEM = '[data-testid*="breadcrumb-current-issue"],[role="listitem"]';
const APART = '[data-testid="page-layout.sidebar"],[aria-label="Sidebar"],.ak-renderer-document';

/** Behind the issue's own link in the line over its title: that line has room, and the title is a field that people edit. */
export function jiraHeader(document: Document, page: Page): Header | null {
  const own = ownIssue(page);
  let other: Header | null = null;
  for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS)) {
    const issue = issueOf(link, JIRA, page);
    if (!issue || !link.parentElement || link.closest(APART)) continue;
    const item = link.closest(ITEM);
    const header = item ? { container: item, beside: item, issue } : { container: link.parentElement, beside: link, issue };
    // An issue's header has links to the issues above it, too.
    if (own?.key === issue.key) return header;
    if (link.matches(SURE)) other ??= header;
  }
  const title = other ? null : document.querySelector(TITLE);
  return title ? { container: title, beside: title } : other;
}
