import { expect, test } from '@playwright/test';
import { historyOf } from '../../tracker/edit/history.ts';
import { startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';
import { launch, type Waymark } from '../waymark.ts';
import { untilAlike } from './database-contents.ts';

const ISSUES = 5000;
const TOKEN = 'github_pat_demo_writer';

async function synced(waymark: Waymark): Promise<boolean> {
  const view = await waymark.ask('popup', { project: 'github.com/acme/shop' as never, board: null }).catch(() => null);
  const options = await waymark.ask('options', null).catch(() => null);
  const count = options?.connections[0]?.projects.find((project) => project.name === 'acme/shop')?.issues ?? 0;
  return view?.project?.state === 'ready' && view.syncedAt !== null && !view.syncing && count >= ISSUES;
}

test('a worker killed at random points of a troubled sync ends in the database of an undisturbed one, and writes tags once', async () => {
  test.setTimeout(540_000);
  const now = new Date();
  const seed = Number(process.env['WAYMARK_SEED'] ?? 7);
  const quiet = await launch({ tracker: await startTracker({ world: demoWorld({ issues: ISSUES, now }) }) });
  const troubled = await launch({ tracker: await startTracker({ world: demoWorld({ issues: ISSUES, now }) }) });
  try {
    await quiet.ask('connect', { host: 'github.com', token: TOKEN });
    await troubled.ask('connect', { host: 'github.com', token: TOKEN });
    await quiet.open('https://github.com/acme/shop/issues');
    await troubled.open('https://github.com/acme/shop/issues');
    Object.assign(troubled.tracker.world.behaviours, { randomFaults: { seed, rate: 0.12 }, onlyPaths: '/issues' });

    let state = seed;
    const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const tagged: { number: number; item: string }[] = [];
    const repository = troubled.tracker.world.repositories.find((candidate) => candidate.name === 'shop');
    if (!repository) throw new Error('the demo has no acme/shop');
    for (let kill = 0; kill < 25; kill += 1) {
      // Awake again, as any page of ours that stands open would have it: a dead worker cannot be killed.
      await troubled.ask('popup', { project: 'github.com/acme/shop' as never, board: null });
      await new Promise((resolve) => setTimeout(resolve, 50 + random() * 1500));
      if (kill % 5 === 2) {
        const number = [...repository.issues.values()].filter((issue) => issue.state === 'open')[kill * 3]?.number ?? 1;
        const item = `tagged-in-trouble-${kill}`;
        await troubled.ask('tag', { keys: [`github.com/acme/shop#${number}` as never], item });
        tagged.push({ number, item });
      }
      await troubled.killWorker();
    }
    Object.assign(troubled.tracker.world.behaviours, { randomFaults: null, secondaryLimit: null });
    await expect.poll(() => synced(quiet), { timeout: 120_000, intervals: [1000] }).toBe(true);
    await expect.poll(() => synced(troubled), { timeout: 180_000, intervals: [1000] }).toBe(true);

    for (const { number, item } of tagged) {
      const issue = repository.issues.get(number);
      await expect.poll(() => JSON.stringify(issue?.labels), { timeout: 120_000 }).toContain(`roadmap:${item}`);
      const events = issue ? (historyOf(troubled.tracker.world, repository, issue) as { event?: string; label?: { name: string } }[]) : [];
      expect(events.filter((event) => event.event === 'labeled' && event.label?.name === `roadmap:${item}`)).toHaveLength(1);
      // The undisturbed sync gets the same labels by another hand, so that both worlds hold the same.
      await quiet.ask('tag', { keys: [`github.com/acme/shop#${number}` as never], item });
    }
    const quietRepository = quiet.tracker.world.repositories.find((candidate) => candidate.name === 'shop');
    for (const { number, item } of tagged) await expect.poll(() => JSON.stringify(quietRepository?.issues.get(number)?.labels), { timeout: 60_000 }).toContain(`roadmap:${item}`);
    await Promise.all([quiet, troubled].map((one) => one.ask('refresh', { project: 'github.com/acme/shop' as never })));
    const rows = await untilAlike(quiet, troubled, 240_000);
    expect(rows.length).toBeGreaterThan(ISSUES);
    expect(rows.some((row) => /^rankings .*"backlog":"github.com\/acme\/shop:issue"/.test(row))).toBe(true);
  } finally {
    await quiet.close();
    await troubled.close();
    await quiet.tracker.close();
    await troubled.tracker.close();
  }
});
