import { expect, test } from '@playwright/test';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';
import { launch, type Waymark } from '../waymark.ts';
import { untilAlike } from './database-contents.ts';

const CLOUD = 'acme.atlassian.net';
const SHOP = `${CLOUD}/SHOP` as ProjectKey;
const SIZE = 2000;

async function begin(now: Date): Promise<Waymark> {
  const waymark = await launch({ tracker: await startTracker({ world: demoWorld({ issues: 20, jiraIssues: SIZE, now }) }) });
  // Twenty pages become sixty: longer to be killed in.
  Object.assign(waymark.tracker.world.jira.behaviours, { pageCap: 33 });
  await waymark.open(`https://${CLOUD}/__sign-in?as=maya`);
  return waymark;
}

const site = (waymark: Waymark) => waymark.tracker.world.jira.sites.find(({ host }) => host === CLOUD)!;
const issueOf = (waymark: Waymark, key: string) => site(waymark).issues.get(site(waymark).keys.get(key) ?? '');

async function synced(waymark: Waymark): Promise<boolean> {
  const { connections } = await waymark.ask('options', null);
  const count = connections.flatMap(({ projects }) => projects).find(({ key }) => key === SHOP)?.issues ?? 0;
  const view = await waymark.ask('popup', { project: SHOP, board: null });
  return count >= SIZE - 3 && view.project?.state === 'ready' && !view.syncing;
}

test('a worker killed at random while Jira’s pages expire, its search lags and its limits bite ends in the database of an undisturbed one, and writes tags once', async () => {
  test.setTimeout(180_000);
  const now = new Date();
  const [quiet, troubled] = [await begin(now), await begin(now)];
  try {
    const { behaviours } = troubled.tracker.world.jira;
    Object.assign(behaviours, { randomFaults: { seed: 7, rate: 0.08 }, onlyPaths: '/search/jql', searchLagMs: 2500, issueWrites: { limit: 1, windowMs: 2500 } });
    for (const one of [quiet, troubled]) await one.open(`https://${CLOUD}/jira/software/c/projects/SHOP/boards/1`);
    let state = Number(process.env['WAYMARK_SEED'] ?? 7);
    const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const tagged: { key: string; item: string }[] = [];
    const open = [...site(troubled).issues.values()].filter(({ project, resolution }) => project === 'SHOP' && resolution === null).map(({ key }) => key);
    for (let kill = 0; kill < 15; kill += 1) {
      // Awake again, as any page of ours that stands open would have it: a dead worker cannot be killed.
      await troubled.ask('popup', { project: SHOP, board: null });
      await new Promise((resolve) => setTimeout(resolve, 50 + random() * 900));
      if (kill % 3 === 1) behaviours.pageTokensExpiredAt = Date.now();
      if (kill % 5 === 2) {
        const wish = { key: open[kill * 3] ?? '', item: `tagged-in-trouble-${kill}` };
        await troubled.ask('tag', { keys: [`${CLOUD}/${wish.key}` as IssueKey], item: wish.item });
        tagged.push(wish);
      }
      await troubled.killWorker();
    }
    Object.assign(behaviours, { randomFaults: null, pageTokensExpiredAt: 0 });
    // The undisturbed one gets the same tags, so that both worlds hold the same.
    for (const { key, item } of tagged) await quiet.ask('tag', { keys: [`${CLOUD}/${key}` as IssueKey], item });
    await troubled.ask('refresh', { project: SHOP });
    for (const one of [quiet, troubled]) await expect.poll(() => synced(one), { timeout: 60_000, intervals: [1000] }).toBe(true);
    for (const one of [quiet, troubled]) {
      for (const { key, item } of tagged) {
        await expect.poll(() => issueOf(one, key)?.labels, { timeout: 60_000 }).toContain(`roadmap:${item}`);
        expect(issueOf(one, key)?.changes.filter(({ items }) => items.some((change) => change.field === 'labels' && String(change.toString).includes(`roadmap:${item}`)))).toHaveLength(1);
        expect(issueOf(one, key)?.properties['waymark']).toMatchObject({ tag: item });
      }
    }
    await Promise.all([quiet, troubled].map((one) => one.ask('refresh', { project: SHOP })));
    const rows = await untilAlike(quiet, troubled, 60_000);
    expect(rows.filter((row) => row.startsWith('issues ')).length).toBeGreaterThan(SIZE - 10);
    // There was trouble: pages had expired.
    const statuses = new Set(troubled.tracker.requests.filter(({ path }) => path.includes('/search/jql')).map(({ status }) => status));
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400]));
  } finally {
    for (const one of [quiet, troubled]) {
      await one.close();
      await one.tracker.close();
    }
  }
});
