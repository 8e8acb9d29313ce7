import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { backlogKey } from '../../../lib/core/keys.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import type { TagChange } from '../../../lib/storage/store.ts';
import type { TrackerError } from '../../../lib/trackers/tracker.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { aRepository, aSprint, HOST, keyOf, SHOP } from './world.ts';

const LABEL = 'roadmap:checkout';

function wish(home: Household, number: number, present = true): OutboxRow {
  return { id: `label|${keyOf(number)}|${LABEL}`, host: HOST, write: { kind: 'label', key: keyOf(number), label: LABEL, present }, state: 'queued', notBefore: home.clock.now + 5000, createdAt: home.clock.now, attempts: 0, failure: null };
}

function apply(home: Household, ...outbox: OutboxRow[]): Promise<void> {
  return home.store.applyTags({ outbox, drop: [], localTags: [], clearLocal: [] });
}

async function connected(): Promise<Household> {
  const home = await household();
  home.tracker.add(...aRepository(40));
  home.tracker.sprints.set(aSprint(1).key, aSprint(1, { description: 'Sprint Goal: Old.' }));
  await home.connect();
  await home.sync.visit(SHOP, [], 'Acme/Shop');
  await home.run();
  home.tracker.requests.length = 0;
  return home;
}

const writesOf = (home: Household): string[] => home.tracker.requests.filter((request) => !request.startsWith('GET'));

test('a tag leaves after the undo window, is seen at the tracker, and its row goes as the issue is stored', async () => {
  const home = await connected();
  await apply(home, wish(home, 1));
  expect((await home.store.ranking(backlogKey(SHOP, 'issue')))?.scores.includes(101)).toBe(true);
  await home.run(home.clock.now + 4000);
  expect(writesOf(home)).toEqual([]);
  await home.run(home.clock.now + 2000);
  expect(writesOf(home)).toEqual([`add-label ${keyOf(1)} ${LABEL}`]);
  expect(await home.store.outbox()).toEqual([]);
  expect((await home.store.issues([keyOf(1)])).get(keyOf(1))?.labels).toEqual([LABEL]);
});

test('until it leaves it can be taken back, and the ranking with it', async () => {
  const home = await connected();
  const before = await home.store.ranking(backlogKey(SHOP, 'issue'));
  await apply(home, wish(home, 1), wish(home, 2));
  const gesture = (...drop: string[]): TagChange => ({ outbox: [], drop, localTags: [], clearLocal: [] });
  // Of a gesture a part of which has left, nothing is taken back: half of it would be neither.
  expect(await home.store.takeBack([], () => [gesture(wish(home, 1).id, 'has left')])).toBe(0);
  expect(await home.store.takeBack([], () => [gesture(wish(home, 1).id), gesture(wish(home, 2).id), gesture('unknown')])).toBe(2);
  expect((await home.store.ranking(backlogKey(SHOP, 'issue')))?.scores).toEqual(before?.scores);
  await home.run(home.clock.now + MINUTE);
  expect(writesOf(home)).toEqual([]);
});

test('the last of several wishes wins, and one that is true already leaves no row', async () => {
  const home = await connected();
  await apply(home, wish(home, 1));
  home.clock.now += 1000;
  await apply(home, wish(home, 1, false));
  expect(await home.store.outbox()).toEqual([]);
  await home.run(home.clock.now + MINUTE);
  expect(writesOf(home)).toEqual([]);
});

test('a wish against one that may have left waits until the tracker has been read', async () => {
  const home = await connected();
  await queueWish(home.store, { ...wish(home, 1), state: 'sending' });
  home.tracker.change(keyOf(1), { labels: [LABEL] });
  await apply(home, wish(home, 1, false));
  expect(await home.store.outbox()).toMatchObject([{ state: 'sending', write: { present: false } }]);
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.effects).toEqual([`remove-label ${keyOf(1)} ${LABEL}`]);
  expect(await home.store.outbox()).toEqual([]);
});

test('writes keep a second between them', async () => {
  const home = await connected();
  const times: number[] = [];
  home.tracker.weather.before = async (request) => {
    if (!request.startsWith('GET')) times.push(home.clock.now);
    return null;
  };
  await apply(home, wish(home, 1), wish(home, 2), wish(home, 4));
  await home.run(home.clock.now + MINUTE);
  expect(times).toHaveLength(3);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1000);
  expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(1000);
});

test('a row that a killed worker left in sending is compared first: done is cleared without another write', async () => {
  const home = await connected();
  home.tracker.change(keyOf(1), { labels: [LABEL] });
  await queueWish(home.store, { ...wish(home, 1), state: 'sending', attempts: 1, notBefore: 0 });
  await home.run();
  expect(writesOf(home)).toEqual([]);
  expect(await home.store.outbox()).toEqual([]);
});

test('a row that a killed worker left in sending is sent when the tracker does not have it', async () => {
  const home = await connected();
  await queueWish(home.store, { ...wish(home, 1), state: 'sending', attempts: 1, notBefore: 0 });
  await home.run();
  expect(home.tracker.effects).toEqual([`add-label ${keyOf(1)} ${LABEL}`]);
  expect(await home.store.outbox()).toEqual([]);
});

test.each<[string, TrackerError, RegExp]>([
  ['forbidden', { kind: 'forbidden', reason: '', missing: 'issues=write', authoriseAt: null }, /missing: Issues: read and write\).*retry/],
  ['forbidden, and nobody says why', { kind: 'forbidden', reason: '', missing: null, authoriseAt: null }, /does not let you write here: get that permission/],
  ['wants single sign-on', { kind: 'forbidden', reason: '', missing: null, authoriseAt: 'https://github.com/orgs/acme/sso' }, /authorised.*github\.com\/orgs/],
  ['not found', { kind: 'not-found' }, /does not find it/],
  ['unauthorised', { kind: 'unauthorised', reason: '' }, /no longer accepts the token/],
])('a write that is refused for good (%s) stays visible with its reason', async (_name, error, sentence) => {
  const home = await connected();
  home.tracker.weather.before = async (request) => (request.startsWith('GET') ? null : error);
  await apply(home, wish(home, 1));
  await home.run(home.clock.now + HOUR);
  expect(await home.store.outbox()).toMatchObject([{ state: 'failed', failure: expect.stringMatching(sentence) }]);
  expect(await home.store.connection(HOST)).toMatchObject({ state: error.kind === 'unauthorised' ? 'unauthorised' : 'ok' });
});

test('a refusal is remembered of its project, until the tracker takes a write there or the token is tested', async () => {
  const home = await connected();
  home.tracker.weather.before = async (request) => (request.startsWith('GET') ? null : { kind: 'forbidden', reason: '', missing: 'issues=write', authoriseAt: null });
  await apply(home, wish(home, 1));
  await home.run(home.clock.now + MINUTE);
  const refusedAt = (await home.store.project(SHOP))?.readOnlyAt ?? 0;
  expect(home.clock.now - refusedAt).toBeLessThan(2 * MINUTE);
  await home.connect();
  expect(await home.store.project(SHOP)).toMatchObject({ readOnlyAt: 0, complete: true });

  await home.store.putProject({ ...(await home.store.project(SHOP))!, readOnlyAt: refusedAt });
  home.tracker.weather.before = async () => null;
  await apply(home, wish(home, 2));
  await home.run(home.clock.now + MINUTE);
  expect(await home.store.project(SHOP)).toMatchObject({ readOnlyAt: 0 });
});

test('a goal that may not be changed bars the next goals, and no tag: it takes a right of its own', async () => {
  const home = await connected();
  const sprint = aSprint(1).key;
  home.tracker.weather.before = async (request) => (request.startsWith('set-sprint-description') ? { kind: 'forbidden', reason: '', missing: 'issues=write', authoriseAt: null } : null);
  await queueWish(home.store, { id: `sprint|${sprint}`, host: HOST, write: { kind: 'sprint-description', sprint, description: 'Sprint Goal: Pay' }, state: 'queued', notBefore: home.clock.now, createdAt: home.clock.now, attempts: 0, failure: null });
  await home.run(home.clock.now + MINUTE);
  const { goalsReadOnlyAt = 0, readOnlyAt } = (await home.store.project(SHOP))!;
  expect([home.clock.now - goalsReadOnlyAt < 2 * MINUTE, readOnlyAt]).toEqual([true, undefined]);
  // A tag that is written afterwards ends what was believed of tags, and says nothing of goals.
  await home.store.putProject({ ...(await home.store.project(SHOP))!, readOnlyAt: 1 });
  await apply(home, wish(home, 2));
  await home.run(home.clock.now + MINUTE);
  expect(await home.store.project(SHOP)).toMatchObject({ readOnlyAt: 0, goalsReadOnlyAt, goalsLack: 'issues=write' });
  await home.connect();
  expect(await home.store.project(SHOP)).toMatchObject({ goalsReadOnlyAt: 0 });
});

test('single sign-on that is still to be given, and a read that is refused, say nothing of what may be written', async () => {
  const home = await connected();
  home.tracker.weather.before = async (request) => (request.startsWith('GET') ? null : { kind: 'forbidden', reason: '', missing: null, authoriseAt: 'https://github.com/orgs/acme/sso' });
  await apply(home, wish(home, 1));
  await home.run(home.clock.now + MINUTE);
  home.tracker.weather.before = async (request) => (request.startsWith('GET') ? { kind: 'forbidden', reason: '', missing: 'issues=read', authoriseAt: null } : null);
  await queueWish(home.store, { ...wish(home, 2), state: 'sending', attempts: 1, notBefore: 0 });
  await home.run(home.clock.now + MINUTE);
  expect(await home.store.outbox()).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
  expect((await home.store.project(SHOP))?.readOnlyAt).toBeUndefined();
});

test('a tracker that takes a write and drops it is found out', async () => {
  const home = await connected();
  home.tracker.dropWrites = true;
  const at: number[] = [];
  home.tracker.weather.before = async (request) => {
    if (!request.startsWith('GET')) at.push(home.clock.now);
    return null;
  };
  await apply(home, wish(home, 1));
  await home.run(home.clock.now + HOUR);
  expect(writesOf(home)).toHaveLength(3);
  // It may only be slow to show it: it is given more time each time.
  expect(at.slice(1).map((moment, index) => moment - at[index]!)).toEqual([3750, 7500]);
  expect(await home.store.outbox()).toMatchObject([{ state: 'failed', failure: expect.stringContaining('did not keep it') }]);
});

test.each([
  ['use checkout instead', true, { wished: 'checkout', seen: [] }, ['roadmap:search']],
  ['take it off all the same', false, { wished: null, seen: ['checkout'] }, [LABEL, 'roadmap:search']],
])('a tag that a teammate was faster with is not written, and waits for a person: “%s”', async (choice, present, tagged, labels) => {
  const home = await connected();
  home.tracker.change(keyOf(1), { labels: tagged.seen.map((item) => `roadmap:${item}`) });
  await home.run(home.clock.now + 10 * MINUTE);
  await queueWish(home.store, { ...wish(home, 1, present), tagged });
  home.tracker.change(keyOf(1), { labels });
  await home.run();
  expect(await home.store.outbox()).toMatchObject([{ state: 'failed', conflict: 'search', failure: `A teammate has put search there meanwhile: keep that, or ${choice}.` }]);
  expect([writesOf(home), (await home.store.issues([keyOf(1)])).get(keyOf(1))?.labels]).toEqual([[], labels]);
});

test.each(['add-label', 'GET issue'])('an issue that takes no more for now (met by %s) is asked again when its limit ends, an hour at the most, and holds up no other', async (start) => {
  const home = await connected();
  const limited = home.clock.now + 3 * HOUR;
  home.tracker.weather.before = async (request) => (request.startsWith(`${start} ${keyOf(1)}`) ? { kind: 'rate-limited', until: limited, scope: 'issue' } : null);
  await queueWish(home.store, { ...wish(home, 1), notBefore: 0, ...(start === 'GET issue' && { state: 'sending', attempts: 1 }) });
  await queueWish(home.store, { ...wish(home, 2), notBefore: 0 });
  const from = home.clock.now;
  await home.run(from + 59 * MINUTE);
  expect(home.tracker.effects).toEqual([`add-label ${keyOf(2)} ${LABEL}`]);
  const [row] = await home.store.outbox();
  expect([row?.state, row?.failure, (row?.limitedUntil ?? 0) > from + 59 * MINUTE, (row?.limitedUntil ?? 0) <= from + 61 * MINUTE]).toEqual([start === 'add-label' ? 'queued' : 'sending', null, true, true]);
  home.tracker.weather = {};
  await home.run(home.clock.now + 5 * MINUTE);
  expect(home.tracker.effects).toHaveLength(2);
});

test('offline, a write waits longer each time and leaves once the network is back', async () => {
  const home = await connected();
  let tries = 0;
  home.tracker.weather.before = async () => {
    tries++;
    return { kind: 'offline' };
  };
  await apply(home, wish(home, 1));
  await home.run(home.clock.now + HOUR);
  expect(tries).toBeLessThan(60);
  home.tracker.weather = {};
  await home.run(home.clock.now + HOUR);
  expect(home.tracker.effects).toEqual([`add-label ${keyOf(1)} ${LABEL}`]);
});

test('a write of an issue that has moved follows it', async () => {
  const home = await connected();
  const there = { ...aRepository(1)[0]!, key: keyOf(7, 'github.com/acme/depot' as typeof SHOP), project: 'github.com/acme/depot' as typeof SHOP, number: 7 };
  await queueWish(home.store, { ...wish(home, 1), state: 'sending', notBefore: 0 });
  home.tracker.issues.delete(keyOf(1));
  home.tracker.add(there);
  home.tracker.moved.set(keyOf(1), there.key);
  await home.run();
  expect(home.tracker.effects).toEqual([`add-label ${there.key} ${LABEL}`]);
  expect(await home.store.outbox()).toEqual([]);
});

test('a goal is written over the description it was made from, and only the goal over one that has changed since', async () => {
  const home = await connected();
  const sprint = aSprint(1).key;
  const row = (text: string): OutboxRow => ({ id: `sprint|${sprint}`, host: HOST, write: { kind: 'sprint-description', sprint, description: `Sprint Goal: ${text}` }, state: 'queued', notBefore: home.clock.now, createdAt: home.clock.now, attempts: 0, failure: null });
  await queueWish(home.store, row('New.'));
  await home.run();
  expect(home.tracker.sprints.get(sprint)?.description).toBe('Sprint Goal: New.');
  await queueWish(home.store, row('Newer.'));
  home.tracker.sprints.set(sprint, aSprint(1, { description: 'Sprint Goal: New.\n\nScope: pay by card' }));
  await home.run();
  expect(home.tracker.sprints.get(sprint)?.description).toBe('Sprint Goal: Newer.\n\nScope: pay by card');
  expect(await home.store.outbox()).toEqual([]);
  expect((await home.store.sprints(SHOP))[0]?.description).toContain('Newer.');
});
