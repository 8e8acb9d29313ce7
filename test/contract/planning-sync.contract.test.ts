import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { githubProjectKey, iterationKey, milestoneKey } from '../../lib/core/keys.ts';
import { currentSprint } from '../../lib/core/sprint/current-sprint.ts';
import { workCalendar } from '../../lib/core/work-calendar.ts';
import { openStore } from '../../lib/storage/indexeddb-store.ts';
import type { Store, SyncStore } from '../../lib/storage/store.ts';
import { createSync } from '../../lib/sync/schedule.ts';
import { createGithubTracker } from '../../lib/trackers/github/tracker.ts';
import { planInto } from '../tracker/edit/plan.ts';
import type { Plan } from '../tracker/model/plan.ts';
import { type DemoTracker, startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { scorerFor, settings } from '../unit/sync/household.ts';
import { localFetch } from './local-fetch.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const calendar = workCalendar(settings.calendar);

interface Watched {
  readonly site: DemoTracker;
  readonly store: Store & SyncStore;
  readonly shop: ProjectKey;
  readonly plan: (number: number) => Plan;
  now(): number;
  pass(time: number): Promise<void>;
  /** The browser was shut meanwhile. */
  leap(time: number): Promise<void>;
  inSprint(sprint: SprintKey): Promise<IssueKey[]>;
}

let open: DemoTracker | null = null;
afterEach(() => open?.close());

/** The real sync and store before the demo's GitHub: a repository that is watched with a token. Every step is made by a new sync, as if the worker had died after each. */
async function watch(given: { host?: string; token?: string; plans?: boolean; name?: string; /** What becomes of the items of a Project on their way. */ retell?: (items: unknown[]) => unknown[] } = {}): Promise<Watched> {
  const { host = 'github.com', token = 'ghp_demo_writer', plans = true, name = 'shop' } = given;
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const site = await startTracker({ world: demoWorld({ issues: 150, plans }), now: () => new Date(now()) });
  open = site;
  globalThis.indexedDB = new IDBFactory();
  const store = await openStore({ name: 'planning', scorerFor, standard: settings, now });
  const straight = localFetch(site.port);
  const retold: typeof fetch = async (input, init) => {
    const response = await straight(input, init);
    if (!given.retell || !/projectsV2\/\d+\/items/.test(String(input))) return response;
    const { status, headers, url } = response;
    const told = new Response(JSON.stringify(given.retell((await response.json()) as unknown[])), { status, headers }); // the demo answers a list
    return Object.defineProperty(told, 'url', { value: url });
  };
  const tracker = createGithubTracker({ fetch: retold, now });
  const house = { store, trackerFor: () => tracker, now, random: () => 0.5, changed: () => {}, soon: () => {} };
  const shop = githubProjectKey(host, 'acme', name);
  await store.putConnection({ host, tracker: 'github', login: 'maya', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: now() }, token);
  const work = async (until: number): Promise<void> => {
    for (let next: number | null = now(); next !== null && next <= until; next = await createSync(house).tick(now())) {
      ahead += Math.max(0, next - now());
      await createSync(house).tick(now() + 5);
    }
    ahead += Math.max(0, until - now());
  };
  await createSync(house).visit(shop, [], 'acme/shop');
  await work(now() + MINUTE);
  return {
    site, store, shop, now,
    plan(number) {
      const found = site.world.plans.find((one) => one.number === number && one.ownerKind === 'Organization');
      if (!found) throw new Error(`no plan ${number}`);
      return found;
    },
    pass: (time) => work(now() + time),
    async leap(time) {
      ahead += time;
      await work(now() + MINUTE);
    },
    inSprint: async (sprint) => (await store.issuesOfSprint(sprint)).map(({ key }) => key).toSorted(),
  };
}

const at = ({ now }: Watched): string => `${new Date(now()).toISOString().slice(0, 19)}Z`;
const current = async ({ store, shop, now }: Watched, picked: SprintKey | null = null) => currentSprint(await store.sprints(shop), picked, now(), calendar);

/** What the plan says, as keys. */
function planned({ shop, plan }: Watched, number: number, iteration: string): IssueKey[] {
  return plan(number).items.filter((item) => item.repository === 'acme/shop' && item.number !== null && item.archivedAt === null && item.iteration === iteration).map((item) => `${shop}#${item.number}` as IssueKey).toSorted();
}

describe.each(['github.com', 'github.acme.example'])('iterations of Projects as sprints, %s', (host) => {
  it('run beside milestones: the one that runs is the sprint, its issues are its own, and the milestone keeps all of its', async () => {
    const home = await watch({ host });
    const { store, shop, site } = home;
    expect((await store.sprints(shop)).filter(({ board }) => board).map(({ title, state }) => `${title} ${state}`).toSorted()).toEqual([
      'Iteration 10 open', 'Iteration 11 future', 'Iteration 7 closed', 'Iteration 8 closed', 'Iteration 9 closed', 'Week 46 closed', 'Week 47 open', 'Week 48 future',
    ]);
    expect(await home.inSprint(iterationKey(shop, 1, 'cfc16e4d'))).toEqual(planned(home, 1, 'cfc16e4d'));
    expect(await home.inSprint(iterationKey(shop, 2, '0aa10002'))).toEqual(planned(home, 2, '0aa10002'));
    const milestone = [...(site.world.repositories[0]?.issues.values() ?? [])].filter((issue) => issue.milestone === 2).map(({ number }) => `${shop}#${number}`).toSorted();
    expect(await home.inSprint(milestoneKey(shop, 2))).toEqual(milestone);
    // The nearest end of those that run; the other Project's runs alongside.
    expect((await current(home))?.title).toBe('Week 47');
    expect((await current(home, iterationKey(shop, 1, 'cfc16e4d')))?.title).toBe('Iteration 10');
    expect((await current(home, milestoneKey(shop, 2)))?.title).toBe('Sprint 24');
    expect((await store.plannings()).map(({ title, status }) => `${title} ${status?.health}`).toSorted()).toEqual(['Platform on-track', 'Shop delivery at-risk']);
    expect(site.world.planWrites).toBe(0);
  });

  it('follow an issue that is moved, taken out, and put in, at the next look', async () => {
    const home = await watch({ host });
    const { shop, plan } = home;
    const [moved, out] = planned(home, 1, 'cfc16e4d').filter((key) => !planned(home, 2, '0aa10002').includes(key));
    if (!moved || !out) throw new Error('too few issues');
    const [running, next] = [iterationKey(shop, 1, 'cfc16e4d'), iterationKey(shop, 1, 'd4e5f607')];
    const before = planned(home, 1, 'cfc16e4d');
    planInto(plan(1), 'acme/shop', Number(moved.split('#')[1]), 'd4e5f607', at(home));
    plan(1).items = plan(1).items.filter((item) => `${shop}#${item.number}` !== out);
    await home.pass(31 * MINUTE);
    expect(await home.inSprint(next)).toContain(moved);
    expect(await home.inSprint(running)).toEqual(planned(home, 1, 'cfc16e4d'));
    // Out of the Project, it is in its milestone alone.
    expect((await home.store.issues([out])).get(out)).toMatchObject({ sprint: milestoneKey(shop, 2) });
    const row = (await home.store.sprints(shop)).find(({ key }) => key === running);
    expect(row?.baseline?.issues.toSorted()).toEqual(before);
  });

  it('cost one request in half an hour while nothing moves', async () => {
    const home = await watch({ host });
    await home.pass(31 * MINUTE);
    home.site.requests.length = 0;
    await home.pass(60 * MINUTE);
    const about = home.site.requests.filter(({ path }) => path.includes('graphql') || path.includes('projectsV2'));
    expect(about.length).toBeGreaterThan(0);
    expect(about.length).toBeLessThanOrEqual(2);
  });

  it('are quiet without permission: milestones stay sprints, writes go on, and the connection says what is missing', async () => {
    const home = await watch({ host, token: 'ghp_demo_repo_only' });
    expect((await current(home))?.title).toBe('Sprint 24');
    expect(await home.store.project(home.shop)).toMatchObject({ error: null, state: 'ready' });
    expect(await home.store.connection(host)).toMatchObject({ state: 'ok', missing: [], planningNeeds: 'read:project' });
    const token = home.site.world.tokens.get('ghp_demo_repo_only');
    if (token) Object.assign(token, { scopes: ['repo', 'read:project'] });
    await home.leap(7 * 60 * MINUTE);
    expect(await home.store.connection(host)).not.toHaveProperty('planningNeeds', 'read:project');
    expect((await current(home))?.title).toBe('Week 47');
  });
});

describe('iterations of Projects over time', () => {
  it('leave a week off without a sprint, and say what comes next; the milestone can still be picked', async () => {
    const home = await watch();
    home.plan(2).closedAt = at(home);
    await home.leap(12 * DAY);
    expect(await current(home)).toBeNull();
    expect((await current(home, iterationKey(home.shop, 1, 'cfc16e4d')))).toBeNull();
    expect((await current(home, milestoneKey(home.shop, 2)))?.title).toBe('Sprint 24');
    expect((await home.store.sprints(home.shop)).filter(({ state, board }) => board && state === 'future').map(({ title }) => title)).toEqual(['Iteration 11']);
    await home.leap(6 * DAY);
    expect((await current(home))?.title).toBe('Iteration 11');
    // Who picked an iteration picked the Project.
    expect((await current(home, iterationKey(home.shop, 1, 'cfc16e4d')))?.title).toBe('Iteration 11');
  });

  it('go with a Project that is unlinked or closed, and its issues are in their milestones again', async () => {
    const home = await watch();
    for (const number of [1, 2]) Object.assign(home.plan(number), { repositories: [], updatedAt: at(home) });
    const [one] = planned(home, 1, 'cfc16e4d');
    await home.pass(31 * MINUTE);
    const left = await home.store.sprints(home.shop);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter(({ board }) => board)).toEqual([]);
    expect(await home.store.plannings()).toEqual([]);
    expect([...(await home.store.issues(one ? [one] : [])).values()]).toMatchObject([{ sprint: milestoneKey(home.shop, 2) }]);
    expect([...(await home.store.issues(one ? [one] : [])).values()][0]).not.toHaveProperty('alsoIn');
    expect((await current(home))?.title).toBe('Sprint 24');
  });

  it('have a goal where a status update says one while they run, and keep it when the next one does not', async () => {
    const home = await watch();
    const goalOf = async (id: string) => (await home.store.sprints(home.shop)).find(({ key }) => key === iterationKey(home.shop, 1, id))?.description;
    const say = (body: string, id: number) => home.plan(1).statusUpdates.push({ id, creator: 'maya', createdAt: at(home), status: 'ON_TRACK', body, startDate: null, targetDate: null });
    expect(await goalOf('cfc16e4d')).toBe('');
    say('Going well.\n\nSprint Goal: Guests pay in two taps.', 9101);
    await home.pass(31 * MINUTE);
    expect([await goalOf('cfc16e4d'), await goalOf('c3d4e5f6'), await goalOf('d4e5f607')]).toEqual(['Going well.\n\nSprint Goal: Guests pay in two taps.', '', '']);
    say('A day behind.', 9102);
    await home.pass(31 * MINUTE);
    expect(await goalOf('cfc16e4d')).toContain('Guests pay in two taps.');
  });

  it('drop an iteration that was deleted in its Project, and take in a new one', async () => {
    const home = await watch();
    const plan = home.plan(1);
    plan.iterations = plan.iterations.filter(({ id }) => id !== 'd4e5f607').concat({ id: 'e5f60718', title: 'Iteration 12', startDate: new Date(home.now() + 11 * DAY).toISOString().slice(0, 10), duration: 7 });
    for (const item of plan.items) if (item.iteration === 'd4e5f607') item.iteration = null;
    plan.updatedAt = at(home);
    await home.pass(31 * MINUTE);
    expect((await home.store.sprints(home.shop)).filter(({ board }) => board?.id === 1).map(({ title }) => title).toSorted()).toEqual(['Iteration 10', 'Iteration 12', 'Iteration 7', 'Iteration 8', 'Iteration 9']);
    expect(await home.inSprint(iterationKey(home.shop, 1, 'd4e5f607'))).toEqual([]);
  });

  it('follow a repository that was renamed', async () => {
    const home = await watch({ name: 'store' });
    await home.pass(2 * MINUTE);
    const shop = githubProjectKey('github.com', 'acme', 'shop');
    expect((await home.store.sprints(shop)).filter(({ board }) => board).length).toBe(8);
    expect([await home.store.sprints(home.shop), (await home.store.plannings()).map(({ project }) => project)]).toEqual([[], [shop, shop]]);
    expect(await home.inSprint(iterationKey(shop, 1, 'cfc16e4d'))).toEqual(planned({ ...home, shop }, 1, 'cfc16e4d'));
  });

  it('are forgotten with their site', async () => {
    const home = await watch();
    await home.store.forgetSite('github.com');
    expect(await home.store.plannings()).toEqual([]);
    expect(await home.store.sprints(home.shop)).toEqual([]);
  });

  it('cost a repository without any Project one request in half an hour', async () => {
    const home = await watch({ plans: false });
    home.site.requests.length = 0;
    await home.pass(60 * MINUTE);
    expect(home.site.requests.filter(({ path }) => path.includes('graphql')).length).toBeLessThanOrEqual(2);
    expect((await current(home))?.title).toBe('Sprint 24');
  });
});

it('an item that cannot be read for a while stays where it was planned', async () => {
  let isBroken = false;
  const home = await watch({ retell: (items) => (isBroken ? items.map((item, index) => (index % 2 === 0 ? { ...(item as object), id: null } : item)) : items) }); // the demo's items are objects
  const before = await home.inSprint(iterationKey(home.shop, 1, 'cfc16e4d'));
  expect(before.length).toBeGreaterThan(2);
  isBroken = true;
  await home.pass(3 * 60 * MINUTE);
  expect((await home.store.rejected()).length).toBeGreaterThan(0);
  expect(await home.inSprint(iterationKey(home.shop, 1, 'cfc16e4d'))).toEqual(before);
});
