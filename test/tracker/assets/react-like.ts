/** What React and virtualised lists do to the page: re-render, hydrate, recycle, append. Whatever a stranger has put in between is lost. */

const ROW = 'li[role="listitem"]';
const REBUILT = '.Description-module__container--Zwqe8, .Title-module__trailingBadgesContainer--mijcn, .Title-module__heading--s7YnL';
const isOurs = (node: Node): boolean => !(node instanceof Element) || !(node.localName.includes('-') && !['relative-time', 'aui-badge'].includes(node.localName));

/** A copy as the server drew it: custom elements of strangers are not part of React's tree. */
export function pristine(element: Element): Element {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return element;
  for (const node of copy.querySelectorAll('*')) if (!isOurs(node)) node.remove();
  return copy;
}

export function rerenderRows(): void {
  for (const part of document.querySelectorAll(`${ROW} :is(${REBUILT})`)) part.replaceWith(pristine(part));
}

export function rerenderOnHover(): void {
  document.addEventListener('mouseover', (event) => {
    const row = event.target instanceof Element ? event.target.closest(ROW) : null;
    const from = event.relatedTarget instanceof Node ? event.relatedTarget : null;
    if (!row || row.contains(from)) return;
    const metadata = row.querySelector('.Description-module__container--Zwqe8');
    metadata?.replaceWith(pristine(metadata));
  });
}

/** Once a page: the issue header's and the first rows' children are made anew. */
export function hydrate(): void {
  for (const header of document.querySelectorAll('[data-testid="issue-header"]:not([data-hydrated]), [data-testid="issue-metadata-fixed"]:not([data-hydrated])')) {
    header.setAttribute('data-hydrated', '');
    header.replaceChildren(...pristine(header).childNodes);
  }
}

/** Rows keep their elements and show other issues, as a virtualised list does: every row takes the content of its successor. */
export function recycle(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-testid="issue-pr-title-link"]')];
  const shown = links.map((link) => ({ href: link.getAttribute('href') ?? '', text: link.textContent ?? '' }));
  links.forEach((link, index) => {
    const next = shown[(index + 1) % shown.length];
    if (!next) return;
    link.setAttribute('href', next.href);
    link.setAttribute('data-hovercard-url', `${next.href}/hovercard`);
    link.textContent = next.text;
    const number = link.closest(ROW)?.querySelector('[data-testid="list-row-repo-name-and-number"] span span');
    if (number) number.textContent = (number.textContent ?? '').replace(/#\d+/, `#${next.href.split('/').at(-1)}`);
  });
}

/** Infinite scrolling: the next page's rows come in behind the last. */
export async function append(count: number): Promise<void> {
  const list = document.querySelector('ul[data-listview-component="items-list"]');
  const url = new URL(location.href);
  url.searchParams.set('page', String(Math.floor((list?.children.length ?? 0) / 25) + 1));
  const next = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
  const rows = [...next.querySelectorAll('ul[data-listview-component="items-list"] > div')].slice(0, count);
  list?.append(...rows.map((row) => document.importNode(row, true)));
}
