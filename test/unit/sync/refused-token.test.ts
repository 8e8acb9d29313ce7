import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { pendingWrite } from '../../../lib/app/pending-writes.ts';
import { retryWrite } from '../../../lib/app/unsent-writes.ts';
import { backlogKey } from '../../../lib/core/keys.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { aRepository, aSprint, HOST, keyOf, SHOP } from './world.ts';

const LABEL = 'roadmap:checkout';
const REFUSED = { kind: 'unauthorised', reason: 'Bad credentials' } as const;

function wish({ clock }: Household, number: number): OutboxRow {
  return { id: `label|${keyOf(number)}|${LABEL}`, host: HOST, write: { kind: 'label', key: keyOf(number), label: LABEL, present: true }, state: 'queued', notBefore: clock.now, createdAt: clock.now, attempts: 0, failure: null };
}

async function home(): Promise<Household> {
  const one = await household();
  one.tracker.add(...aRepository(250));
  one.tracker.sprints.set(aSprint(1).key, aSprint(1, { description: 'Sprint Goal: Old.' }));
  await one.connect('old');
  await one.sync.visit(SHOP, [], 'Acme/Shop');
  return one;
}

/** The token that the tracker no longer takes is told by what stands in the database when the request leaves. */
function revoke({ tracker, store }: Household, token = 'old', only: (request: string) => boolean = () => true): void {
  tracker.weather.before = async (request) => (only(request) && (await store.token(HOST)) === token ? REFUSED : null);
}

const writes = ({ tracker }: Household): string[] => tracker.requests.filter((request) => !request.startsWith('GET'));
const isWrite = (request: string): boolean => !request.startsWith('GET');

describe('a token that is revoked', () => {
  test('in the midst of a sync leaves what was read, and another account’s goes on from there', async () => {
    const one = await home();
    one.tracker.weather.after = async () => {
      if (one.tracker.requests.length === 2) revoke(one);
      return null;
    };
    await one.run(one.clock.now + HOUR);
    const read = await one.store.countIssues(SHOP);
    expect([read, (await one.store.connection(HOST))?.state]).toEqual([expect.any(Number), 'unauthorised']);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(250);
    await one.connect('another’s');
    await one.run(one.clock.now + MINUTE);
    expect(await one.store.countIssues(SHOP)).toBe(250);
    const pages = one.tracker.requests.filter((request) => request.startsWith('GET changes|'));
    expect(pages.filter((request) => request === pages[0])).toHaveLength(1);
  });

  test('in the midst of the outbox is said of the write that met it; all of them leave by themselves, once, after a new one', async () => {
    const one = await home();
    await one.run();
    const before = await one.store.ranking(backlogKey(SHOP, 'issue'));
    for (const number of [1, 2, 4]) await queueWish(one.store, wish(one, number));
    const wished = await one.store.ranking(backlogKey(SHOP, 'issue'));
    one.tracker.weather.after = async (request) => {
      if (isWrite(request)) revoke(one);
      return null;
    };
    await one.run(one.clock.now + HOUR);
    expect(await one.store.outbox()).toMatchObject([{ state: 'failed', refused: 'sending', failure: expect.stringMatching(/no longer accepts the token.*written then/) }, { state: 'queued' }, { state: 'queued' }]);
    expect(writes(one)).toHaveLength(1);
    one.tracker.weather = {};
    await one.connect('new');
    // What waits for its token again counts as done again.
    expect((await one.store.ranking(backlogKey(SHOP, 'issue')))?.scores).toEqual(wished?.scores);
    expect(wished?.scores).not.toEqual(before?.scores);
    await one.run(one.clock.now + HOUR);
    expect([one.tracker.effects, writes(one).length, await one.store.outbox()]).toEqual([[1, 2, 4].map((number) => `add-label ${keyOf(number)} ${LABEL}`), 3, []]);
  });

  test('while another one is being given, is no failure of the write that it was sent with', async () => {
    const one = await home();
    await one.run();
    await queueWish(one.store, wish(one, 1));
    let refusals = 0;
    one.tracker.weather.before = async (request) => {
      if (!isWrite(request) || (refusals += 1) > 1) return null;
      one.clock.now += 1;
      await one.connect('new');
      return REFUSED;
    };
    await one.run(one.clock.now + MINUTE);
    expect([one.tracker.effects, await one.store.outbox(), (await one.store.connection(HOST))?.state]).toEqual([[`add-label ${keyOf(1)} ${LABEL}`], [], 'ok']);
  });

  test('and given up for none keeps its write until there is one', async () => {
    const one = await home();
    await one.run();
    revoke(one);
    await queueWish(one.store, wish(one, 1));
    await one.run(one.clock.now + HOUR);
    await one.store.putConnection({ ...(await one.store.connection(HOST))!, tokenKind: null, state: 'unchecked', login: null }, null);
    await one.run(one.clock.now + HOUR);
    expect(await one.store.outbox()).toMatchObject([{ state: 'failed', refused: 'queued' }]);
    await one.connect('new');
    await one.run(one.clock.now + HOUR);
    expect([one.tracker.effects, await one.store.outbox()]).toEqual([[`add-label ${keyOf(1)} ${LABEL}`], []]);
  });

  test('and discarded with its write stays discarded', async () => {
    const one = await home();
    await one.run();
    revoke(one);
    await queueWish(one.store, wish(one, 1));
    await one.run(one.clock.now + HOUR);
    expect(await one.store.takeBack([], () => [{ outbox: [], drop: [wish(one, 1).id], localTags: [], clearLocal: [] }])).toBe(1);
    await one.connect('new');
    await one.run(one.clock.now + HOUR);
    expect([one.tracker.effects, await one.store.outbox()]).toEqual([[], []]);
  });
});

describe('a token of another person', () => {
  const as = ({ store, clock }: Household, login: string, token = login) => store.putConnection({ host: HOST, tracker: 'github', login, tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: clock.now }, token);
  const gone = async ({ store }: Household) => store.putConnection({ ...(await store.connection(HOST))!, tokenKind: null, state: 'unchecked', login: null }, null);

  test('sends nothing that was made as the one before, says so, and sends it once somebody wants that', async () => {
    const one = await home();
    await one.run();
    for (const number of [1, 2]) await queueWish(one.store, wish(one, number));
    await as(one, 'ben');
    await one.run(one.clock.now + HOUR);
    expect([one.tracker.effects, await one.store.outbox()]).toMatchObject([[], [1, 2].map(() => ({ state: 'failed', by: { made: 'ada', present: 'ben' }, failure: expect.stringMatching(/made while ada was signed in.*sent as ben now/) as unknown }))]);
    expect(pendingWrite((await one.store.outbox())[0]!, one.clock.now)).toMatchObject({ sendAs: 'ben' });
    await retryWrite({ store: one.store, sync: one.sync, trackerFor: () => one.tracker, now: () => one.clock.now, changed: () => undefined }, wish(one, 1).id, 'ben');
    await one.run(one.clock.now + HOUR);
    expect([one.tracker.effects, (await one.store.outbox()).length]).toEqual([[`add-label ${keyOf(1)} ${LABEL}`], 1]);
    // What is made from now on is his own.
    await queueWish(one.store, wish(one, 4));
    await one.run(one.clock.now + HOUR);
    expect(one.tracker.effects).toHaveLength(2);
  });

  test('also where there was none for a while; the one before sends it by themself', async () => {
    const one = await home();
    await one.run();
    await queueWish(one.store, wish(one, 1));
    await gone(one);
    await as(one, 'ben');
    await one.run(one.clock.now + HOUR);
    expect(one.tracker.effects).toEqual([]);
    await gone(one);
    await as(one, 'ada', 'newer');
    await one.run(one.clock.now + HOUR);
    expect([one.tracker.effects, await one.store.outbox()]).toEqual([[`add-label ${keyOf(1)} ${LABEL}`], []]);
  });

  test('is told from a browser’s own sign-in by its name, and nothing is sent while that is not known', async () => {
    const one = await home();
    const { store, clock } = one;
    const session = { host: HOST, tracker: 'github', tokenKind: 'session', missing: [], expiresAt: null, checkedAt: clock.now } as const;
    await gone(one);
    await queueWish(store, wish(one, 1));
    const standing = async () => (await store.outbox()).map(({ state, by }) => [state, by]);
    for (const [login, expected] of [['ada', ['queued', undefined]], [null, ['queued', { made: 'ada', present: null }]], ['ben', ['failed', { made: 'ada', present: 'ben' }]], ['ada', ['queued', undefined]]] as const) {
      await store.commit({ job: null, session: { ...session, login, state: login === null ? 'unchecked' : 'ok' } });
      expect(await standing()).toEqual([expected]);
    }
  });

  test('that is given while a write is under way lets that end, and repeats nothing as somebody else', async () => {
    const one = await home();
    await one.run();
    await queueWish(one.store, wish(one, 1));
    one.tracker.weather.before = async (request) => {
      if (!isWrite(request)) return null;
      one.tracker.weather = {};
      one.clock.now += 1;
      await as(one, 'ben');
      return REFUSED;
    };
    await one.run(one.clock.now + HOUR);
    expect([one.tracker.effects, await one.store.outbox()]).toMatchObject([[], [{ state: 'failed', refused: 'sending', by: { made: 'ada', present: 'ben' } }]]);
  });
});

test('a token that may only read any more fails the write with its reason, which a person tries again after a wider one', async () => {
  const one = await home();
  await one.run();
  one.tracker.weather.before = async (request) => (isWrite(request) ? { kind: 'forbidden', reason: '', missing: 'issues=write; pull_requests=write', authoriseAt: null } : null);
  await queueWish(one.store, wish(one, 1));
  await one.run(one.clock.now + HOUR);
  expect(await one.store.outbox()).toMatchObject([{ state: 'failed', failure: expect.stringContaining('(missing: Issues: read and write or Pull requests: read and write)') }]);
  one.tracker.weather = {};
  await one.connect('wider');
  await one.run(one.clock.now + HOUR);
  expect(await one.store.outbox()).toMatchObject([{ state: 'failed' }]);
  await queueWish(one.store, { ...(await one.store.outbox())[0]!, state: 'queued', attempts: 0, failure: null });
  await one.run(one.clock.now + HOUR);
  expect([one.tracker.effects, await one.store.outbox()]).toEqual([[`add-label ${keyOf(1)} ${LABEL}`], []]);
});
