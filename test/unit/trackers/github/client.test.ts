import { afterEach, describe, expect, it, vi } from 'vitest';
import type { IssueKey, ProjectKey } from '../../../../lib/core/issue.ts';
import { createGithubTracker } from '../../../../lib/trackers/github/tracker.ts';
import { credentials, NOW, siteOf, TOKEN } from './fake-site.ts';
import { row } from './rows.ts';

const project = 'github.com/acme/shop' as ProjectKey;
const key = 'github.com/acme/shop#12' as IssueKey;
const ask = async (...answers: Parameters<typeof siteOf>) => {
  const exchanged = await siteOf(...answers).tracker.readIssues(credentials, { kind: 'open', project }, null);
  return { ...exchanged, error: exchanged.outcome.ok ? null : exchanged.outcome.error };
};
const served = { date: new Date(NOW).toUTCString() };
const inSeconds = (at: number) => String(at / 1000);

describe('a request', () => {
  it('bears what GitHub asks for and nothing of the browser', async () => {
    const { tracker, asked } = siteOf({ body: [] });
    await tracker.readIssues(credentials, { kind: 'open', project }, 'W/"abc"');
    const [{ init, headers, url } = expect.unreachable()] = asked;
    expect(url).toBe('https://api.github.com/repos/acme/shop/issues?state=open&sort=created&direction=desc&per_page=100');
    expect(Object.fromEntries(headers)).toEqual({
      accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', authorization: `token ${TOKEN}`, 'if-none-match': 'W/"abc"',
    });
    expect(init).toMatchObject({ method: 'GET', cache: 'no-store', credentials: 'omit' });
  });

  it('is anonymous without a token', async () => {
    const { tracker, asked } = siteOf({ body: [] });
    await tracker.readIssues({ host: 'github.com', token: null }, { kind: 'open', project }, null);
    expect(asked[0]?.headers.has('authorization')).toBe(false);
  });

  it('goes to the API of the site that the credentials are for, and never elsewhere', async () => {
    const { tracker, asked } = siteOf({ body: [] });
    for (const host of ['acme.ghe.com', 'git.acme.org', 'git.acme.org:8443']) {
      await tracker.readIssues({ host, token: TOKEN }, { kind: 'open', project: `${host}/a/b` as ProjectKey }, null);
    }
    expect(asked.map(({ url }) => url.split('/repos')[0])).toEqual(['https://api.acme.ghe.com', 'https://git.acme.org/api/v3', 'https://git.acme.org:8443/api/v3']);
    const before = asked.length;
    for (const other of ['evil.org', 'github.com.evil.org']) {
      const { outcome } = await tracker.readIssues({ host: other, token: TOKEN }, { kind: 'open', project }, null);
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'changed-shape' } });
    }
    expect(asked.length).toBe(before);
  });

  it('follows a next link to the letter, even where Octokit would see a placeholder, but on the same site only', async () => {
    const { tracker, asked } = siteOf({ body: [] });
    const url = 'https://api.github.com/repositories/1/issues?labels=area:ui,{x}&after=Y3Vyc29yOnYyOpK5&page=2';
    expect((await tracker.readIssues(credentials, { kind: 'url', project, url }, null)).outcome).toMatchObject({ ok: true, value: { url } });
    expect(asked.map((one) => one.url)).toEqual([url]);
    for (const foreign of ['https://api.github.com.evil.org/x', 'http://api.github.com/x', 'https://github.com/x', 'nonsense']) {
      const { outcome } = await tracker.readIssues(credentials, { kind: 'url', project, url: foreign }, null);
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'changed-shape' } });
    }
    expect(asked).toHaveLength(1);
  });

  it('is not sent with a token that no header can hold', async () => {
    const { tracker, asked } = siteOf({ body: [] });
    const { outcome } = await tracker.checkAccount({ host: 'github.com', token: 'ghp_ä\n' });
    expect(outcome).toMatchObject({ ok: false, error: { kind: 'unauthorised' } });
    expect(asked).toEqual([]);
  });
});

describe('a failure, as a value', () => {
  afterEach(() => vi.restoreAllMocks());
  const message = (text: string) => ({ message: text, documentation_url: 'https://docs.github.com' });

  it.each([
    ['401', { status: 401, body: message('Bad credentials') }, { kind: 'unauthorised', reason: 'Bad credentials' }],
    ['404', { status: 404, body: message('Not Found') }, { kind: 'not-found' }],
    ['410', { status: 410, body: message('Issues are disabled for this repo') }, { kind: 'gone' }],
    ['a web page with a 404', { status: 404, body: '<html>', headers: { 'content-type': 'text/html' } }, { kind: 'changed-shape' }],
    ['422 of the page limit', { status: 422, body: message('Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)') }, { kind: 'page-limit' }],
    ['another 422', { status: 422, body: message('Validation Failed') }, { kind: 'changed-shape' }],
    ['500', { status: 500, body: message('Server Error') }, { kind: 'server', status: 500, retryAt: null }],
    ['502 with a page', { status: 502, body: '<html>unicorn', headers: { 'content-type': 'text/html' } }, { kind: 'server', status: 502, retryAt: null }],
    ['503 with a time', { status: 503, body: {}, headers: { 'retry-after': '120' } }, { kind: 'server', status: 503, retryAt: NOW + 120_000 }],
    ['a web page', { body: '<html>sign in</html>', headers: { 'content-type': 'text/html' } }, { kind: 'changed-shape' }],
    ['a web page that calls itself JSON', { body: '<html>' }, { kind: 'changed-shape' }],
    ['JSON that was cut off', { body: '[{"id":1,' }, { kind: 'changed-shape' }],
    ['an object where a list belongs', { body: {} }, { kind: 'changed-shape' }],
    ['no content', { status: 204 }, { kind: 'changed-shape' }],
    ['an odd content type', { body: '[]', headers: { 'content-type': ';;;' } }, { kind: 'changed-shape' }],
    ['an answer from elsewhere', { body: [], url: 'https://evil.org/issues' }, { kind: 'changed-shape' }],
    ['no network', new TypeError('Failed to fetch'), { kind: 'offline' }],
  ])('%s', async (_, answer, error) => {
    expect((await ask(answer)).error).toMatchObject(error);
  });

  it.each([
    ['Retry-After in seconds', 403, { 'retry-after': '60' }, '', NOW + 60_000, 'secondary'],
    ['Retry-After as a date', 429, { 'retry-after': new Date(NOW + 90_000).toUTCString() }, '', NOW + 90_000, 'secondary'],
    ['a spent allowance', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(NOW + 600_000) }, '', NOW + 600_000, 'primary'],
    ['both: the time that was named', 429, { 'retry-after': '7', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(NOW + 600_000) }, '', NOW + 7000, 'primary'],
    ['a spent allowance whose reset has passed', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(NOW - 600_000) }, '', NOW + 60_000, 'primary'],
    ['a secondary limit without a time', 403, { 'x-ratelimit-remaining': '4000' }, 'You have exceeded a secondary rate limit', NOW + 60_000, 'secondary'],
    ['a bare 429', 429, {}, '', NOW + 60_000, 'secondary'],
    ['a bare 429 with nonsense', 429, { 'retry-after': 'soon', 'x-ratelimit-reset': 'later' }, '', NOW + 60_000, 'secondary'],
  ])('a limit: %s', async (_, status, headers, text, until, scope) => {
    expect((await ask({ status, body: { message: text }, headers: { ...served, ...headers } })).error).toEqual({ kind: 'rate-limited', until, scope });
  });

  it.each([300_000, -300_000])('a server whose clock is %d ms off is understood by its own clock', async (off) => {
    const headers = { date: new Date(NOW + off).toUTCString(), 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(NOW + off + 60_000) };
    expect((await ask({ status: 403, body: {}, headers })).error).toMatchObject({ until: NOW + 60_000 });
    expect((await ask({ status: 429, body: {}, headers: { ...headers, 'retry-after': new Date(NOW + off + 30_000).toUTCString() } })).error).toMatchObject({ until: NOW + 30_000 });
    expect((await ask({ body: [], headers })).allowance).toEqual({ limit: 5000, remaining: 0, resetAt: NOW + 60_000 });
  });

  it('is forbidden with the permission that is missing', async () => {
    const body = { message: 'Resource not accessible by personal access token' };
    expect((await ask({ status: 403, body, headers: { 'x-accepted-github-permissions': 'issues=write' } })).error).toEqual({
      kind: 'forbidden', reason: body.message, missing: 'issues=write', authoriseAt: null,
    });
    expect((await ask({ status: 403, body, headers: { 'x-oauth-scopes': 'gist', 'x-accepted-oauth-scopes': 'repo' } })).error).toMatchObject({ missing: 'repo' });
    expect((await ask({ status: 403, body, headers: { 'x-oauth-scopes': 'repo', 'x-accepted-oauth-scopes': 'repo' } })).error).toMatchObject({ missing: null });
  });

  it('links to the single sign-on of the same site only', async () => {
    const sso = async (url: string) => (await ask({ status: 403, body: {}, headers: { 'x-github-sso': `required; url=${url}` } })).error;
    expect(await sso('https://github.com/orgs/acme/sso?authorization_request=abc')).toMatchObject({ authoriseAt: 'https://github.com/orgs/acme/sso?authorization_request=abc' });
    for (const url of ['https://evil.org/sso', 'http://github.com/sso', 'https://github.com@evil.org/', 'https://u@github.com/', 'javascript:alert(1)', '/sso']) {
      expect(await sso(url)).toMatchObject({ kind: 'forbidden', authoriseAt: null });
    }
  });

  it('is offline when the answer takes too long, breaks off, or nobody waits for it any more', async () => {
    const hanging: typeof fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        const give = () => reject(init?.signal?.reason);
        if (init?.signal?.aborted) give();
        init?.signal?.addEventListener('abort', give);
      });
    const tracker = createGithubTracker({ fetch: hanging, now: () => NOW, patience: 20 });
    expect((await tracker.readIssue(credentials, key)).outcome).toEqual({ ok: false, error: { kind: 'offline' } });
    const controller = new AbortController();
    const patient = createGithubTracker({ fetch: hanging, now: () => NOW });
    const waiting = patient.readIssue(credentials, key, controller.signal);
    controller.abort();
    expect((await waiting).outcome).toEqual({ ok: false, error: { kind: 'offline' } });

    const breaking: typeof fetch = async () =>
      new Response(new ReadableStream({ start: (stream) => { stream.enqueue(new TextEncoder().encode('[{"id"')); stream.error(new TypeError('terminated')); } }), { headers: { 'content-type': 'application/json' } });
    expect((await createGithubTracker({ fetch: breaking, now: () => NOW }).readIssues(credentials, { kind: 'open', project }, null)).outcome).toEqual({ ok: false, error: { kind: 'offline' } });
  });

  it('never holds the token, nor does the console', async () => {
    const written: unknown[] = [];
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, method).mockImplementation((...said: unknown[]) => void written.push(said));
    const answers = [
      { status: 401, body: { message: `Bad credentials: ${TOKEN}` } },
      { status: 403, body: { message: `token ${TOKEN} may not` }, headers: { 'x-github-sso': `required; url=https://github.com/sso?t=1` } },
      { status: 500, body: { message: TOKEN } },
      { status: 418, body: { message: TOKEN } },
      { body: `<html>${TOKEN}`, headers: { 'content-type': 'text/html' } },
      { body: [row({ title: null, id: 7 })], headers: { deprecation: 'true', sunset: 'soon' } },
      new TypeError(`Headers.append: "token ${TOKEN}" is an invalid header value.`),
      Object.assign(new Error(TOKEN), { name: 'AbortError' }),
    ];
    for (const answer of answers) {
      const { tracker } = siteOf(answer);
      const told = [
        await tracker.readIssues(credentials, { kind: 'open', project }, null),
        await tracker.readIssue(credentials, key),
        await tracker.checkAccount(credentials),
        await tracker.write(credentials, { kind: 'add-label', key, label: 'roadmap:x' }),
      ];
      expect(JSON.stringify(told)).not.toContain(TOKEN);
    }
    expect(written).toEqual([]);
  });
});
