/** Soft navigation: links of the own site change the page in place, with the events that GitHub's router dispatches on the document. */

const say = (name: string): boolean => document.dispatchEvent(new CustomEvent(name, { bubbles: true }));
let latest = 0;

export function startNavigation(arrived: () => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const panel = link.dataset['demoPanel'];
    const url = panel === undefined ? new URL(link.href) : new URL(`${location.pathname}?${panel}`, location.href);
    const samePage = url.pathname === location.pathname && url.search === location.search;
    if (url.origin !== location.origin || (samePage && url.hash !== '') || link.getAttribute('href') === '#') return;
    event.preventDefault();
    void navigate(url.href, arrived);
  });
  addEventListener('popstate', () => void show(location.href, arrived));
}

export async function navigate(href: string, arrived: () => void = () => undefined): Promise<void> {
  say('soft-nav:start');
  history.pushState({ demo: true }, '', href);
  scrollTo(0, 0);
  await show(href, arrived, true);
}

async function show(href: string, arrived: () => void, started = false): Promise<void> {
  if (!started) say('soft-nav:start');
  const mine = (latest += 1);
  const answer = await fetch(href, { headers: { accept: 'text/html' } });
  const text = await answer.text();
  if (mine !== latest) return;
  if (answer.redirected) history.replaceState({ demo: true }, '', answer.url);
  const next = new DOMParser().parseFromString(text, 'text/html');
  const fromClassic = document.body.dataset['pageKind'] === 'classic';
  replacePage(next);
  say('soft-nav:success');
  say('soft-nav:end');
  if (fromClassic || document.body.dataset['pageKind'] === 'classic') say('turbo:render');
  say('soft-nav:react-done');
  arrived();
}

/** The frame stays where both pages have one, its content and the header go. Metas stay as they were: on GitHub they are stale after a soft navigation. */
function replacePage(next: Document): void {
  document.title = next.title;
  const canonical = next.querySelector('link[rel=canonical]');
  if (canonical) document.querySelector('link[rel=canonical]')?.replaceWith(document.importNode(canonical, true));
  document.body.dataset['pageKind'] = next.body.dataset['pageKind'] ?? 'react';
  for (const selector of ['.AppHeader', '#repo-content-turbo-frame', '.application-main']) {
    const [here, there] = [document.querySelector(selector), next.querySelector(selector)];
    if (!here || !there) continue;
    here.replaceChildren(...[...there.childNodes].map((node) => document.importNode(node, true)));
    if (selector === '#repo-content-turbo-frame') return;
  }
}
