import { parseHTML } from 'linkedom';
import { vi } from 'vitest';
import { readAddress } from '../../../lib/overlay/address.ts';
import { pointOf, readPage } from '../../../lib/overlay/read-page.ts';
import { readSite } from '../../../lib/overlay/site.ts';
import { trackers } from './all-surfaces.ts';

/** A page with the badges that the overlay would give it. */
export interface Looked {
  readonly document: Document;
  /** Issues without their host, in the order of the page: `o/r#1`, `SHOP-1`; a header's with a star before it. */
  readonly badges: string[];
}

/** Reads a page as the overlay does, and puts a bare badge wherever one belongs. No layout and no browser: what is where is all that its rules ask. */
export function lookAt(address: string, body: string): Looked {
  const url = new URL(address);
  const { document, HTMLAnchorElement } = parseHTML(`<!doctype html><html><head></head><body${url.host === 'jira.acme.example' ? ' id="jira"' : ''}>${body}</body></html>`);
  // This document knows what is written in a link, and not where that leads.
  for (const part of ['host', 'pathname', 'search', 'hash', 'href'] as const) {
    Object.defineProperty(HTMLAnchorElement.prototype, part, {
      configurable: true,
      get(this: Element) {
        const href = this.getAttribute('href');
        return href !== null && URL.canParse(href, url.href) ? new URL(href, url.href)[part] : '';
      },
    });
  }
  vi.stubGlobal('location', url);
  vi.stubGlobal('HTMLAnchorElement', HTMLAnchorElement);
  const site = readSite(document, location);
  const { page, surface } = site ? readAddress(url, site, trackers) : { page: null, surface: null };
  if (!page || !surface) return { document, badges: [] };
  for (const wanted of readPage(document, surface, page, Infinity).wanted) {
    const point = pointOf(wanted, surface);
    const badge = document.createElement('waymark-badge');
    badge.setAttribute('issue', wanted.issue);
    if (wanted.place === 'header') badge.setAttribute('place', 'header');
    point?.parent.insertBefore(badge, point.before);
  }
  const badges = [...document.querySelectorAll('waymark-badge')].map((badge) => `${badge.hasAttribute('place') ? '*' : ''}${badge.getAttribute('issue')?.replace(`${url.host}/`, '')}`);
  return { document, badges };
}
