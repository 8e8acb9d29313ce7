import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setGoal } from '../../lib/app/set-goal.ts';
import { sprintLedger } from '../../lib/app/sprint-ledger.ts';
import { sprintReport } from '../../lib/app/sprint-report.ts';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { isIterationKey } from '../../lib/core/keys.ts';
import { startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { browser, type Browser } from '../unit/sync/two-browsers.ts';

const SHOP = 'github.com/acme/shop' as ProjectKey;
const clock = { now: Date.now() };
const world = demoWorld({ issues: 120, now: new Date(clock.now), plans: true });
let server: Awaited<ReturnType<typeof startTracker>>;
let home: Browser;

describe('the report on an iteration, after a sync with the demo', () => {
  beforeAll(async () => {
    server = await startTracker({ world });
    home = await browser(server.port, clock, { host: 'github.com', project: SHOP, login: 'maya', token: 'github_pat_demo_projects', tracker: 'github' });
    await home.run(180_000);
  });
  afterAll(() => server.close());

  test('holds what the Project plans for it, and tells its story from snapshots: events say nothing of iterations', async () => {
    const report = await sprintReport(home.ports, SHOP, null);
    expect(report && isIterationKey(report.sprint.key)).toBe(true);
    const held = (await home.store.issuesOfSprint(report!.sprint.key)).filter(({ kind, resolution, status }) => kind === 'issue' && (status.category !== 'done' || (resolution !== 'not-planned' && resolution !== 'duplicate')));
    expect(held.length).toBeGreaterThan(1);
    expect(report?.coverage.other).toEqual({ done: held.filter(({ status }) => status.category === 'done').length, total: held.length });
    expect(report?.story).toMatchObject({ basis: 'snapshots', since: expect.any(Number) });
    expect((await home.store.everIn(report!.sprint.key)).snapshots[0]?.issues.map(({ key }) => key).toSorted()).toEqual(held.map(({ key }) => key).toSorted());
  });

  test('keeps its goal in this browser, with its wordings, and writes nothing of it', async () => {
    const sprint = (await sprintReport(home.ports, SHOP, null))!.sprint.key;
    expect(await setGoal(home.ports, sprint, '1. Guests pay. 2. Support hears less.')).toMatchObject({ via: 'local', because: expect.stringContaining('no place for a goal') });
    const report = await sprintReport(home.ports, SHOP, null);
    expect(report?.goals).toMatchObject({ goals: ['Guests pay.', 'Support hears less.'], from: 'local', via: { via: 'local' }, writes: [] });
    expect((await sprintLedger(home.ports, SHOP)).sprints.find((one) => one.sprint === sprint)?.goals).toMatchObject([{ wordings: [{ text: 'Guests pay.', from: 'local' }] }, { wordings: [{ text: 'Support hears less.' }] }]);
    await home.run(60_000);
    expect(server.requests.filter(({ method, path }) => method !== 'GET' && !path.includes('graphql'))).toEqual([]);
  });
});
