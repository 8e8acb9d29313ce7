/** What a Jira answers at the edge to who asks whose account it is; every question is remembered. */
export interface JiraSite {
  readonly asked: { readonly url: string; readonly authorization: string | null }[];
  readonly answers: (url: string, init?: RequestInit) => Response;
}

interface Given {
  readonly host: string;
  readonly context?: string;
  /** What it says of itself. */
  readonly deployment?: 'Cloud' | 'Server';
  /** Whether it takes this token; `null` is the browser's session. */
  readonly takes: (authorization: string | null) => boolean;
  readonly mayEdit?: boolean;
  /** What else stands on the host, outside of Jira. */
  readonly beside?: (url: URL) => Response | null;
}

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...(status === 200 && { 'x-aaccountid': '1' }) } });
const page = (status: number): Response => new Response('<!doctype html><title>Not here</title>', { status, headers: { 'content-type': 'text/html' } });

export function jiraSite({ host, context = '', deployment = 'Cloud', takes, mayEdit = true, beside = () => null }: Given): JiraSite {
  const asked: JiraSite['asked'] = [];
  return {
    asked,
    answers: (address, init) => {
      const url = new URL(address);
      const authorization = new Headers(init?.headers).get('authorization');
      asked.push({ url: address, authorization });
      if (url.host !== host || !url.pathname.startsWith(`${context}/rest/`)) return beside(url) ?? page(404);
      const path = url.pathname.slice(context.length);
      if (path === '/rest/api/2/serverInfo') return json(200, { deploymentType: deployment, version: '9.12.2' });
      if (!takes(authorization)) return json(401, { errorMessages: ['You are not authenticated.'] });
      if (path.endsWith('/myself')) return json(200, { accountId: '1', name: 'maya', displayName: 'Maya' });
      if (path.endsWith('/mypermissions')) return json(200, { permissions: { BROWSE_PROJECTS: { havePermission: true }, EDIT_ISSUES: { havePermission: mayEdit } } });
      return page(404);
    },
  };
}
