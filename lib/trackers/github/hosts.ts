import { HOST_NAME } from '../host-name.ts';

const GHE_COM = /^[a-z0-9-]+\.ghe\.com$/;

/** github.com and GHE.com with data residency; an Enterprise Server may have any name and is known by its connection only. */
export function isGithubHost(host: string): boolean {
  return host === 'github.com' || GHE_COM.test(host);
}

/**
 * Where the REST API of a site is; `null` for what is no host name, so that no token is sent anywhere odd.
 * `github.com` → `https://api.github.com`, `acme.ghe.com` → `https://api.acme.ghe.com`, `git.acme.org` → `https://git.acme.org/api/v3`
 */
export function apiBase(host: string): string | null {
  const lower = host.toLowerCase();
  if (!HOST_NAME.test(lower)) return null;
  return isGithubHost(lower) ? `https://api.${lower}` : `https://${lower}/api/v3`;
}
