import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { createGithubTracker } from '../../../lib/trackers/github/tracker.ts';
import { createJiraTracker } from '../../../lib/trackers/jira/tracker.ts';
import type { Credentials, Exchanged, Tracker } from '../../../lib/trackers/tracker.ts';
import { keepSite } from '../../contract/keep-site.ts';

const TOKEN = 'maya@acme.example:s3cr3t-s3cr3t';
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Site {
  readonly origin: string;
  readonly heard: { readonly method: string | undefined; readonly path: string | undefined; readonly secrets: string }[];
}

async function site(answer: (request: IncomingMessage) => { status: number; headers?: Record<string, string>; body?: unknown }): Promise<Site> {
  const heard: Site['heard'] = [];
  const server = createServer((request, response) => {
    heard.push({ method: request.method, path: request.url, secrets: [request.headers.authorization, request.headers.cookie].filter(Boolean).join() });
    const { status, headers = {}, body } = answer(request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body === undefined ? undefined : JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard }; // listening on a port
}

/** The platform's own fetch, redirects and all, with the one host that a tracker asks put where the server is. */
const at = (origin: string): typeof globalThis.fetch => async (input, init) => {
  const asked = new URL(String(input));
  const response = await fetch(origin + asked.pathname + asked.search, init);
  // As the browser would say it: the site by its name, any other as it is.
  Object.defineProperty(response, 'url', { value: response.url.replace(origin, asked.origin) });
  return response;
};

const trackers: [string, (fetch: typeof globalThis.fetch) => Tracker, string, string][] = [
  ['GitHub', (fetch) => createGithubTracker({ fetch, now: Date.now }), 'git.evil.example/a/b', 'git.evil.example/a/b#1'],
  ['Jira', (fetch) => keepSite(createJiraTracker({ fetch, now: Date.now })), 'jira.evil.example/SHOP', 'jira.evil.example/SHOP-1'],
];
const ISSUE = { id: 1, number: 1, title: 'Forged', html_url: 'https://git.evil.example/a/b/issues/1', state: 'open', created_at: '2026-11-20T10:00:00Z', updated_at: '2026-11-20T10:00:00Z' };

describe.each(trackers)('%s', (_, create, project, key) => {
  const [host = ''] = project.split('/');
  const credentials: Credentials = { host, token: TOKEN };
  const questions: [string, (tracker: Tracker) => Promise<Exchanged<unknown>>][] = [
    ['issues', (tracker) => tracker.readIssues(credentials, { kind: 'open', project: project as ProjectKey }, null)],
    ['one issue', (tracker) => tracker.readIssue(credentials, key as IssueKey)],
    ['the account', (tracker) => tracker.checkAccount(credentials)],
    ['the sprints', (tracker) => tracker.readSprints(credentials, project as ProjectKey, null, null)],
    ['a label written', (tracker) => tracker.write(credentials, { kind: 'add-label', key: key as IssueKey, label: 'roadmap:x' })],
  ];

  it.each([301, 302, 303, 307, 308])('that leads a question elsewhere with %i takes the token nowhere else, and nothing that comes from there is believed', async (status) => {
    const thief = await site(() => ({ status: 200, body: [ISSUE] }));
    for (const [what, ask] of questions) {
      const hostile = await site(({ url }) => (url?.endsWith('/serverInfo') ? { status: 200, body: { deploymentType: 'Server', version: '9.1' } } : { status, headers: { location: `${thief.origin}${url}` } }));
      const before = thief.heard.length;
      const { outcome } = await ask(create(at(hostile.origin)));
      expect(outcome.ok, what).toBe(false);
      expect(JSON.stringify(outcome), what).not.toMatch(/s3cr3t|Forged/);
      // Otherwise nothing was led anywhere; but a write to Jira does not even follow.
      expect(thief.heard.length > before, what).toBe(what !== 'a label written' || host.startsWith('git'));
      expect(hostile.heard.some(({ secrets }) => secrets !== ''), what).toBe(true);
    }
    expect(thief.heard.map(({ secrets }) => secrets)).toEqual(thief.heard.map(() => ''));
  });
});
