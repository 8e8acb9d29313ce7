import { describe, expect, it } from 'vitest';
import { isPlace, placesOn } from '../../../lib/overlay/places.ts';
import { surfaces } from '../../../lib/overlay/surfaces.ts';

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
    expect(isPlace(new URL(url).pathname)).toBe(true);
  });

  it.each(urls)('%s has the overlay from its beginning', (url) => {
    expect(runsAt(url)).toBe(true);
  });

  it.each(['https://github.com/', 'https://github.com/acme/shop', 'https://github.com/acme/shop/issues/new', 'https://github.com/acme/shop/issues/new/choose', 'https://github.com/acme/shop/blob/main/README.md', 'https://github.com/acme/shop/actions', 'https://github.com/settings/tokens', 'https://github.com/notifications'])(
    '%s has nothing but the watch',
    (url) => {
      expect(runsAt(url)).toBe(false);
      expect(isPlace(new URL(url).pathname)).toBe(false);
    },
  );
});
