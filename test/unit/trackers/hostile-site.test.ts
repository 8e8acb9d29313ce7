import { describe, expect, it } from 'vitest';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { createGithubTracker } from '../../../lib/trackers/github/tracker.ts';
import { createJiraTracker } from '../../../lib/trackers/jira/tracker.ts';
import { titleOf } from '../../../lib/trackers/rows.ts';
import { readBody } from '../../../lib/trackers/read-body.ts';
import type { Exchanged, IssuePage, Tracker } from '../../../lib/trackers/tracker.ts';
import { withoutToken } from '../../../lib/trackers/token.ts';
import { keepSite } from '../../contract/keep-site.ts';

const MEGABYTE = 1024 * 1024;

/** An answer without an end; it remembers how much of it was read, and whether anybody told it to stop. */
function endless(): { response: Response; sent: { megabytes: number; stopped: boolean } } {
  const sent = { megabytes: 0, stopped: false };
  const chunk = new Uint8Array(MEGABYTE).fill(32);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent.megabytes > 500) throw new Error('Somebody reads on and on.');
      sent.megabytes += 1;
      controller.enqueue(chunk);
    },
    cancel() { sent.stopped = true; },
  });
  return { response: new Response(body, { headers: { 'content-type': 'application/json' } }), sent };
}

describe('the body of an answer', () => {
  it('is read whole, wherever it was cut into pieces', async () => {
    const bytes = new TextEncoder().encode('\uFEFF{"title":"Zahlung 💶 schneller, 早く"}');
    const pieces = new ReadableStream<Uint8Array>({ start(controller) { for (const byte of bytes) controller.enqueue(Uint8Array.of(byte)); controller.close(); } });
    expect(await readBody(new Response(pieces))).toBe(await new Response(bytes).text());
    expect(await readBody(new Response(null, { status: 204 }))).toBe('');
    expect(await readBody(new Response('1234'), 4)).toBe('1234');
    expect(await readBody(new Response('12345'), 4)).toBeNull();
  });

  it('is not even begun where it says that it is too large, and left where it turns out to be', async () => {
    const one = endless();
    one.response.headers.set('content-length', String(900 * MEGABYTE));
    expect(await readBody(one.response)).toBeNull();
    expect(one.sent.stopped).toBe(true);
    expect(one.sent.megabytes).toBeLessThan(3);
    const liar = endless();
    liar.response.headers.set('content-length', '2');
    expect(await readBody(liar.response)).toBeNull();
    expect(liar.sent.stopped).toBe(true);
    expect(liar.sent.megabytes).toBeLessThan(70);
  });

  const asked: [string, (fetch: typeof globalThis.fetch) => Tracker, string][] = [
    ['GitHub', (fetch) => createGithubTracker({ fetch, now: Date.now, patience: 20_000 }), 'git.evil.example/a/b'],
    ['Jira', (fetch) => keepSite(createJiraTracker({ fetch, now: Date.now, patience: 20_000 })), 'jira.evil.example/SHOP'],
  ];
  it.each(asked)('without an end is a failure of %s that says so', async (_, create, project) => {
    const { outcome }: Exchanged<IssuePage> = await create(async () => endless().response).readIssues({ host: project.split('/')[0] ?? '', token: 'x' }, { kind: 'open', project: project as ProjectKey }, null);
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'changed-shape', reason: expect.stringMatching(/64 MB|no Jira answers/) as string } });
  });

  it('may call a row that nobody can read whatever it likes: what is told of it is short', async () => {
    const tracker = createGithubTracker({ fetch: async () => new Response(JSON.stringify([{ id: 'x'.repeat(MEGABYTE) }]), { headers: { 'content-type': 'application/json' } }), now: Date.now });
    const { outcome } = await tracker.readIssues({ host: 'git.evil.example', token: 'x' }, { kind: 'open', project: 'git.evil.example/a/b' as ProjectKey }, null);
    expect(outcome.ok && outcome.value.rejected.map(({ id }) => id.length)).toEqual([100]);
  });

  it.each(asked)('may hold a title of any length from %s: what is kept is short', async (_, create, project) => {
    const [host = ''] = project.split('/');
    const title = 'x'.repeat(2 * MEGABYTE);
    const moment = '2026-11-20T10:00:00.000Z';
    const bodies: Record<string, unknown> = {
      '/rest/api/2/serverInfo': { deploymentType: 'Server', version: '9.1' }, '/rest/api/2/field': [],
      '/rest/api/2/search': { startAt: 0, total: 1, issues: [{ id: '1', key: 'SHOP-1', fields: { summary: title, status: { id: '1', name: 'To Do', statusCategory: { id: 2, key: 'new' } }, created: moment, updated: moment, labels: [] } }] },
      '/api/v3/repos/a/b/issues': [{ id: 1, number: 1, title, html_url: `https://${host}/a/b/issues/1`, state: 'open', created_at: moment, updated_at: moment }],
    };
    const tracker = create(async (input) => new Response(JSON.stringify(bodies[new URL(String(input)).pathname] ?? []), { headers: { 'content-type': 'application/json' } }));
    const { outcome } = await tracker.readIssues({ host, token: 'x' }, { kind: 'open', project: project as ProjectKey }, null);
    expect(outcome).toMatchObject({ ok: true });
    expect(outcome.ok && outcome.value.issues.map((issue) => issue.title.length)).toEqual([1000]);
  });
});

it('a title is one line in which nothing turns round what is written after it, in any script', () => {
  expect(titleOf('Pay \u202Ewon\u202C\r\n\u0000\u2066now\u2069')).toBe('Pay won now');
  for (const plain of ['Zahlung schneller 💶', 'دفع أسرع (EU)', 'תשלום מהיר #12', '早く支払う', '<b>*markup*</b> & “quotes”']) expect(titleOf(plain)).toBe(plain);
});

describe('a site that repeats the token', () => {
  const TOKEN = 'maya@acme.example:s3cr3t-s3cr3t';

  it.each([TOKEN, `Basic ${btoa(TOKEN)}`, 's3cr3t-s3cr3t'])('as %s is quoted without it', async (repeated) => {
    const answer = { errorMessages: [`You sent ${repeated}`], errors: { authorization: repeated } };
    const tracker = keepSite(createJiraTracker({ fetch: async () => new Response(JSON.stringify(answer), { status: 403, headers: { 'content-type': 'application/json' } }), now: Date.now }));
    const exchanged = await tracker.readIssues({ host: 'acme.atlassian.net', token: TOKEN }, { kind: 'open', project: 'acme.atlassian.net/SHOP' as ProjectKey }, null);
    const said = JSON.stringify(exchanged.outcome);
    expect(said).toContain('You sent');
    for (const secret of [TOKEN, btoa(TOKEN), 's3cr3t-s3cr3t']) expect(said).not.toContain(secret);
  });

  it('or says something that would turn round our own words is quoted in one line of its own direction, and not at length', async () => {
    const turned = `No\u202E\r\n\u0000way ${'x'.repeat(5000)}`;
    for (const [create, project] of [[createGithubTracker, 'github.com/a/b'], [(given: Parameters<typeof createJiraTracker>[0]) => keepSite(createJiraTracker(given)), 'acme.atlassian.net/SHOP']] as const) {
      const tracker = create({ fetch: async () => new Response(JSON.stringify({ message: turned }), { status: 403, headers: { 'content-type': 'application/json' } }), now: Date.now });
      const { outcome } = await tracker.readIssues({ host: project.split('/')[0] ?? '', token: 'tok' }, { kind: 'open', project: project as ProjectKey }, null);
      const { reason = '' } = outcome.ok || !('reason' in outcome.error) ? {} : outcome.error;
      expect(reason.startsWith('No way xxx')).toBe(true);
      expect(reason.length).toBeLessThanOrEqual(600);
    }
  });

  it('leaves every other word as it is', () => {
    expect(withoutToken('Bad credentials', null)).toBe('Bad credentials');
    expect(withoutToken('maya: no such user', 'maya:')).toBe('[token] no such user');
  });
});
