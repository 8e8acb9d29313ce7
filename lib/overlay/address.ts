import { parsePage } from '../trackers/github/urls.ts';
import { parseJiraPage } from '../trackers/jira/urls.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';
import { readSite } from './site.ts';
import type { Surface } from './surface.ts';
import { surfaceOf } from './surfaces.ts';

export interface Address {
  readonly page: Page | null;
  readonly surface: Surface | null;
}

const NOWHERE: Address = { page: null, surface: null };

/** What the page's address stands for now. Read again only when it has changed, for it is asked at every look at the page. */
export function followAddress(document: Document): () => Address {
  let site: Site | null = null;
  let href = '';
  let read = NOWHERE;
  return () => {
    site ??= readSite(document, location);
    if (!site || href === location.href) return read;
    href = location.href;
    const page = parseAddress(new URL(href), site);
    read = { page, surface: surfaceOf(page) };
    return read;
  };
}

/** `parseAddress(new URL('https://acme.atlassian.net/browse/SHOP-12'), { jira: '' })` → `{ kind: 'jira-issue', … }` */
export function parseAddress(url: URL, { jira }: Site): Page | null {
  if (jira === null) return parsePage(url);
  const page = parseJiraPage(url, jira);
  return page && { ...page, context: jira };
}
