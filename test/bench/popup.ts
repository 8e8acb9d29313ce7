import type { Page } from '@playwright/test';
import { launch } from '../e2e/waymark.ts';
import { startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { middle } from './middle.ts';

export interface PopupResults {
  readonly issues: number;
  /** From the opening of the popup to the frame in which the Sprint Goal can be read, as a project is opened that has been looked at before. */
  readonly liveMs: number;
  readonly deadMs: number;
  /** The same where nothing was kept of it. */
  readonly firstLiveMs: number;
  readonly firstDeadMs: number;
  /** From there to the report made anew. */
  readonly renewedMs: number;
  /** What the page's own thread works until the goal is read: of all these the one that does not grow when the machine is busy. */
  readonly cpuMs: number;
}

/** Runs in the popup: when the goal has been drawn, and when the worker has answered everything, counted from the navigation that a click on the icon is. */
function watchGoal(): void {
  const seen: { goal?: number } = {};
  Object.assign(globalThis, { seen });
  const look = (): void => {
    if (seen.goal !== undefined || !document.querySelector('p.goal')?.textContent) return;
    requestAnimationFrame(() => setTimeout(() => { seen.goal ??= performance.now(); }));
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}
const goalAt = (page: Page): Promise<number> => page.waitForFunction(() => (globalThis as unknown as { seen?: { goal?: number } }).seen?.goal, undefined, { polling: 20 }).then((handle) => handle.jsonValue()).then(Number);

/** From the opening of the popup to the readable Sprint Goal, with the worker alive and just killed. */
export async function measurePopup(count: number, turns: number): Promise<PopupResults> {
  const tracker = await startTracker({ world: demoWorld({ issues: count }) });
  const waymark = await launch({ tracker });
  try {
    await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' });
    const list = await waymark.open('https://github.com/acme/shop/issues');
    for (let waited = 0; waited < 480; waited += 1) {
      const { syncing, project, sprint } = await waymark.ask('popup', { project: null, board: null });
      if (project?.state === 'ready' && sprint && !syncing) break;
      await list.waitForTimeout(1000);
    }
    const issues = (await waymark.ask('options', null)).store.issues;
    await waymark.context.addInitScript(watchGoal);
    const open = async ({ dead, first }: { dead: boolean; first: boolean }): Promise<{ goal: number; renewed: number; cpu: number }> => {
      if (dead) await waymark.killWorker();
      const page = await waymark.context.newPage();
      if (first) await page.addInitScript(() => localStorage.clear());
      const session = await waymark.context.newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await page.goto(`chrome-extension://${waymark.id}/popup.html`, { waitUntil: 'commit' });
      const goal = await goalAt(page);
      const cpu = 1000 * ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
      await page.locator('.verdict:not(.verdict-waiting)').waitFor();
      await page.locator('.popup[aria-busy=false]').waitFor();
      const renewed = await page.evaluate(() => performance.now());
      await page.waitForTimeout(300);
      await page.close();
      return { goal, renewed: renewed - goal, cpu };
    };
    await open({ dead: false, first: false });
    const taken = { live: [] as number[], dead: [] as number[], firstLive: [] as number[], firstDead: [] as number[], renewed: [] as number[], cpu: [] as number[] };
    for (let turn = 0; turn < turns; turn += 1) {
      const live = await open({ dead: false, first: false });
      taken.live.push(live.goal);
      taken.renewed.push(live.renewed);
      taken.cpu.push(live.cpu);
      taken.dead.push((await open({ dead: true, first: false })).goal);
      taken.firstLive.push((await open({ dead: false, first: true })).goal);
      taken.firstDead.push((await open({ dead: true, first: true })).goal);
    }
    return { issues, liveMs: middle(taken.live), deadMs: middle(taken.dead), firstLiveMs: middle(taken.firstLive), firstDeadMs: middle(taken.firstDead), renewedMs: middle(taken.renewed), cpuMs: middle(taken.cpu) };
  } finally {
    await waymark.close();
    await tracker.close();
  }
}
