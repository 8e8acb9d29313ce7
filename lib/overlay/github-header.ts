import { GITHUB, PROSE } from './github-markup.ts';
import { isCounter, issueOf } from './issue-link.ts';
import type { Page } from './page.ts';
import type { DetailRules, Header } from './surface.ts';

// Ladders, newest markup first. 2026: React without data-testid on pull requests · 2025-09: React issues · to 2026: classic · whatever comes
const TITLES = ['[data-testid="issue-header"] h1', '[data-testid="issue-title"]', 'h1[data-component="PH_Title"]', '.gh-header-title', '.js-issue-title', 'main h1 .markdown-title', ':is(h1,h2):has(bdi)'];
const STATES = ['[data-testid="header-state"]', '[class*="StateLabel"]', '[data-status^="issue"]', '[data-status^="pull"]', '.State'];
// The header exists twice: the second copy appears when the first has scrolled away.
const STICKY = '[data-testid="issue-metadata-sticky"],[class*="stickyContainer"],[class*="tickyHeader"],.sticky-header-container,.js-sticky,.sticky-content';
// 2026-11: one row of React's header · to 2026: the classic header · the project panel · a page
const HEADER = '[data-testid^="issue-viewer-"],#partial-discussion-header,[role="dialog"],[role="complementary"],react-app,main';

/** Where a page has the title of its issue: the first that is `own`, a selector. */
export function githubHeader(own: string): DetailRules['header'] {
  return (document, page) => {
    const title = findTitle(document, own);
    return title && placeBeside(title, page);
  };
}

/** Behind the state label; else at the end of the title, in its own line, since a line of our own would push the page down. */
function placeBeside(title: Element, page: Page): Header {
  const line = title.closest('h1,h2') ?? title;
  const state = findState(title);
  // A side panel's number is a link (2026), and addresses that name only the project's item are still about.
  const number = [...line.querySelectorAll('a')].find(isCounter);
  return { container: state?.parentElement ?? line, beside: state ?? line, issue: number ? issueOf(number, GITHUB, page) : null };
}

function findTitle(document: Document, own: string): Element | null {
  let sticky: Element | null = null;
  for (const selector of TITLES) {
    for (const title of document.querySelectorAll(selector)) {
      if (!title.matches(own) || title.closest('.markdown-body,[data-testid="issue-body"]')) continue;
      if (!title.closest(STICKY)) return title;
      sticky ??= title;
    }
  }
  return sticky;
}

/** The state label ("Open") shares a line with few words: room for a badge that moves nothing. Timelines and side bars show the states of other issues. A dialog may be the very panel that we are in. */
function findState(title: Element): Element | null {
  const root = title.closest(HEADER);
  if (!root) return null;
  const inSticky = title.closest(STICKY) !== null;
  for (const selector of STATES) {
    for (const state of root.querySelectorAll(selector)) {
      if ((state.closest(STICKY) !== null) === inSticky && !state.closest(PROSE)) return state;
    }
  }
  return null;
}
