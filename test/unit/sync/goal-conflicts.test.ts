import { afterEach, describe, expect, test } from 'vitest';
import { resolveGoalConflict, setGoal } from '../../../lib/app/set-goal.ts';
import type { ProjectKey, SprintKey } from '../../../lib/core/issue.ts';
import { fullName } from '../../tracker/model/repository.ts';
import { startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import { seeded, Life, mortalStore } from './mortality.ts';
import { browser, type Browser } from './two-browsers.ts';

const MINUTE = 60_000;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const TRACKERS = [
  { name: 'a GitHub milestone', host: 'github.com', project: 'github.com/acme/shop', tracker: 'github', tokens: ['ghp_demo_writer', 'ghp_demo_writer'] },
  { name: 'a Jira sprint', host: 'acme.atlassian.net', project: 'acme.atlassian.net/SHOP', tracker: 'jira', tokens: ['maya@acme.example:ATATT-demo-writer', 'maya@acme.example:ATATT-demo-writer'] },
] as const;

/** Two browsers before one tracker, and the tracker's own page. */
async function team(of: (typeof TRACKERS)[number]) {
  const clock = { now: Date.now() };
  const world = demoWorld({ issues: 20, now: new Date(clock.now) });
  const server = await startTracker({ world });
  closers.push(() => server.close());
  const milestone = world.repositories.find((one) => fullName(one) === 'acme/shop')?.milestones.get(2);
  const field = [...(world.jira.sites.find(({ host }) => host === of.host)?.sprints.values() ?? [])].find(({ state }) => state === 'active');
  if (!milestone) throw new Error('the demo has no milestone');
  const shop = world.repositories.find((one) => fullName(one) === 'acme/shop');
  const person = (login: string, token: string) => browser(server.port, clock, { host: of.host, project: of.project as ProjectKey, login, token, tracker: of.tracker });
  const [ada, bob] = [await person('ada', of.tokens[0]), await person('bob', of.tokens[1])];
  const sprint = (of.tracker === 'github' ? `${of.project}/milestone/2` : `${of.project}/sprint/${field?.id}`) as SprintKey;
  const stands = (): string => (of.tracker === 'github' ? (milestone.description ?? '') : (field?.goal ?? ''));
  const byHand = (text: string): void => {
    if (of.tracker === 'jira' && field) field.goal = text;
    else {
      milestone.description = `Sprint Goal: ${text}`;
      if (shop) shop.revision += 1;
    }
  };
  return { clock, sprint, ada, bob, stands, byHand, server, first: (await history(ada, sprint))[0]?.text ?? '' };
}

async function history({ store }: Browser, sprint: SprintKey) {
  return (await store.goalWordings(sprint)).map(({ text, by, here, standing }) => ({ text, by, here, standing }));
}

describe.each(TRACKERS)('the goal of $name', (of) => {
  test('two browsers change it, one offline: the first stands, the second loses nothing and may still use its own', async () => {
    const { clock, sprint, ada, bob, stands, first } = await team(of);
    expect(first).not.toBe('');
    bob.net.online = false;
    await setGoal(bob.ports, sprint, 'Bob’s goal');
    await bob.run(10 * MINUTE);
    await setGoal(ada.ports, sprint, 'Ada’s goal');
    await ada.run(MINUTE);
    expect(stands()).toContain('Ada’s goal');
    bob.net.online = true;
    await bob.run(40 * MINUTE);
    expect(stands()).toContain('Ada’s goal');
    expect(stands()).not.toContain('Bob’s');
    expect(await bob.store.outbox()).toMatchObject([{ state: 'failed', conflict: 'Ada’s goal' }]);
    expect(await history(bob, sprint)).toEqual([
      { text: first, by: null, here: false, standing: 'stood' },
      { text: 'Bob’s goal', by: 'bob', here: true, standing: 'refused' },
      { text: 'Ada’s goal', by: null, here: false, standing: 'stood' },
    ]);
    await resolveGoalConflict(bob.ports, sprint, 'mine');
    await bob.run(MINUTE);
    expect(stands()).toContain('Bob’s goal');
    expect(await bob.store.outbox()).toEqual([]);
    expect((await history(bob, sprint)).at(-1)).toMatchObject({ text: 'Bob’s goal', standing: 'stood' });
    clock.now += MINUTE;
    await ada.look();
    expect(await history(ada, sprint)).toEqual([
      { text: first, by: null, here: false, standing: 'stood' },
      { text: 'Ada’s goal', by: 'ada', here: true, standing: 'stood' },
      { text: 'Bob’s goal', by: null, here: false, standing: 'stood' },
    ]);
  });

  test('changed at the tracker itself while a change waits: theirs stays, and “keep theirs” leaves both wordings in the history', async () => {
    const { sprint, ada, byHand, stands, first } = await team(of);
    await setGoal(ada.ports, sprint, 'Ada’s goal');
    byHand('By hand');
    await ada.run(MINUTE);
    expect(stands()).toContain('By hand');
    await resolveGoalConflict(ada.ports, sprint, 'theirs');
    await ada.run(MINUTE);
    expect(stands()).toContain('By hand');
    expect(await ada.store.outbox()).toEqual([]);
    expect((await history(ada, sprint)).map(({ text, standing }) => [text, standing])).toEqual([[first, 'stood'], ['Ada’s goal', 'refused'], ['By hand', 'stood']]);
  });

  test('“use mine” over a goal that changes once more is asked again', async () => {
    const { sprint, ada, byHand, stands } = await team(of);
    await setGoal(ada.ports, sprint, 'Ada’s goal');
    byHand('By hand');
    await ada.run(MINUTE);
    await resolveGoalConflict(ada.ports, sprint, 'mine');
    byHand('By hand again');
    await ada.run(MINUTE);
    expect(stands()).toContain('By hand again');
    expect(await ada.store.outbox()).toMatchObject([{ state: 'failed', conflict: 'By hand again' }]);
  });

  test('a goal that would turn round our own words, or drown them, is quoted harmlessly', async () => {
    const { sprint, ada, byHand } = await team(of);
    await setGoal(ada.ports, sprint, 'Ada’s goal');
    byHand(`Their \u202E\u2066own ${'goal '.repeat(3000)}`);
    await ada.run(MINUTE);
    const [row] = await ada.store.outbox();
    expect(row?.failure).toMatch(/to “Their own goal (?:goal )+.{0,6}…”\. Yours was not written over it/);
    expect(row?.failure?.length).toBeLessThan(500);
    // What it was is kept as it was.
    expect(row?.conflict).toContain('\u202E');
  });

  test('a second thought while the first may have left is no conflict with oneself', async () => {
    const { sprint, ada, stands } = await team(of);
    await setGoal(ada.ports, sprint, 'First thought');
    ada.net.losing = true;
    await ada.run(6000);
    expect(stands()).toContain('First thought');
    await setGoal(ada.ports, sprint, 'Second thought');
    ada.net.losing = false;
    await ada.run(10 * MINUTE);
    expect(stands()).toContain('Second thought');
    expect(await ada.store.outbox()).toEqual([]);
  });

  test('the user changed what they saw, and it had been changed since: nothing is written over it', async () => {
    const { sprint, ada, byHand, stands, first } = await team(of);
    byHand('Newer than the open page');
    await ada.look();
    await setGoal(ada.ports, sprint, 'Made on the old one', first);
    await ada.run(MINUTE);
    expect(stands()).toContain('Newer than the open page');
    expect(await ada.store.outbox()).toMatchObject([{ state: 'failed', conflict: 'Newer than the open page' }]);
  });

  test.each([1, 2, 3, 4])('killed at random (%i): the wish arrives once or waits as a conflict, and no wording is noted twice', async (seed) => {
    const { clock, sprint, ada, byHand, stands, server, first } = await team(of);
    const random = seeded(seed);
    await setGoal(ada.ports, sprint, 'Ada’s goal');
    const before = server.requests.length;
    for (let life = 0; life < 40; life++) {
      if (life === 25) byHand('By hand');
      const body = new Life(() => random() < 0.15);
      const sync = createSync({ ...ada.house, store: mortalStore(ada.store, body) });
      await Promise.race([sync.tick(clock.now + 20_000), body.died]);
      clock.now += 30_000;
    }
    await ada.look();
    expect(stands()).toContain('By hand');
    const writes = server.requests.slice(before).filter(({ method, path }) => method !== 'GET' && !path.includes('graphql'));
    expect(writes.length).toBe(1);
    expect((await history(ada, sprint)).map(({ text, here }) => [text, here])).toEqual([[first, false], ['Ada’s goal', true], ['By hand', false]]);
  });
});
