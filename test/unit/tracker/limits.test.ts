import { describe, expect, it } from 'vitest';
import { ask } from './ask.ts';
import { demoWithClock } from './with-clock.ts';

const ISSUES = 'https://api.github.com/repos/acme/shop/issues';
const ALL = `${ISSUES}?state=all&per_page=100`;
const WRITER = { token: 'ghp_demo_writer' };
const demo = demoWithClock('2026-11-22T09:00:00Z');

describe('conditional requests', () => {
  it('answers 304 while nothing changed, free for a user and for one request without a token', async () => {
    const first = await ask(demo.tracker, ISSUES, WRITER);
    const again = await ask(demo.tracker, ISSUES, { ...WRITER, headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect([first.headers['x-ratelimit-used'], again.headers['x-ratelimit-used']]).toEqual(['1', '1']);
    const anonymous = await ask(demo.tracker, ISSUES);
    const anonymousAgain = await ask(demo.tracker, ISSUES, { headers: { 'if-none-match': String(anonymous.headers.etag) } });
    expect([anonymousAgain.status, anonymousAgain.headers['x-ratelimit-remaining']]).toEqual([304, '58']);
  });

  it('gives another ETag to another token and after a write', async () => {
    const first = await ask(demo.tracker, ALL, WRITER);
    const other = await ask(demo.tracker, ALL, { token: 'github_pat_demo_writer' });
    expect(other.headers.etag).not.toBe(first.headers.etag);
    await ask(demo.tracker, `${ISSUES}/30/labels`, { ...WRITER, method: 'POST', body: { labels: ['seen'] } });
    expect((await ask(demo.tracker, ALL, { ...WRITER, headers: { 'if-none-match': String(first.headers.etag) } })).status).toBe(200);
  });
});

describe('rate limits', () => {
  it('refuses the 61st anonymous request of an hour and answers again in the next', async () => {
    for (let count = 0; count < 60; count += 1) await ask(demo.tracker, `${ISSUES}/12`);
    const refused = await ask(demo.tracker, ISSUES);
    expect([refused.status, refused.headers['x-ratelimit-remaining'], refused.headers['x-ratelimit-limit']]).toEqual([403, '0', '60']);
    expect(refused.text).toContain('API rate limit exceeded for 127.0.0.1');
    expect((await ask(demo.tracker, ISSUES, WRITER)).status).toBe(200);
    demo.clock = new Date(Number(refused.headers['x-ratelimit-reset']) * 1000);
    expect((await ask(demo.tracker, ISSUES)).status).toBe(200);
  });

  it('draws on one allowance with all tokens of a user', async () => {
    demo.tracker.world.behaviours.primaryLimit = 3;
    for (const token of ['ghp_demo_writer', 'github_pat_demo_writer', 'github_pat_demo_reader']) expect((await ask(demo.tracker, ISSUES, { token })).status).toBe(200);
    expect((await ask(demo.tracker, ISSUES, WRITER)).status).toBe(403);
    expect((await ask(demo.tracker, 'https://api.github.com/rate_limit', WRITER)).json).toMatchObject({ resources: { core: { remaining: 0 } } });
  });

  it('triggers the secondary limit on demand, with Retry-After, for as many requests as ordered', async () => {
    await ask(demo.tracker, 'https://github.com/__control', { method: 'POST', body: { behaviours: { secondaryLimit: { times: 1, status: 429, retryAfter: 7 } } } });
    const refused = await ask(demo.tracker, ISSUES, WRITER);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '7']);
    expect((await ask(demo.tracker, ISSUES, WRITER)).status).toBe(200);
  });

  it('has none on an Enterprise Server, whose /rate_limit is unknown', async () => {
    const list = await ask(demo.tracker, 'https://github.acme.example/api/v3/repos/acme/shop/issues');
    expect([list.status, list.headers['x-ratelimit-limit']]).toEqual([200, undefined]);
    expect((await ask(demo.tracker, 'https://github.acme.example/api/v3/rate_limit')).status).toBe(404);
  });
});

describe('damage on demand', () => {
  it('breaks the connection in the middle of a body, once', async () => {
    demo.tracker.world.behaviours.dropBody = 1;
    await expect(ask(demo.tracker, ISSUES, WRITER)).rejects.toThrow(/aborted|hang up|ECONNRESET/);
    expect((await ask(demo.tracker, ISSUES, WRITER)).status).toBe(200);
  });

  it('cuts JSON short, answers with a web page, and with 502s', async () => {
    Object.assign(demo.tracker.world.behaviours, { invalidJson: 1, htmlInsteadOfJson: 1, serverErrors: { status: 502, times: 1 } });
    expect((await ask(demo.tracker, ISSUES, WRITER)).status).toBe(502);
    expect((await ask(demo.tracker, ISSUES, WRITER)).json).toBeUndefined();
    expect((await ask(demo.tracker, ISSUES, WRITER)).headers['content-type']).toContain('text/html');
    expect(Array.isArray((await ask(demo.tracker, ISSUES, WRITER)).json)).toBe(true);
  });

  it('spoils as many rows of a list as ordered and leaves the others whole', async () => {
    demo.tracker.world.behaviours.malformedRows = 2;
    const list = (await ask(demo.tracker, ISSUES, WRITER)).json as Record<string, unknown>[]; // a list by the claim of the test above
    expect(list[0]).not.toHaveProperty('updated_at');
    expect(list[1]?.title).toBeNull();
    expect(list[2]).toMatchObject({ title: expect.any(String), updated_at: expect.any(String) });
  });
});
