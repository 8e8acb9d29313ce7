import { JIRA_HOSTS } from './jira/door.ts';

/** Which of GitHub's servers a request meant, told from its Host header alone, and the roots that its answers link to. */
export interface HostRole {
  kind: 'api' | 'site' | 'avatars';
  flavour: 'github.com' | 'ghe.com' | 'enterprise';
  host: string;
  apiRoot: string;
  siteRoot: string;
  /** The path without Enterprise Server's /api/v3, or its /api before GraphQL. */
  path: string;
}

/** The hosts of the demo; any other name that reaches the server is an Enterprise Server too. */
export const DEMO_HOSTS = ['github.com', 'api.github.com', 'avatars.githubusercontent.com', 'acme.ghe.com', 'api.acme.ghe.com', 'github.acme.example', ...JIRA_HOSTS] as const;

export function roleOf(host: string, path: string): HostRole {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const port = host.slice(name.length);
  if (name === 'avatars.githubusercontent.com') return { kind: 'avatars', flavour: 'github.com', host, apiRoot: '', siteRoot: '', path };
  for (const flavour of ['github.com', 'ghe.com'] as const) {
    const site = name.replace(/^api\./, '');
    if (flavour === 'github.com' ? site !== 'github.com' : !/^[a-z0-9-]+\.ghe\.com$/.test(site)) continue;
    return { kind: site === name ? 'site' : 'api', flavour, host, apiRoot: `https://api.${site}${port}`, siteRoot: `https://${site}${port}`, path };
  }
  const api = /^\/api\/(?:v3(?=\/|$)|graphql$)/.test(path);
  const siteRoot = `https://${host}`;
  return { kind: api ? 'api' : 'site', flavour: 'enterprise', host, apiRoot: `${siteRoot}/api/v3`, siteRoot, path: api ? path.replace(/^\/api(?:\/v3)?/, '') || '/' : path };
}
