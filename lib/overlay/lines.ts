import type { LineAbout } from '../messaging/messages.ts';
import type { Send } from './line-port.ts';
import type { Page } from './page.ts';
import { boardOf, ownIssue, projectOf } from './page.ts';

/** After the badges, which the page waits for more. */
const LATER = 300;
/** Of a board of several projects its badges tell, which may take their time. */
const TRIES = 5;

/** Asks whether the page has lines above it, and passes them on to the script that the worker brought to draw them. */
export interface Lines {
  /** The tab is at this page now. */
  at(page: Page | null): void;
  /** What they say may have changed. */
  renew(ms: number): void;
}

export function createLines(document: Document, send: Send, signal: AbortSignal): Lines {
  let known: Page | null = null;
  let about: LineAbout | null = null;
  /** Put off while nobody sees the page. */
  let due = false;
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async () => {
    const asked = about;
    timer = undefined;
    if (!asked) return;
    try {
      const rows = await send('pageLine', { ...asked, bring: !globalThis.waymarkLine });
      if (about !== asked) return;
      globalThis.waymarkLine?.show(rows ?? [], send);
      if (!rows && !asked.project && (tries += 1) < TRIES) renew(2000);
    } catch {
      // A page without its line lacks nothing: the next change of the page or of the data asks again.
    }
  };
  const renew = (ms: number) => {
    due = document.hidden;
    if (about && !due) timer ??= setTimeout(ask, ms);
  };
  signal.addEventListener('abort', () => {
    about = null;
    globalThis.waymarkLine?.show([], send);
  });

  return {
    at(page) {
      if (page === known) {
        if (due) renew(0);
        return;
      }
      known = page;
      const next = page && aboutOf(page);
      if (JSON.stringify(next) === JSON.stringify(about)) return;
      about = next;
      tries = 0;
      clearTimeout(timer);
      timer = undefined;
      globalThis.waymarkLine?.show([], send);
      renew(LATER);
    },
    renew,
  };
}

function aboutOf(page: Page): LineAbout | null {
  if (!/^milestone|^project$|^jira-(?:issue|board|backlog)/.test(page.kind)) return null;
  const project = projectOf(page);
  // What is open in front of a board is not what the board is about.
  const own = page.kind === 'jira-issue' && ownIssue(page);
  return { project, board: boardOf(page), keys: own ? [own.key] : [], milestone: page.kind === 'milestone' ? page.number : null };
}
