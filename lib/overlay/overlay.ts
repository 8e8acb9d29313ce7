import type { IssueKey } from '../core/issue.ts';
import type { Broadcast, MessageName, Messages, PageReport } from '../messaging/messages.ts';
import { parsePage } from '../trackers/github/urls.ts';
import { createStyles } from './badge-styles.ts';
import { createCardOpener } from './card.ts';
import { containEvents } from './contain-events.ts';
import { createModels } from './models.ts';
import { createMounts } from './mounts.ts';
import { onNavigation } from './navigation.ts';
import { projectOf } from './page.ts';
import type { Reading } from './read-page.ts';
import { pointOf, readPage } from './read-page.ts';
import { isHydrating } from './hydration.ts';
import { createSchedule } from './schedule.ts';
import { selectedAmong } from './selection.ts';
import { surfaceOf } from './surfaces.ts';

/** What the overlay needs of the extension. */
export interface OverlayPort {
  send<N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<Messages[N]['response']>;
  onBroadcast(handler: (broadcast: Broadcast) => PageReport | undefined, signal: AbortSignal): void;
  isAlive(): boolean;
  /** Ends with the life of the content script. */
  readonly signal: AbortSignal;
}

/** Shows a badge at every issue of the page for as long as the signal lives, and leaves no trace afterwards. */
export function startOverlay(document: Document, port: OverlayPort): void {
  const ending = new AbortController();
  const signal = AbortSignal.any([port.signal, ending.signal]);
  if (signal.aborted) return;
  let url = '';
  let page = parsePage(new URL(location.href));
  let surface = surfaceOf(page);
  let reading: Reading | null = null;
  let watching = false;

  /** Nobody tells an orphaned script that its extension is gone, so every callback asks. */
  const alive = (): boolean => {
    if (!signal.aborted && !port.isAlive()) ending.abort();
    return !signal.aborted;
  };
  const failed = (error: unknown) => {
    if (!alive()) return;
    if (error instanceof Error) mounts.fail();
  };

  const mounts = createMounts(document, lazily(() => createStyles(document, signal)), (wanted) => surface && pointOf(wanted, surface));
  const models = createModels((request) => port.send('describe', request), {
    onAnswer: () => {
      if (alive()) draw();
    },
    onFailure: failed,
    later: (task, ms) => {
      const timer = setTimeout(() => alive() && task(), ms);
      signal.addEventListener('abort', () => clearTimeout(timer));
    },
  });
  const card = createCardOpener((key) => port.send('openPanel', { key }), failed, signal);
  const observer = new MutationObserver((records) => {
    if (records.some(matters)) schedule.soon();
  });

  /** Looks at the page: which issues stand where. Asks for what is not known yet. */
  const pass = () => {
    if (!alive() || document.hidden) return;
    followUrl();
    if (!surface || !page) return;
    reading = readPage(document, surface, page);
    models.want(keysOf(reading), projectOf(page));
    draw();
  };
  const schedule = createSchedule(pass, signal);

  const draw = () => {
    if (!reading || document.hidden) return;
    if (isHydrating(document)) {
      schedule.soon(100);
      return;
    }
    const again = mounts.reconcile(reading.wanted, models.get, performance.now());
    // What we just did is not news.
    observer.takeRecords();
    if (again > 0) schedule.soon(again);
  };

  const followUrl = () => {
    if (location.href !== url) {
      url = location.href;
      page = parsePage(new URL(url));
      surface = surfaceOf(page);
    }
    if (surface && !watching) {
      observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href'] });
      watching = true;
    }
    if (surface || !watching) return;
    // A page without issues costs nothing: only the address is watched there.
    observer.disconnect();
    watching = false;
    reading = null;
    mounts.clear();
  };

  const report = (): PageReport => ({
    surface: surface?.id ?? null,
    recognised: surface !== null && (reading?.recognised ?? false),
    links: reading?.links ?? 0,
    badges: mounts.hosts.length,
    project: page ? projectOf(page) : null,
  });

  const tagSelection = () => {
    const wanted = reading?.wanted ?? [];
    const rows = wanted.filter(({ place }) => place === 'row');
    const chosen = selectedAmong(document, rows);
    const about = chosen.length > 0 ? chosen : wanted.filter(({ place }) => place === 'header');
    const [first] = about;
    const anchor = first && (mounts.hostIn(first.container) ?? first.container);
    if (anchor instanceof HTMLElement) card.open(anchor, [...new Set(about.map(({ key }) => key))], 'tag');
    // Nothing is chosen, and guessing would tag the wrong issue: the focus goes to the first badge, and the next time it is chosen.
    else mounts.hosts[0]?.focus();
  };

  const hear = (broadcast: Broadcast): PageReport | undefined => {
    if (!alive()) return;
    if (broadcast.waymark === 'report') return report();
    if (broadcast.waymark === 'tag-selection') tagSelection();
    if (broadcast.waymark === 'changed') {
      models.changed(broadcast.keys, broadcast.projects);
      schedule.soon();
    }
  };

  signal.addEventListener('abort', () => {
    observer.disconnect();
    reading = null;
    mounts.clear();
    card.close();
  });
  mounts.clear();
  port.onBroadcast(hear, signal);
  onNavigation(window, document, (event) => {
    if (!alive()) return;
    // Out of the back/forward cache: what was broadcast meanwhile did not reach us.
    if (event instanceof PageTransitionEvent) {
      if (!event.persisted) return;
      models.doubt();
    }
    schedule.soon();
  }, signal);
  document.addEventListener('visibilitychange', () => schedule.soon(), { signal });
  containEvents(window, (host) => {
    const mount = alive() ? mounts.find(host) : null;
    if (mount) card.open(host, [mount.key], 'card');
  }, () => card.close(), signal);
  pass();
}

function keysOf({ wanted }: Reading): IssueKey[] {
  return wanted.map(({ key }) => key);
}

/** The style sheets are parsed when the first badge needs them. */
function lazily(create: () => (root: ShadowRoot) => void): (root: ShadowRoot) => void {
  let dress: ((root: ShadowRoot) => void) | undefined;
  return (root) => {
    dress ??= create();
    dress(root);
  };
}

/** Text that changed cannot have brought an issue; a badge or a row that came or went can. */
function matters({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return target instanceof HTMLAnchorElement;
  return hasElement(addedNodes) || hasElement(removedNodes);
}

function hasElement(nodes: NodeList): boolean {
  for (const node of nodes) if (node.nodeType === Node.ELEMENT_NODE) return true;
  return false;
}
