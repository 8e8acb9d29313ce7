import { ask, type Reply } from '../ask.ts';
import type { DemoTracker } from '../../../tracker/server.ts';

export const CLOUD = 'https://acme.atlassian.net';
export const OTHER = 'https://other.atlassian.net';
export const CENTER = 'https://jira.acme.example/jira';
export const GATEWAY = 'https://api.atlassian.com/ex/jira/5b8fa7f6-94a1-4d3d-9b0c-0a4d3f5c1e71';
/** As a browser names itself. */
export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

export const basic = (token: string, person = 'maya'): Record<string, string> => ({ authorization: `Basic ${Buffer.from(`${person}@acme.example:${token}`).toString('base64')}` });
export const MAYA = { headers: basic('ATATT-demo-writer') };
export const JONAS = { headers: basic('ATATT-demo-member', 'jonas-k') };
export const RITA = { headers: basic('ATATT-demo-reader', 'retail-rita') };
export const PAT = { token: 'dc-pat-writer' };
export const session = (person: string, cookie = 'tenant.session.token'): { headers: Record<string, string> } => ({ headers: { cookie: `${cookie}=session-of-${person}` } });

export interface IssueRow {
  id: string;
  key: string;
  fields: Record<string, unknown>;
}

interface SearchPage {
  issues: IssueRow[];
  nextPageToken?: string;
  isLast: boolean;
  total?: number;
}

export const searchUrl = (jql: string, more: Record<string, string> = {}, site = CLOUD): string => `${site}/rest/api/3/search/jql?${new URLSearchParams({ jql, fields: 'summary,updated,labels', ...more })}`;

/** The answer of a search; the tests below read what the contract tests have checked. */
export const found = (reply: Reply): SearchPage => reply.json as SearchPage;
export const keysOf = (reply: Reply): string[] => found(reply).issues.map(({ key }) => key);

/** Walks all pages of a search by their tokens. */
export async function walk(tracker: DemoTracker, jql: string, more: Record<string, string> = {}, between: (page: number) => unknown = () => undefined): Promise<{ keys: string[]; pages: number }> {
  const keys: string[] = [];
  let token: string | undefined;
  for (let pages = 1; pages < 500; pages += 1) {
    const reply = await ask(tracker, searchUrl(jql, { ...more, ...(token === undefined ? {} : { nextPageToken: token }) }), MAYA);
    keys.push(...keysOf(reply));
    token = found(reply).nextPageToken;
    if (token === undefined) return { keys, pages };
    await between(pages);
  }
  throw new Error('The search does not end.');
}

export const control = (tracker: DemoTracker, jira: object): Promise<Reply> => ask(tracker, `${CLOUD}/__control`, { method: 'POST', body: { jira } });
