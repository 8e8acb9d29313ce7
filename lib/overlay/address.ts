import type { Page } from './page.ts';
import type { Site } from './site.ts';
import type { Surface } from './surface.ts';
import type { TrackerPages } from './tracker-pages.ts';
import { surfaceOf } from './tracker-pages.ts';

export interface Address {
  readonly page: Page | null;
  readonly surface: Surface | null;
  /** What the badges of the tracker's pages need to know of them. */
  readonly manner: Pick<TrackerPages, 'theme' | 'atOnce'>;
}

const NOWHERE: Address = { page: null, surface: null, manner: { theme: '', atOnce: 0 } };

/** What the page's address stands for now. Read again only when it has changed, for it is asked at every look at the page. */
export function followAddress(readSite: () => Site | null, known: readonly TrackerPages[]): () => Address {
  let site: Site | null = null;
  let href = '';
  let read = NOWHERE;
  return () => {
    site ??= readSite();
    if (!site || href === location.href) return read;
    href = location.href;
    read = readAddress(new URL(href), site, known);
    return read;
  };
}

/** `readAddress(new URL('https://acme.atlassian.net/browse/SHOP-12'), { jira: '' }, [jiraPages])` → `{ page: { kind: 'jira-issue', … }, … }` */
export function readAddress(url: URL, { jira }: Site, known: readonly TrackerPages[]): Address {
  const pages = known.find(({ tracker }) => tracker === (jira === null ? 'github' : 'jira'));
  if (!pages) return NOWHERE;
  const page = pages.parse(url, jira ?? '');
  return { page, surface: surfaceOf(page, pages), manner: pages };
}
