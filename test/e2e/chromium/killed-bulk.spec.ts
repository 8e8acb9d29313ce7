import { expect, test } from '@playwright/test';
import type { IssueKey } from '../../../lib/core/issue.ts';
import { historyOf } from '../../tracker/edit/history.ts';
import { badges, launch } from '../waymark.ts';
import { openRoadmapOf } from './roadmap-page.ts';

const CLOUD = 'acme.atlassian.net';
const ITEM = 'pay-in-one-tap';
const LABEL = `roadmap:${ITEM}`;
const EACH = 16;

test('a bulk tagging over GitHub and Jira, with a worker killed again and again, limits, and a token revoked half-way, tags each issue once or lists it with its reason, and ends by itself after a new token', async () => {
  test.setTimeout(240_000);
  const waymark = await launch();
  try {
    const { world } = waymark.tracker;
    const shop = world.repositories.find(({ name }) => name === 'shop')!;
    const site = world.jira.sites.find(({ host }) => host === CLOUD)!;
    const ticket = (key: string) => site.issues.get(site.keys.get(key) ?? '');
    await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' });
    await waymark.open(`https://${CLOUD}/__sign-in?as=maya`);
    const [list, board] = [await waymark.open('https://github.com/acme/shop/issues'), await waymark.open(`https://${CLOUD}/jira/software/c/projects/SHOP/boards/1`)];
    for (const page of [list, board]) await expect(badges(page).first()).toBeVisible({ timeout: 30_000 });
    await waymark.ask('createRoadmapItem', { id: ITEM, title: 'Pay in one tap', outcome: '', horizon: 'now' });
    const filter = { label: null, sprint: null, parent: null, text: '', untagged: true, closed: false };
    const of = async (project: string) => (await waymark.ask('findIssues', { filter: { ...filter, project: project as never } })).keys.slice(0, EACH);
    await expect.poll(async () => [await of('github.com/acme/shop'), await of(`${CLOUD}/SHOP`)].map(({ length }) => length), { timeout: 60_000 }).toEqual([EACH, EACH]);
    const keys: IssueKey[] = [...(await of('github.com/acme/shop')), ...(await of(`${CLOUD}/SHOP`))];

    const labelsOf = (key: IssueKey) => (key.startsWith(CLOUD) ? ticket(key.split('/')[1] ?? '')?.labels : shop.issues.get(Number(key.split('#')[1]))?.labels) ?? [];
    const times = (key: IssueKey): number => {
      if (key.startsWith(CLOUD)) return (ticket(key.split('/')[1] ?? '')?.changes ?? []).flatMap(({ items }) => items).filter((change) => change.field === 'labels' && String(change.toString).split(' ').includes(LABEL) && !String(change.fromString ?? '').split(' ').includes(LABEL)).length;
      return historyOf(world, shop, shop.issues.get(Number(key.split('#')[1]))!).filter((event) => event.event === 'labeled' && 'label' in event && event.label?.name === LABEL).length;
    };
    const tagged = () => keys.filter((key) => labelsOf(key).includes(LABEL));

    const id = crypto.randomUUID();
    expect(await waymark.ask('startBulk', { id, keys, item: ITEM, include: [] })).toMatchObject({ state: 'running', total: 2 * EACH });
    world.behaviours.secondaryLimit = { times: 1, status: 403, retryAfter: 3 };
    world.jira.behaviours.burst = { times: 1, retryAfter: 3 };
    for (let kill = 0; kill < 8; kill += 1) {
      // Awake again, as any page of ours that stands open would have it: a dead worker cannot be killed.
      await waymark.ask('bulk', { id });
      await new Promise((resolve) => setTimeout(resolve, 1500 + 137 * kill));
      await waymark.killWorker();
      if (tagged().length >= EACH) world.tokens.get('github_pat_demo_writer')!.revoked = true;
    }
    await expect.poll(() => tagged().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(EACH);
    world.tokens.get('github_pat_demo_writer')!.revoked = true;
    await expect.poll(async () => (await waymark.ask('bulk', { id }))?.counts.waiting, { timeout: 120_000, intervals: [1000] }).toBe(0);

    const half = (await waymark.ask('bulk', { id }))!;
    const untagged = keys.filter((key) => !labelsOf(key).includes(LABEL));
    const listed = half.listed.map(({ key }) => key);
    expect(listed).toEqual(expect.arrayContaining(untagged));
    // One may have arrived whose answer the last kill took: without a token nobody can look whether it has.
    expect(listed.length - untagged.length).toBeLessThanOrEqual(1);
    for (const issue of half.listed) expect(issue).toMatchObject({ state: 'failed', because: expect.stringContaining('no longer accepts the token') as unknown });
    for (const key of keys) expect(times(key), key).toBe(untagged.includes(key) ? 0 : 1);

    await waymark.ask('connect', { host: 'github.com', token: 'ghp_demo_writer' });
    const page = await openRoadmapOf(waymark);
    await page.locator('.tagging-latest').getByRole('button', { name: 'Show' }).click();
    await expect(page.getByText(`${2 * EACH} written`)).toBeVisible({ timeout: 90_000 });
    for (const key of keys) expect(times(key), key).toBe(1);
  } finally {
    await waymark.close();
  }
});
