import type { JiraSite } from '../model/site.ts';

export interface Origins {
  readonly userAgent: string | undefined;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  readonly noCheck: boolean;
}

/**
 * Whether a write may have been made somebody else's page: it comes from a browser, by its User-Agent, and not from a page of the site, whatever token it carries.
 * `X-Atlassian-Token: no-check` excuses it on Data Center; on Cloud it is not meant for browsers.
 */
export function failsXsrf(site: JiraSite, host: string, method: string, { userAgent = '', origin, referer, noCheck }: Origins, strict: boolean): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) || (!strict && !userAgent.startsWith('Mozilla/'))) return false;
  if (noCheck && site.flavour === 'dc') return false;
  const from = origin ?? (referer === undefined ? undefined : originOf(referer));
  return from !== `https://${host}`;
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
