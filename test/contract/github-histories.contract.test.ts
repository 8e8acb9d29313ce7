import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { addLabels, removeLabel, replaceLabels } from '../tracker/edit/labels.ts';
import { assign, changeState, moveToMilestone } from '../tracker/edit/issue.ts';
import type { Issue } from '../tracker/model/issue.ts';
import { fullName } from '../tracker/model/repository.ts';
import { startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { browser, type Browser } from '../unit/sync/two-browsers.ts';

const SPRINT = 'github.com/acme/shop/milestone/2' as SprintKey;
const BEGAN = Date.now();
const clock = { now: BEGAN };
const world = demoWorld({ issues: 60, now: new Date(clock.now) });
const shop = world.repositories.find((one) => fullName(one) === 'acme/shop')!;
const inSprint = [...shop.issues.values()].filter(({ milestone, pull }) => milestone === 2 && pull === null);
const iso = (hoursAgo: number): string => `${new Date(BEGAN - hoursAgo * 3_600_000).toISOString().slice(0, 19)}Z`;
const at = (hoursAgo: number): number => Date.parse(iso(hoursAgo));
const edit = (hoursAgo: number, actor = 'maya') => ({ world, repository: shop, actor, at: iso(hoursAgo) });
const moved = inSprint.find(({ state }) => state === 'open')!;
let server: Awaited<ReturnType<typeof startTracker>>;
let home: Browser;

const keyOf = ({ number }: Issue): IssueKey => `github.com/acme/shop#${number}` as IssueKey;
const stored = async (issue: Issue) => (await home.house.store.issues([keyOf(issue)])).get(keyOf(issue))!;

describe('histories of GitHub, from a demo repository', () => {
  beforeAll(async () => {
    assign(edit(80), moved, []);
    replaceLabels(edit(79), moved, []);
    moveToMilestone(edit(70, 'jonas-k'), moved, 3);
    moveToMilestone(edit(60, 'jonas-k'), moved, null);
    moveToMilestone(edit(50), moved, 2);
    assign(edit(40, 'ola'), moved, ['ola']);
    addLabels(edit(30), moved, ['status: in review']);
    changeState(edit(20), moved, 'closed', 'completed');
    changeState(edit(10, 'ola'), moved, 'open', null);
    removeLabel(edit(9), moved, 'status: in review');
    server = await startTracker({ world });
    home = await browser(server.port, clock, { host: 'github.com', project: 'github.com/acme/shop' as ProjectKey, login: 'maya', token: 'ghp_demo_writer', tracker: 'github' });
    await home.run(60_000);
  });
  afterAll(() => server.close());

  test('moves between milestones are told by their numbers, with who and when', async () => {
    const { history } = await stored(moved);
    expect(history?.complete).toBe(true);
    expect(history?.sprints.slice(-3)).toEqual([
      { at: at(70), added: [3], removed: [2], by: 'jonas-k' },
      { at: at(60), added: [], removed: [3], by: 'jonas-k' },
      { at: at(50), added: [2], removed: [], by: 'maya' },
    ]);
  });

  test('statuses are guessed at each moment as the present one is, so that the last agrees with the issue', async () => {
    const { history, status } = await stored(moved);
    expect(history?.statuses.slice(-5).map(({ to, category, by }) => [to, category, by])).toEqual([
      ['assigned', 'doing', 'ola'], ['status: in review', 'doing', 'maya'], ['closed', 'done', 'maya'], ['status: in review', 'doing', 'ola'], ['assigned', 'doing', 'maya'],
    ]);
    for (const issue of inSprint) {
      const row = await stored(issue);
      expect(row.history?.statuses.at(-1)?.category ?? 'todo').toBe(row.status.category);
    }
    expect(status.category).toBe('doing');
  });

  test('labels come and go as the repository’s own record has them, and end with those that the issue bears', async () => {
    const { history } = await stored(moved);
    expect(history?.labels?.filter(({ at: when }) => when >= at(30))).toEqual([{ at: at(30), added: ['status: in review'], removed: [] }, { at: at(9), added: [], removed: ['status: in review'] }]);
    for (const issue of inSprint) {
      const row = await stored(issue);
      const borne = new Set<string>();
      for (const { added, removed } of row.history?.labels ?? []) {
        for (const name of added) borne.add(name);
        for (const name of removed) borne.delete(name);
      }
      expect([issue.number, [...borne].toSorted()]).toEqual([issue.number, row.history ? row.labels.toSorted() : []]);
    }
  });

  test('only issues in a sprint are asked for, once each, and again only after they have changed', async () => {
    const asked = (): string[] => server.requests.flatMap(({ path: url }) => /\/issues\/(\d+)\/events/.exec(url)?.[1] ?? []);
    const milestoned = [...shop.issues.values()].filter(({ milestone, pull }) => milestone !== null && pull === null);
    const due = milestoned.filter(({ state, stateReason, closedAt }) => state === 'open' || ((stateReason === 'completed' || stateReason === null) && Date.parse(closedAt ?? '') > clock.now - 90 * 86_400_000));
    expect(asked().map(Number).toSorted((a, b) => a - b)).toEqual(due.map(({ number }) => number).toSorted((a, b) => a - b));
    const before = asked().length;
    await home.look();
    expect(asked()).toHaveLength(before);
    clock.now += 60_000;
    addLabels({ ...edit(0), at: `${new Date(clock.now).toISOString().slice(0, 19)}Z` }, moved, ['bug']);
    await home.look();
    expect(asked()).toHaveLength(before + 1);
  });

  test('a renamed milestone is still the one that the issue is in', async () => {
    shop.milestones.get(2)!.title = 'Sprint 24, prolonged';
    shop.revision += 1;
    clock.now += 60_000;
    addLabels({ ...edit(0), at: `${new Date(clock.now).toISOString().slice(0, 19)}Z` }, moved, ['enhancement']);
    await home.look();
    const { history, sprint } = await stored(moved);
    expect(sprint).toBe(SPRINT);
    expect(history?.sprints.at(-1)?.added).toEqual([2]);
  });
});
