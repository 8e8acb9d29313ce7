import { EXCLUDED, GITHUB } from './github-markup.ts';
import { isCounter, issueOf } from './issue-link.ts';
import type { Page } from './page.ts';
import type { DetailRules, Header } from './surface.ts';

/** Where GitHub's pages have the title of the page's own issue. */
interface HeaderRules {
  /** The header must lie within one of these, where given; else in front of nothing: a panel over the page shows another issue. */
  readonly within: string | null;
  /** Ladders, newest markup first. */
  readonly titles: readonly string[];
  readonly states: readonly string[];
}

// The header exists twice: the second copy appears when the first has scrolled away.
const STICKY = '[data-testid="issue-metadata-sticky"],[class*="stickyContainer"],[class*="tickyHeader"],.sticky-header-container,.js-sticky,.sticky-content';
// 2026-11: one row of React's header · to 2026: the classic header · the project panel · a page
const HEADER = '[data-testid^="issue-viewer-"],#partial-discussion-header,[role="dialog"],[role="complementary"],react-app,main';

export function githubHeader(rules: HeaderRules): DetailRules['header'] {
  return (document, page) => {
    const title = findTitle(document, rules);
    return title && placeBeside(title, rules, page);
  };
}

/** Behind the state label; else at the end of the title, in its own line, since a line of our own would push the page down. */
function placeBeside(title: Element, rules: HeaderRules, page: Page): Header {
  const line = title.closest('h1,h2') ?? title;
  const state = findState(title, rules);
  // A side panel's number is a link (2026), and addresses that name only the project's item are still about.
  const number = [...line.querySelectorAll('a')].find(isCounter);
  return { container: state?.parentElement ?? line, beside: state ?? line, issue: number ? issueOf(number, GITHUB, page) : null };
}

function findTitle(document: Document, { titles, within }: HeaderRules): Element | null {
  let sticky: Element | null = null;
  for (const selector of titles) {
    const found: Element[] = [];
    for (const title of document.querySelectorAll(selector)) {
      if (within === null ? title.closest('[role="dialog"]') : !title.closest(within)) continue;
      if (title.closest('.markdown-body,[data-testid="issue-body"]')) continue;
      if (!title.closest(STICKY)) found.push(title);
      else sticky ??= title;
    }
    // 2026: one for wide windows and one for narrow ones. Which is seen costs a layout, so it is asked only where there are two.
    const [first] = found;
    if (first) return (found.length > 1 && found.find((title) => title.checkVisibility())) || first;
  }
  return sticky;
}

/** The state label ("Open") shares a line with few words: room for a badge that moves nothing. */
function findState(title: Element, { states }: HeaderRules): Element | null {
  const root = title.closest(HEADER);
  if (!root) return null;
  const inSticky = title.closest(STICKY) !== null;
  for (const selector of states) {
    for (const state of root.querySelectorAll(selector)) {
      if ((state.closest(STICKY) !== null) === inSticky && !state.closest(PROSE)) return state;
    }
  }
  return null;
}

// Timelines and side bars show the states of other issues. A dialog may be the very panel that we are in.
const PROSE = EXCLUDED.split(',').filter((selector) => !/dialog|Portal/.test(selector)).join(',');
