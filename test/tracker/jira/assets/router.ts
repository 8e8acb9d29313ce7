import { patch } from './patch.ts';

/** Jira's router: the address changes by pushState, no event tells of it, and the page follows when its data is there. */

const ROOTS = ['#jira-frontend', '.atlaskit-portal-container'];
let latest = 0;
let afterRender = (): void => undefined;

export function startRouter(rendered: () => void): void {
  afterRender = rendered;
  // React listens on its root, not on the document: what stops an event before that is not clicked.
  for (const root of ROOTS) document.querySelector(root)?.addEventListener('click', follow);
  addEventListener('popstate', () => void render());
}

export async function navigate(href: string): Promise<void> {
  history.pushState({ demo: true }, '', href);
  await render();
}

/** Opens an issue in front of the page, or closes it. */
export async function select(key: string | null): Promise<void> {
  const url = new URL(location.href);
  if (key === null) url.searchParams.delete('selectedIssue');
  else url.searchParams.set('selectedIssue', key);
  await navigate(url.href);
}

export const refresh = (): Promise<void> => render();

async function render(): Promise<void> {
  const mine = (latest += 1);
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (mine !== latest) return;
  if (answer.redirected) history.replaceState({ demo: true }, '', answer.url);
  const [here, there] = [document, next].map((one) => one.querySelector<HTMLElement>('#jira-frontend'));
  if (!here || !there) return location.reload();
  document.title = next.title;
  if (here.dataset['demoRoute'] === there.dataset['demoRoute']) patch(here, there);
  else replaceMain(here, there);
  const portals = [document, next].map((one) => one.querySelector('.atlaskit-portal'));
  if (portals[0] && portals[1]) patch(portals[0], portals[1]);
  afterRender();
}

/** Another route: the shell stays, everything in it is made anew. */
function replaceMain(here: HTMLElement, there: HTMLElement): void {
  here.dataset['demoRoute'] = there.dataset['demoRoute'] ?? '';
  for (const part of ['page-layout.sidebar', 'page-layout.main']) {
    const [old, fresh] = [here, there].map((one) => one.querySelector(`[data-testid="${part}"]`));
    if (!old || !fresh) continue;
    if (part.endsWith('main')) old.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
    else patch(old, fresh);
  }
}

function follow(event: Event): void {
  if (!(event instanceof MouseEvent) || !(event.target instanceof Element) || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest<HTMLAnchorElement>('a[href]');
  if (!link || link.target === '_blank' || link.closest('.ak-renderer-document, [contenteditable]') || new URL(link.href).origin !== location.origin) return;
  event.preventDefault();
  const key = /\/browse\/([A-Z][A-Z0-9_]+-\d+)$/.exec(link.pathname)?.[1];
  // A list opens what is clicked beside itself.
  const beside = key !== undefined && location.pathname.endsWith('/list') && link.closest('tr') !== null;
  void (beside ? select(key) : navigate(link.href));
}
