/** Which sites the browser lets us on. A person can take any of them away, those that Waymark came with as well: in Chromium's and Firefox's lists of extensions, and Firefox gives none that an update adds. */
import browser from 'webextension-polyfill';

/** What working with a site takes: itself, and its API where that has a host of its own. */
export function originsOf(host: string): string[] {
  return [everythingOn(host), ...(host === 'github.com' || host.endsWith('.ghe.com') ? [everythingOn(`api.${host}`)] : [])];
}

/** A pattern for all pages of a host. */
export const everythingOn = (host: string): string => `https://${host}/*`;

/** Whether all of that is allowed. */
export const mayWorkOn = (host: string): Promise<boolean> => isAllowed(originsOf(host));

/** Of these hosts, or patterns of hosts, those whose pages we may be on. */
export async function allowedOf(hosts: readonly string[]): Promise<string[]> {
  const allowed = await Promise.all(hosts.map((host) => isAllowed([everythingOn(host)])));
  return hosts.filter((_, index) => allowed[index]);
}

/** Asks a site, unless it was taken away: then it is as if it could not be reached, for much of it would answer all the same. */
export async function fetchAllowed(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { host } = new URL(input instanceof Request ? input.url : input);
  if (!(await isAllowed([everythingOn(host)]))) throw new TypeError('The browser does not let us ask this site');
  return fetch(input, init);
}

async function isAllowed(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins });
  } catch {
    // Of a host that no pattern can name, as Firefox has it of one with a port, the browser judges by itself.
    return true;
  }
}
