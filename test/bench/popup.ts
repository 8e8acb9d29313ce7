import { launch } from '../e2e/waymark.ts';
import { startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';

export interface PopupResults {
  readonly issues: number;
  readonly liveMs: number;
  readonly deadMs: number;
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** From the opening of the popup to the readable Sprint Goal, with the worker alive and just killed. */
export async function measurePopup(count: number, turns: number): Promise<PopupResults> {
  const tracker = await startTracker({ world: demoWorld({ issues: count }) });
  const waymark = await launch({ tracker });
  try {
    await waymark.ask('connect', { host: 'github.com', token: 'github_pat_demo_writer' });
    const list = await waymark.open('https://github.com/acme/shop/issues');
    for (let waited = 0; waited < 480; waited += 1) {
      const { syncing, project, sprint } = await waymark.ask('popup', { project: null, url: null });
      if (project?.state === 'ready' && sprint && !syncing) break;
      await list.waitForTimeout(1000);
    }
    const issues = (await waymark.ask('options', null)).store.issues;
    const open = async (dead: boolean): Promise<number> => {
      if (dead) await waymark.killWorker();
      const page = await waymark.context.newPage();
      const begun = performance.now();
      await page.goto(`chrome-extension://${waymark.id}/popup.html`);
      await page.getByText(/working days? left|last day/i).first().waitFor();
      const taken = performance.now() - begun;
      await page.close();
      return taken;
    };
    await open(false);
    const live: number[] = [];
    const dead: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      live.push(await open(false));
      dead.push(await open(true));
    }
    return { issues, liveMs: middle(live), deadMs: middle(dead) };
  } finally {
    await waymark.close();
    await tracker.close();
  }
}
