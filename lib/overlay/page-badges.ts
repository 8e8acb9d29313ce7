import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { createStyles } from './badge-styles.ts';
import { createCardOpener } from './card.ts';
import { containEvents } from './contain-events.ts';
import { isHydrating } from './hydration.ts';
import { keepFocus } from './keep-focus.ts';
import { createModels } from './models.ts';
import { createMounts } from './mounts.ts';
import { hasNews } from './mutations.ts';
import type { OverlayPort } from './overlay.ts';
import type { Page } from './page.ts';
import { projectOf } from './page.ts';
import type { Reading } from './read-page.ts';
import { pointOf } from './read-page.ts';
import { createReader } from './reader.ts';
import { createSchedule } from './schedule.ts';
import type { Surface } from './surface.ts';
import { tagSelection } from './tag-selection.ts';
import type { TrackerPages } from './tracker-pages.ts';

/** The badges of a tab, from the first page that can have any. */
export interface PageBadges {
  /** The page is still loading: its badges are asked for meanwhile, so that they can be there before its first paint. */
  expect(at: At): void;
  /** Watches the page at this address from now on. */
  watch(surface: Surface, page: Page): void;
  /** The page has none: nothing is left in it, and nothing of ours runs. */
  rest(): void;
  /** The page may be another one without any change of its nodes. */
  lookSoon(): void;
  changed(keys: readonly IssueKey[], projects: readonly ProjectKey[]): void;
  /** Broadcasts may have been missed. */
  doubt(): void;
  tagSelection(): void;
  readonly seen: Pick<Reading, 'links' | 'recognised'> & { readonly badges: number };
}

/** Where the tab is. */
interface At {
  readonly surface: Surface;
  readonly page: Page;
}

interface Setting {
  /** Comes back to the caller before each look at the page, for the address may have changed; it calls `watch` or `rest`. */
  look(): void;
  readonly manner: Pick<TrackerPages, 'theme' | 'atOnce'>;
  /** The page while it is still on its way. */
  readonly loading: At | null;
}

export function createPageBadges(document: Document, port: Pick<OverlayPort, 'send' | 'isAlive'>, { look, manner: { theme, atOnce }, loading }: Setting, signal: AbortSignal): PageBadges {
  let at: At | null = null;
  let reading: Reading | null = null;
  let styles: ((root: ShadowRoot) => void) | null = null;
  let observing = false;

  const models = createModels((request) => port.send('describe', request), {
    onAnswer: () => {
      draw();
      // What changed while the answer was on its way.
      ask();
    },
    onFailure: () => {
      if (port.isAlive()) mounts.fail();
    },
    later: (task, ms) => {
      const timer = setTimeout(task, ms);
      signal.addEventListener('abort', () => clearTimeout(timer));
    },
  });
  /** The address names the page's own issue; only the page itself, or the worker's memory of it, names its rows. */
  const expect = ({ surface: { detail, rows }, page }: At) => {
    const own = detail?.identity(page);
    const shown = rows && globalThis.waymarkShown;
    if (shown) models.open(shown);
    else if (own) models.want([own.key], projectOf(page));
  };
  // Before anything else is made ready: the answer should be there when the page is.
  if (loading) expect(loading);

  const mounts = createMounts(
    document,
    (root) => {
      styles ??= createStyles(document, theme, signal);
      styles(root);
    },
    (wanted) => at && pointOf(wanted, at.surface),
    () => {
      ask();
      draw();
    },
    atOnce,
  );
  const read = createReader(document, atOnce, look);
  const card = createCardOpener((key) => port.send('openPanel', { key }), (anchor) => mounts.fail(anchor), signal);
  const focus = keepFocus(document, signal);
  const schedule = createSchedule(() => document.hidden || look(), signal);
  const observer = new MutationObserver((records) => {
    if (focus.isLost()) look();
    else if (hasNews(records)) schedule.soon();
  });

  const ask = () => {
    if (at && reading) models.want(mounts.inReach(reading.wanted).map(({ key }) => key), projectOf(at.page));
  };

  const draw = () => {
    if (!reading || !port.isAlive() || document.hidden) return;
    if (isHydrating(document)) {
      schedule.soon(100);
      return;
    }
    const again = mounts.reconcile(reading.wanted, models.get, performance.now());
    focus.giveBack();
    // What we just did is not news.
    observer.takeRecords();
    if (again > 0) schedule.soon(again);
  };

  containEvents(window, (host, press) => {
    const key = port.isAlive() && mounts.keyOf(host);
    if (key) void card.open(host, [key], isAboutRoadmap(host, press) ? 'tag' : 'card');
  }, () => card.close(), signal);

  const rest = () => {
    observer.disconnect();
    observing = false;
    at = null;
    reading = null;
    mounts.clear();
  };
  signal.addEventListener('abort', () => {
    rest();
    card.close();
  });

  return {
    expect,
    watch(surface, page) {
      at = { surface, page };
      if (!observing) observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
      observing = true;
      reading = read(surface, page);
      ask();
      draw();
    },
    rest,
    lookSoon: () => schedule.soon(),
    changed(keys, projects) {
      models.changed(keys, projects);
      // No look at the page, and no frame: only what is shown may have changed. A hidden tab asks when it is shown.
      if (!document.hidden) ask();
    },
    doubt: () => models.doubt(),
    tagSelection: () => void tagSelection(document, () => reading?.wanted ?? [], mounts, card),
    get seen() {
      return { links: reading?.links ?? 0, recognised: reading?.recognised ?? false, badges: mounts.hosts.length };
    },
  };
}

/**
 * Beside a title a press on the roadmap item is about it. In a row it may be most of the badge: whoever presses that wants to see why. A press by a script opens what explains the badge, for tools of link hints press so; it
 * asks for no tag, and the card takes nothing from it.
 */
function isAboutRoadmap(host: HTMLElement, press: Event): boolean {
  const [part] = press.composedPath();
  return press.isTrusted && host.hasAttribute('place') && part instanceof HTMLElement && part.className === 'roadmap';
}
