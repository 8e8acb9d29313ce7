import { describe, expect, it } from 'vitest';
import { isPlace, placesOn } from '../../../lib/overlay/places.ts';
import { surfaces } from './all-surfaces.ts';

/** Whether a manifest with these patterns runs a script at the URL: the host and the path are literal but for `*`, and a query counts. */
function runsAt(url: string): boolean {
  const { host, pathname, search } = new URL(url);
  const { matches, excludeMatches } = placesOn(host);
  const fits = (pattern: string) => new RegExp(`^${pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`).test(`https://${host}${pathname}${search}`);
  return matches.some(fits) && !excludeMatches.some(fits);
}

// Two slashes in a row are nothing that GitHub links to: there the watch has the overlay brought.
const urls = surfaces.flatMap(({ examples }) => examples.urls).filter((url) => !/[^:]\/\//.test(url));

describe('places', () => {
  it.each(surfaces.flatMap(({ examples }) => examples.urls))('%s is a place', (url) => {
    expect(isPlace(new URL(url))).toBe(true);
  });

  it.each(urls)('%s has the overlay from its beginning', (url) => {
    expect(runsAt(url)).toBe(true);
  });

  it.each(['https://github.com/', 'https://github.com/acme/shop', 'https://github.com/acme/shop/issues/new', 'https://github.com/acme/shop/issues/new/choose', 'https://github.com/acme/shop/blob/main/README.md', 'https://github.com/acme/shop/actions', 'https://github.com/settings/tokens', 'https://github.com/notifications', 'https://github.com/search?q=x&type=code', 'https://github.com/search?q=issues', 'https://github.com/acme/browse/x-1',
    'https://acme.atlassian.net/', 'https://acme.atlassian.net/jira/for-you', 'https://acme.atlassian.net/browse/TEST', 'https://acme.atlassian.net/wiki/spaces/X/pages/1', 'https://acme.atlassian.net/jira/dashboards/1', 'https://acme.atlassian.net/acme/shop/pull/1',
    'https://jira.acme.example/secure/Dashboard.jspa', 'https://git.acme.example/acme/shop/actions'])(
    '%s has nothing but the watch',
    (url) => {
      expect(runsAt(url)).toBe(false);
      expect(isPlace(new URL(url))).toBe(false);
    },
  );
});
