import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoTracker, startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';
import { ask, nextOf, type Row, rows } from './ask.ts';

const LIST = 'https://api.github.com/repos/acme/shop/issues?state=all&sort=updated&per_page=100';
let tracker: DemoTracker;
beforeAll(async () => {
  tracker = await startTracker({ world: demoWorld({ issues: 1000 }) });
});
afterAll(() => tracker.close());

async function walk(url: string, between: (page: number, met: Row[]) => Promise<void> = async () => undefined): Promise<Row[]> {
  const met: Row[] = [];
  let next: string | undefined = url;
  for (let page = 1; next !== undefined; page += 1) {
    const reply = await ask(tracker, next, { token: 'ghp_demo_writer' });
    expect(reply.status).toBe(200);
    met.push(...rows(reply));
    await between(page, met);
    next = nextOf(reply);
  }
  return met;
}

describe('walking the issue list by its Link header', () => {
  it('meets every row exactly once while nothing changes, in both directions', async () => {
    const all = tracker.world.repositories[0]?.issues.size;
    for (const direction of ['asc', 'desc']) {
      const numbers = (await walk(`${LIST}&direction=${direction}`)).map((row) => row.number);
      expect(numbers).toHaveLength(all ?? 0);
      expect(new Set(numbers).size).toBe(all);
    }
  });

  it('loses none when rows change in the middle of an ascending walk, and meets a changed row again', async () => {
    const met = await walk(`${LIST}&direction=asc`, async (page, soFar) => {
      if (page !== 3) return;
      for (const number of [soFar[5]?.number, soFar[250]?.number]) {
        await ask(tracker, `https://api.github.com/repos/acme/shop/issues/${number}/labels`, { method: 'POST', token: 'ghp_demo_writer', body: { labels: ['walked'] } });
      }
    });
    const all = tracker.world.repositories[0]?.issues.size ?? 0;
    expect(new Set(met.map((row) => row.number)).size).toBe(all);
    expect(met.length).toBe(all + 2);
  });

  it('loses the rows that change during a descending walk, as GitHub does', async () => {
    let changed = 0;
    const met = await walk(`${LIST}&direction=desc`, async (page, soFar) => {
      if (page !== 1) return;
      const seen = new Set(soFar.map((row) => row.number));
      changed = [...(tracker.world.repositories[0]?.issues.values() ?? [])].find((issue) => !seen.has(issue.number))?.number ?? 0;
      await ask(tracker, `https://api.github.com/repos/acme/shop/issues/${changed}/labels`, { method: 'POST', token: 'ghp_demo_writer', body: ['bumped'] });
    });
    expect(met.some((row) => row.number === changed)).toBe(false);
  });

  it('names the repository by number, so that the walk survives a rename', async () => {
    expect(nextOf(await ask(tracker, LIST))).toMatch(/^https:\/\/api\.github\.com\/repositories\/\d+\/issues\?.*after=/);
  });

  it('refuses the page at offset 1000 with GitHub’s own words, and answers the one before', async () => {
    expect((await ask(tracker, `${LIST}&page=10`)).status).toBe(200);
    const refused = await ask(tracker, `${LIST}&page=11`);
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ message: 'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)' });
  });

  it('counts `since` from its own second on', async () => {
    const newest = rows(await ask(tracker, `${LIST}&direction=desc`, { token: 'ghp_demo_writer' }))[20]?.updated_at ?? '';
    const since = rows(await ask(tracker, `${LIST}&direction=asc&since=${newest}`, { token: 'ghp_demo_writer' }));
    expect(since[0]?.updated_at).toBe(newest);
    expect(since.every((row) => row.updated_at >= newest)).toBe(true);
  });
});
