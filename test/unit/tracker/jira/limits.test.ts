import { describe, expect, it } from 'vitest';
import { ask } from '../ask.ts';
import { demoWithClock } from '../with-clock.ts';
import { CENTER, CLOUD, control, found, MAYA, PAT, searchUrl } from './asking.ts';

const SEARCH = searchUrl('project = SHOP', { maxResults: '5' });
const BOARDS = `${CLOUD}/rest/agile/1.0/board`;
const demo = demoWithClock('2026-11-25T09:00:00Z');

describe('limits', () => {
  it('of Cloud strike one endpoint, with a reason and an end that is no number of seconds', async () => {
    await control(demo.tracker, { behaviours: { burst: { times: 1, retryAfter: 30 }, onlyPaths: '/search/jql' } });
    expect((await ask(demo.tracker, BOARDS, MAYA)).status).toBe(200);
    const refused = await ask(demo.tracker, SEARCH, MAYA);
    expect([refused.status, refused.headers['ratelimit-reason'], refused.headers['retry-after'], refused.headers['x-ratelimit-remaining']]).toEqual([429, 'jira-burst-based', '30', '0']);
    expect(refused.headers['x-ratelimit-reset']).toBe('2026-11-25T09:01Z');
    expect((await ask(demo.tracker, SEARCH, MAYA)).status).toBe(200);
  });

  it('of a Data Center are a bucket that fills again, told with every answer', async () => {
    const url = `${CENTER}/rest/api/2/myself`;
    expect((await ask(demo.tracker, url, PAT)).headers).not.toHaveProperty('x-ratelimit-limit');
    await control(demo.tracker, { behaviours: { bucket: { capacity: 2, fillRate: 1, intervalSeconds: 10 } } });
    const first = await ask(demo.tracker, url, PAT);
    expect([first.headers['x-ratelimit-limit'], first.headers['x-ratelimit-remaining'], first.headers['x-ratelimit-fillrate'], first.headers['x-ratelimit-interval-seconds']]).toEqual(['2', '1', '1', '10']);
    await ask(demo.tracker, url, PAT);
    const refused = await ask(demo.tracker, url, PAT);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '10']);
    expect((await ask(demo.tracker, url, { token: 'dc-pat-member' })).status).toBe(200);
    demo.clock = new Date(demo.clock.getTime() + 10_000);
    expect((await ask(demo.tracker, url, PAT)).status).toBe(200);
  });
});

describe('damage on demand', () => {
  it('breaks the connection in the middle of a body, once', async () => {
    demo.tracker.world.jira.behaviours.dropBody = 1;
    await expect(ask(demo.tracker, SEARCH, MAYA)).rejects.toThrow(/aborted|hang up|ECONNRESET/);
    expect((await ask(demo.tracker, SEARCH, MAYA)).status).toBe(200);
  });

  it('cuts JSON short, answers with a web page, and with 503 and when to come again', async () => {
    await control(demo.tracker, { behaviours: { invalidJson: 1, htmlInsteadOfJson: 1, serverErrors: { status: 503, times: 1, retryAfter: 9 } } });
    const failed = await ask(demo.tracker, SEARCH, MAYA);
    expect([failed.status, failed.headers['retry-after']]).toEqual([503, '9']);
    expect((await ask(demo.tracker, SEARCH, MAYA)).json).toBeUndefined();
    expect((await ask(demo.tracker, SEARCH, MAYA)).headers['content-type']).toContain('text/html');
    expect(found(await ask(demo.tracker, SEARCH, MAYA)).issues).toHaveLength(5);
  });

  it('spoils as many rows as ordered and leaves the others whole', async () => {
    const whole = found(await ask(demo.tracker, SEARCH, MAYA));
    await control(demo.tracker, { behaviours: { malformedRows: 2 } });
    const spoilt = found(await ask(demo.tracker, SEARCH, MAYA));
    expect(spoilt.issues[0]).not.toHaveProperty('fields');
    expect(spoilt.issues[1]?.fields).toMatchObject({ summary: null, status: null });
    expect([spoilt.issues.slice(2), spoilt.isLast]).toEqual([whole.issues.slice(2), whole.isLast]);
  });

  it('strikes at random, the same way for the same seed, and not beside the Jira it was ordered for', async () => {
    const strike = async (): Promise<(number | string)[]> => {
      await control(demo.tracker, { behaviours: { randomFaults: { seed: 7, rate: 0.5 } } });
      const seen: (number | string)[] = [];
      for (let count = 0; count < 12; count += 1) seen.push(await ask(demo.tracker, BOARDS, MAYA).then(({ status, headers }) => (status === 200 && String(headers['content-type']).includes('html') ? 'html' : status), () => 'dropped'));
      return seen;
    };
    const first = await strike();
    expect(await strike()).toEqual(first);
    expect(new Set(first).size).toBeGreaterThan(1);
    expect((await ask(demo.tracker, 'https://api.github.com/repos/acme/shop')).status).toBe(200);
  }, 30_000);
});

describe('the control API', () => {
  it('edits as somebody else, tells what there is, and makes all well again', async () => {
    await control(demo.tracker, { behaviours: { searchLagMs: 60_000 }, edit: [{ key: 'SHOP-20', actor: 'priya-r', status: 'Done', sprint: 34, labels: ['b', 'a'], points: 5, flagged: true, dueDate: '2026-12-01', properties: { waymark: { tag: 'x' } } }, { host: 'jira.acme.example', key: 'SHOP-20', summary: 'only here' }] });
    const state = (await ask(demo.tracker, `${CLOUD}/__state?site=acme.atlassian.net&key=SHOP-20`)).json as { jira: { issue: Record<string, unknown>; behaviours: { searchLagMs: number }; sites: { host: string }[] } };
    expect(state.jira.issue).toMatchObject({ labels: ['a', 'b'], points: 5, flagged: true, dueDate: '2026-12-01', properties: { waymark: { tag: 'x' } } });
    expect((await ask(demo.tracker, `${CLOUD}/rest/api/3/issue/SHOP-20?fields=status,resolution`, MAYA)).json).toMatchObject({ fields: { status: { name: 'Done' }, resolution: { name: 'Done' } } });
    expect(state.jira.sites.map(({ host }) => host)).toEqual(['acme.atlassian.net', 'other.atlassian.net', 'jira.acme.example']);
    const calm = (await ask(demo.tracker, `${CLOUD}/__control`, { method: 'POST', body: { calm: true } })).json;
    expect(calm).toMatchObject({ jira: { searchLagMs: 0 } });
  });

  it('moves and deletes issues', async () => {
    await control(demo.tracker, { edit: [{ key: 'SHOP-20', moveTo: 'OPS' }, { key: 'SHOP-21', delete: true }] });
    const keys = async (path: string): Promise<unknown> => ((await ask(demo.tracker, `${CLOUD}/rest/api/3/issue/${path}?fields=summary`, MAYA)).json as { key?: string }).key;
    expect([await keys('SHOP-20'), await keys('SHOP-21')]).toEqual(['OPS-42', undefined]);
  });
});
