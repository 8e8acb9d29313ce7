import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { removeToken } from '../../../lib/app/connections.ts';
import { markGoal } from '../../../lib/app/mark-goal.ts';
import { openCard } from '../../../lib/app/open-card.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { undoTagging } from '../../../lib/app/undo.ts';
import { shareWish } from '../../../lib/app/wishes.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { FakeJira } from './fake-jira.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { aJiraProject, anIssue, aRepository, HOST, jiraKey, keyOf, SHOP, SITE, STORE } from './world.ts';

type Home = Household & { readonly ports: Ports };

async function connected(...labels: string[]): Promise<Home> {
  const home = await household();
  home.tracker.add(...aRepository(20), anIssue(901, { labels }));
  await home.connect();
  await home.sync.visit(SHOP, [], 'Acme/Shop');
  await home.run();
  home.tracker.requests.length = 0;
  return { ...home, ports: { store: home.store, sync: home.sync, trackerFor: () => home.tracker, now: () => home.clock.now, changed: () => undefined } };
}

const KEY = keyOf(901);
const tag = ({ ports }: Home, item: string | null) => tagIssues(ports, [KEY], item);
const undo = ({ ports }: Home, { undo: token }: { readonly undo: string }) => undoTagging(ports, token, null);
const shown = async ({ ports }: Home) => (await openCard(ports, KEY))?.tag?.item ?? null;
/** Ways to be barred from writing, and what lets one write again. */
const BARS: Readonly<Record<string, { readonly bar: (home: Home) => Promise<unknown>; readonly lift: (home: Home) => Promise<unknown> }>> = {
  'the token is removed': { bar: ({ ports }) => removeToken(ports, HOST), lift: ({ connect }) => connect('new') },
  'the token lacks a permission': { bar: async ({ store }) => store.putConnection({ ...(await store.connection(HOST))!, missing: ['Issues: write'] }, 'secret'), lift: ({ connect }) => connect() },
  'the project can only be read': { bar: async ({ store, clock }) => store.putProject({ ...(await store.project(SHOP))!, readOnlyAt: clock.now }), lift: ({ connect }) => connect() },
};
/** What waits leaves, and nobody knows whether it `arrives`: from then on the network is gone. */
async function leave(home: Home, arrives: boolean): Promise<void> {
  const GONE = { kind: 'offline', reason: 'gone' } as const;
  let left = false;
  const at = async (request: string) => {
    left ||= !request.startsWith('GET');
    return left ? GONE : null;
  };
  home.tracker.weather = arrives ? { before: async () => (left ? GONE : null), after: at } : { before: at };
  home.clock.now += 10_000;
  await home.sync.tick(home.clock.now + 20_000);
  expect(await home.store.outbox()).toMatchObject([{ state: 'sending' }]);
  home.tracker.weather = {};
}

/** Whatever waits is written. */
async function settle(home: Home, lift: (home: Home) => Promise<unknown>): Promise<void> {
  await lift(home);
  await home.run(home.clock.now + 2 * HOUR);
  expect(await home.store.outbox()).toEqual([]);
}

describe.each(Object.entries(BARS))('once %s', (_, { bar, lift }) => {
  test('a tag that is kept here takes the place of one that waits to be written, and of the removal that goes with it', async () => {
    const home = await connected('roadmap:trust');
    await tag(home, 'checkout');
    await bar(home);
    expect(await tag(home, 'payments')).toMatchObject({ via: 'local' });
    expect(await shown(home)).toBe('payments');
    await settle(home, lift);
    expect([home.tracker.effects, await shown(home)]).toEqual([[], 'payments']);
  });

  test('so does taking it off, and its undo has all of it written after all, once', async () => {
    const home = await connected();
    await tag(home, 'checkout');
    await bar(home);
    const off = await tag(home, null);
    expect([await shown(home), await home.store.outbox()]).toEqual([null, []]);
    expect(await undo(home, off)).toEqual({ undone: 1 });
    expect(await shown(home)).toBe('checkout');
    await settle(home, lift);
    expect([home.tracker.effects, await shown(home)]).toEqual([[`add-label ${KEY} roadmap:checkout`], 'checkout']);
  });

  test('undo of a tag that is kept here gives the one back that waited, and of that one alone nothing is left to take back before', async () => {
    const home = await connected('roadmap:trust');
    const queued = await tag(home, 'checkout');
    await bar(home);
    const kept = await tag(home, 'payments');
    expect(await undo(home, queued)).toEqual({ undone: 0 });
    expect(await shown(home)).toBe('payments');
    expect(await undo(home, kept)).toEqual({ undone: 1 });
    expect(await shown(home)).toBe('checkout');
    await settle(home, lift);
    expect(home.tracker.effects.toSorted()).toEqual([`add-label ${KEY} roadmap:checkout`, `remove-label ${KEY} roadmap:trust`]);
  });

  test('a tag that is written takes the place of one that was kept here, which its undo gives back', async () => {
    const home = await connected();
    await bar(home);
    await tag(home, 'payments');
    await lift(home);
    const written = await tag(home, 'checkout');
    expect(await undo(home, written)).toEqual({ undone: 1 });
    expect([await shown(home), await home.store.outbox()]).toEqual(['payments', []]);
    await tag(home, 'checkout');
    await settle(home, lift);
    expect([home.tracker.effects, await shown(home)]).toEqual([[`add-label ${KEY} roadmap:checkout`], 'checkout']);
  });

  test('what may have left is looked for: where it has not arrived it is not sent again, where it has it is taken back', async () => {
    for (const arrives of [false, true]) {
      const home = await connected();
      await tag(home, 'checkout');
      await leave(home, arrives);
      await bar(home);
      const kept = await tag(home, 'payments');
      // A part of what was before has left: there is no way back to it.
      expect(await undo(home, kept)).toEqual({ undone: 0 });
      await settle(home, lift);
      expect([home.tracker.effects, await shown(home)]).toEqual([arrives ? [`add-label ${KEY} roadmap:checkout`, `remove-label ${KEY} roadmap:checkout`] : [], 'payments']);
    }
  });

  test('a mark that the issue serves the goal is likewise the last one that was made', async () => {
    const home = await connected();
    await markGoal(home.ports, [KEY], true);
    await bar(home);
    const off = await markGoal(home.ports, [KEY], false);
    expect(await home.store.outbox()).toEqual([]);
    await undo(home, off);
    expect(await home.store.outbox()).toMatchObject([{ write: { label: 'sprint-goal', present: true } }]);
    await markGoal(home.ports, [KEY], false);
    await settle(home, lift);
    expect(home.tracker.effects).toEqual([]);
  });

  test('a mark that may have left is taken back where it has arrived', async () => {
    const home = await connected();
    await markGoal(home.ports, [KEY], true);
    await leave(home, true);
    await bar(home);
    // The same once more changes nothing of it.
    await markGoal(home.ports, [KEY], true);
    expect(await home.store.outbox()).toMatchObject([{ state: 'sending', write: { present: true } }]);
    await markGoal(home.ports, [KEY], false);
    await settle(home, lift);
    expect(home.tracker.effects).toEqual([`add-label ${KEY} sprint-goal`, `remove-label ${KEY} sprint-goal`]);
  });
});

test('a tag that waits for its token again after an undo still waits for whoever made it', async () => {
  const home = await connected();
  await tag(home, 'checkout');
  await markGoal(home.ports, [KEY], true);
  await removeToken(home.ports, HOST);
  for (const kept of [await tag(home, 'payments'), await markGoal(home.ports, [KEY], false)]) expect(await undo(home, kept)).toEqual({ undone: 1 });
  await home.store.putConnection({ ...(await home.store.connection(HOST))!, login: 'ben', tokenKind: 'classic', state: 'ok', checkedAt: home.clock.now }, 'ben’s');
  await home.run(home.clock.now + HOUR);
  const held = { state: 'failed', by: { made: 'ada', present: 'ben' } };
  expect([home.tracker.effects, await home.store.outbox()]).toMatchObject([[], [held, held]]);
});

test('an undo leaves alone what another tab has kept here since, though nothing of its own was put here', async () => {
  const home = await connected('roadmap:trust', 'sprint-goal');
  // It is so already: nothing to write, and nothing that undo could find gone.
  const [tagged, marked] = [await tag(home, 'trust'), await markGoal(home.ports, [KEY], true)];
  await removeToken(home.ports, HOST);
  await tag(home, 'payments');
  await markGoal(home.ports, [KEY], false);
  for (const one of [tagged, marked]) expect(await undo(home, one)).toEqual({ undone: 0 });
  expect([await shown(home), (await home.store.material([KEY])).goalMarks.get(KEY)?.on]).toEqual(['payments', false]);
});

test('in Jira, what the team shares of a tag is withdrawn with its label, and what may have left is taken back', async () => {
  const tracker = new FakeJira(() => 0);
  tracker.add(...aJiraProject(12));
  const one = await household({ tracker });
  Object.assign(tracker, { now: () => one.clock.now });
  await one.sync.visit(STORE, [], 'SHOP');
  await one.run(one.clock.now + 2 * MINUTE);
  const home: Home = { ...one, ports: { store: one.store, sync: one.sync, trackerFor: () => tracker, now: () => one.clock.now, changed: () => undefined } };
  const wishes = [1, 2, 3].map((number) => shareWish(jiraKey(number), { inputs: {}, tag: number === 3 ? null : 'checkout' }, one.clock.now));
  for (const [index, wish] of wishes.entries()) await queueWish(one.store, index === 1 ? { ...wish, state: 'sending' } : wish);
  await queueWish(one.store, shareWish(jiraKey(1), { inputs: { reach: { value: 40, by: 'maya', at: 1 } } }, one.clock.now));
  await one.store.putProject({ ...(await one.store.project(STORE))!, readOnlyAt: one.clock.now });
  expect(await tagIssues(home.ports, [1, 2, 3].map(jiraKey), 'payments')).toMatchObject({ via: 'local', because: expect.stringContaining(SITE) as string });
  expect((await one.store.outbox()).map(({ write, state }) => [write.kind === 'share' && [write.key, write.tag], state])).toEqual([[[jiraKey(2), null], 'sending'], [[jiraKey(1), undefined], 'queued']]);
});
