import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { bulkView, openBulks } from '../../../lib/app/bulk-progress.ts';
import { retryBulk, settleConflict, stopBulk, undoBulk } from '../../../lib/app/change-bulk.ts';
import { findIssues } from '../../../lib/app/find-issues.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import { reviewBulk } from '../../../lib/app/review-bulk.ts';
import { startBulk } from '../../../lib/app/start-bulk.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { dropWrite, retryWrite } from '../../../lib/app/unsent-writes.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { FakeJira } from './fake-jira.ts';
import { FakeTracker } from './fake-tracker.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { aJiraProject, anIssue, aRepository, HOST, jiraKey, keyOf, SHOP, STORE } from './world.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const CHECKOUT = 'roadmap:checkout';
type Home = Household & { readonly ports: Ports };

async function connected(size = 40): Promise<Home> {
  const home = await household();
  home.tracker.add(...aRepository(size), anIssue(901, { labels: ['roadmap:payments', 'bug'] }));
  await home.connect();
  await home.sync.visit(SHOP, [], 'Acme/Shop');
  await home.run();
  return withPorts(home, home.tracker);
}

async function onJira(): Promise<Home> {
  const tracker = new FakeJira(() => 0);
  tracker.add(...aJiraProject(12));
  const home = await household({ tracker });
  Object.assign(tracker, { now: () => home.clock.now });
  await home.sync.visit(STORE, [], 'SHOP');
  await home.run();
  return withPorts(home, tracker);
}

function withPorts(home: Household, tracker: FakeTracker): Home {
  tracker.requests.length = 0;
  return { ...home, ports: { store: home.store, sync: home.sync, trackerFor: () => tracker, now: () => home.clock.now, changed: () => undefined } };
}

const keys = (...numbers: number[]) => numbers.map((number) => keyOf(number));
const begin = (home: Home, numbers: number[], include: number[] = [], item: string | null = 'checkout') => startBulk(home.ports, { id: ID, keys: keys(...numbers), item, include: keys(...include) });
const view = async (home: Home) => (await bulkView(home.ports, ID))!;
const labelsOf = (home: Home, number: number) => home.tracker.issues.get(keyOf(number))?.labels;

test('a review counts by way, and names those with another item, which stay as they are unless they are included', async () => {
  const home = await connected();
  expect(await reviewBulk(home.ports, keys(1, 2, 901), 'checkout')).toMatchObject({
    total: 3, already: 0, ways: [{ host: 'github.com', via: 'label', issues: 2 }], others: [{ key: keyOf(901), reference: '#901', from: { id: 'payments' } }],
  });
  await begin(home, [1, 2, 901]);
  await home.run(home.clock.now + MINUTE);
  expect((await view(home)).counts).toMatchObject({ done: 2, 'left-alone': 1 });
  expect(labelsOf(home, 901)).toEqual(['roadmap:payments', 'bug']);
});

test('asked twice it begins once, by whom it says, and what is so already is no work of it', async () => {
  const home = await connected();
  home.tracker.change(keyOf(4), { labels: [CHECKOUT] });
  await home.sync.refresh(SHOP);
  await home.run(home.clock.now + 30 * MINUTE);
  expect(await begin(home, [1, 2, 4])).toMatchObject({ by: ['ada'], counts: { waiting: 2, already: 1 } });
  await home.run(home.clock.now + MINUTE);
  expect(await begin(home, [1, 2, 4])).toMatchObject({ state: 'ended', counts: { done: 2, already: 1 } });
});

test('only an item of its own stands in the way: one that it has from its parent, or by a rule, gives way', async () => {
  const home = await connected();
  home.tracker.change(keyOf(1), { labels: ['ux'] });
  home.tracker.change(keyOf(2), { parent: keyOf(901) });
  await home.sync.refresh(SHOP);
  await home.run(home.clock.now + 30 * MINUTE);
  await home.store.amendRoadmap(() => [{ put: [{ id: 'trust', title: 'Trust', outcome: '', horizon: 'now', belongs: [{ label: 'ux' }], createdAt: 0, updatedAt: 0 }], remove: [] }, undefined]);
  const { tags } = await home.store.material(keys(1, 2));
  expect([1, 2].map((number) => tags.get(keyOf(number))?.via)).toEqual(['rule', 'parent']);
  expect(await reviewBulk(home.ports, keys(1, 2, 901), 'checkout')).toMatchObject({ item: { id: 'checkout', title: 'checkout' }, ways: [{ issues: 2 }], others: [{ key: keyOf(901) }] });
  expect(await reviewBulk(home.ports, keys(1, 2, 901), null)).toMatchObject({ item: null, ways: [{ issues: 1 }], already: 2, others: [] });
});

test('an included issue changes its item, and the undo gives it the former one back', async () => {
  const home = await connected();
  await begin(home, [901], [901]);
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 901)).toEqual(['bug', CHECKOUT]);
  await undoBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 901)?.toSorted()).toEqual(['bug', 'roadmap:payments']);
  expect((await view(home)).state).toBe('undone');
});

test('what was tagged in this browser before there was a token is written where the same item is chosen, and the undo keeps it here as it was', async () => {
  const home = await household();
  home.tracker.add(...aRepository(3));
  await home.sync.visit(SHOP, [], 'Acme/Shop');
  await home.run();
  const { ports } = withPorts(home, home.tracker);
  expect(await tagIssues(ports, keys(1), 'checkout')).toMatchObject({ via: 'local' });
  expect(await reviewBulk(ports, keys(1, 2), 'checkout')).toMatchObject({ already: 1, ways: [{ via: 'local', issues: 1 }] });
  await home.connect();
  expect(await reviewBulk(ports, keys(1, 2), 'checkout')).toMatchObject({ already: 0, others: [], ways: [{ via: 'label', issues: 2 }] });
  await begin({ ...home, ports }, [1]);
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.issues.get(keyOf(1))?.labels).toContain(CHECKOUT);
  expect((await home.store.material(keys(1))).localTags.size).toBe(0);
  await undoBulk(ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.issues.get(keyOf(1))?.labels).not.toContain(CHECKOUT);
  expect((await home.store.material(keys(1))).localTags.get(keyOf(1))).toMatchObject({ item: 'checkout' });
});

test('an undo before anything has left writes nothing at all', async () => {
  const home = await connected();
  await begin(home, [1, 2]);
  await undoBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.effects).toEqual([]);
  expect(await home.store.outbox()).toEqual([]);
  expect(await view(home)).toMatchObject({ state: 'undone', counts: { undone: 2 } });
});

test('what was on its way before the bulk tagging is on its way again by the undo, whether anything has left or all has arrived', async () => {
  for (const arrived of [false, true]) {
    const home = await connected();
    await tagIssues(home.ports, keys(1), 'search');
    await tagIssues(home.ports, keys(901), null);
    await begin(home, [1, 2, 901], [1]);
    if (arrived) await home.run(home.clock.now + MINUTE);
    expect([1, 901].map((number) => labelsOf(home, number))).toEqual(arrived ? [[CHECKOUT], ['bug', CHECKOUT]] : [[], ['roadmap:payments', 'bug']]);
    await undoBulk(home.ports, ID);
    await home.run(home.clock.now + MINUTE);
    expect([1, 2, 901].map((number) => labelsOf(home, number))).toEqual([['roadmap:search'], [], ['bug']]);
    expect(home.tracker.effects).toHaveLength(arrived ? 8 : 2);
    expect(await view(home)).toMatchObject({ state: 'undone', counts: { undone: 3 } });
  }
});

test('the wish of another person which the bulk tagging took the place of waits for them again', async () => {
  const home = await connected();
  await tagIssues(home.ports, keys(1), 'search');
  const by = { made: 'ada', present: 'bo' };
  const [wish] = await home.store.outbox();
  await queueWish(home.store, { ...wish!, by });
  await begin(home, [1], [1]);
  await undoBulk(home.ports, ID);
  expect(await home.store.outbox()).toMatchObject([{ write: { label: 'roadmap:search', present: true }, by }]);
});

test('what was on its way before goes on after a stop, and gives way once the bulk tagging goes on', async () => {
  const home = await connected();
  await tagIssues(home.ports, keys(1, 2), 'search');
  await begin(home, [1, 2], [1, 2]);
  await stopBulk(home.ports, ID);
  expect((await home.store.outbox()).map(({ write, bulk }) => [write.kind === 'label' && write.label, bulk])).toEqual([['roadmap:search', undefined], ['roadmap:search', undefined]]);
  await retryBulk(home.ports, ID);
  expect((await home.store.outbox()).map(({ write }) => write.kind === 'label' && write.label)).toEqual([CHECKOUT, CHECKOUT]);
  await stopBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect([1, 2].map((number) => labelsOf(home, number))).toEqual([['roadmap:search'], ['roadmap:search']]);
});

test('what was on its way is so again where the bulk tagging kept its tags here', async () => {
  const home = await connected();
  await tagIssues(home.ports, keys(1), 'search');
  const connection = (await home.store.connection(HOST))!;
  await home.store.putConnection({ ...connection, login: null, tokenKind: null, state: 'unchecked', checkedAt: null }, null);
  await begin(home, [1], [1]);
  expect([(await home.store.material(keys(1))).localTags.get(keyOf(1))?.item, await home.store.outbox()]).toEqual(['checkout', []]);
  await undoBulk(home.ports, ID);
  expect((await home.store.material(keys(1))).localTags.size).toBe(0);
  expect(await home.store.outbox()).toMatchObject([{ write: { label: 'roadmap:search', present: true } }]);
});

test('what a stop has not let go stays untagged, is listed, and goes on by a retry', async () => {
  const home = await connected();
  await begin(home, [1, 2, 4, 5, 7, 8]);
  await home.run(home.clock.now + 7500);
  await stopBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  const stopped = await view(home);
  expect(stopped.state).toBe('stopped');
  expect(stopped.counts.done).toBeGreaterThan(0);
  expect(stopped.counts.stopped).toBeGreaterThan(0);
  expect(home.tracker.effects).toHaveLength(stopped.counts.done);
  expect(stopped.listed.filter(({ state }) => state === 'stopped')).toHaveLength(stopped.counts.stopped);
  await retryBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect(await view(home)).toMatchObject({ state: 'ended', counts: { done: 6 } });
  expect(new Set(home.tracker.effects).size).toBe(6);
});

test('what a stop has not let go does not go on once the whole is taken back', async () => {
  const home = await connected();
  await begin(home, [1, 2, 4, 5, 7, 8]);
  await home.run(home.clock.now + 7500);
  await stopBulk(home.ports, ID);
  await undoBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  const { counts, retryable } = await view(home);
  expect(counts.stopped).toBeGreaterThan(0);
  expect([counts.undone + counts.stopped, retryable]).toEqual([6, 0]);
});

test('a stop lets what may have left arrive', async () => {
  const home = await connected();
  await begin(home, [1, 901], [901]);
  const [off] = (await home.store.outbox()).filter(({ write }) => write.kind === 'label' && !write.present);
  await queueWish(home.store, { ...off!, state: 'sending', attempts: 1, notBefore: home.clock.now });
  await stopBulk(home.ports, ID);
  expect((await view(home)).counts).toMatchObject({ stopped: 1, waiting: 1 });
  await home.run(home.clock.now + MINUTE);
  expect([labelsOf(home, 1), labelsOf(home, 901)]).toEqual([[], ['bug', CHECKOUT]]);
});

test('a stop brings what is half done to its end, and is none after the undo of all', async () => {
  const home = await connected();
  await begin(home, [901], [901]);
  while (home.tracker.effects.length === 0) await home.run(home.clock.now + 500);
  expect(labelsOf(home, 901)?.filter((label) => label.startsWith('roadmap:'))).not.toEqual([CHECKOUT]);
  await stopBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect([labelsOf(home, 901), (await view(home)).counts.done]).toEqual([['bug', CHECKOUT], 1]);
  await undoBulk(home.ports, ID);
  await stopBulk(home.ports, ID);
  expect((await view(home)).state).toBe('undoing');
});

test('a stop gives back the tags of this browser that what has not left had taken the place of', async () => {
  const bare = await household();
  const home = withPorts(bare, bare.tracker);
  await home.store.commit({ job: null, issues: aRepository(9) });
  await tagIssues(home.ports, keys(1), 'checkout');
  await home.connect();
  await begin(home, [1, 2]);
  await stopBulk(home.ports, ID);
  expect((await home.store.material(keys(1))).tags.get(keyOf(1))).toMatchObject({ item: 'checkout', via: 'local' });
});

test('what was tagged otherwise by hand after a stop, at the tracker or here, is not written over by going on', async () => {
  const home = await connected();
  await begin(home, [1, 2, 4]);
  await stopBulk(home.ports, ID);
  await tagIssues(home.ports, keys(1), 'search');
  await home.store.putProject({ ...(await home.store.project(SHOP))!, readOnlyAt: home.clock.now });
  expect(await tagIssues(home.ports, keys(4), 'search')).toMatchObject({ via: 'local' });
  await home.store.putProject({ ...(await home.store.project(SHOP))!, readOnlyAt: 0 });
  await retryBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect([1, 2, 4].map((number) => labelsOf(home, number))).toEqual([['roadmap:search'], [CHECKOUT], []]);
  expect((await home.store.material(keys(4))).tags.get(keyOf(4))).toMatchObject({ item: 'search', via: 'local' });
});

test('what one person tagged is not sent by another one’s retry, which says for itself as whom it sends; what failed otherwise is', async () => {
  const home = await connected();
  const signIn = async (login: string) => home.store.putConnection({ ...(await home.store.connection(HOST))!, login, state: 'ok', checkedAt: home.clock.now }, login);
  await begin(home, [1, 2, 4]);
  home.tracker.weather.before = async (request) => (request.startsWith('add-label') ? { kind: 'forbidden', reason: 'no', missing: 'issues=write', authoriseAt: null } : null);
  await home.run(home.clock.now + 5000);
  expect((await view(home)).counts.failed).toBe(1);
  home.tracker.weather = {};
  const [own] = (await home.store.outbox()).filter(({ state }) => state === 'failed');
  await signIn('ben');
  expect(await view(home)).toMatchObject({ counts: { failed: 3 }, retryable: 0, anothers: [{ as: 'ben', issues: 3 }] });
  for (const as of [undefined, 'carla']) await retryBulk(home.ports, ID, as);
  await home.run(home.clock.now + HOUR);
  expect(home.tracker.effects).toEqual([]);
  // Ada's again, what had failed for another reason is hers to retry.
  await signIn('ada');
  await home.run(home.clock.now + HOUR);
  expect([home.tracker.effects.length, await view(home)]).toMatchObject([2, { counts: { done: 2, failed: 1 }, retryable: 1, anothers: [] }]);
  await signIn('ben');
  await retryBulk(home.ports, ID, 'ben');
  await home.run(home.clock.now + HOUR);
  expect([home.tracker.effects.some((effect) => effect.includes(own!.write.kind === 'label' ? own!.write.key : '?')), await view(home)]).toMatchObject([true, { state: 'ended', counts: { done: 3 } }]);
});

test('what a teammate has put there meanwhile is not written over: both are shown, and theirs may stay', async () => {
  const home = await connected();
  await begin(home, [1, 2]);
  home.tracker.change(keyOf(1), { labels: ['roadmap:search'] });
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 1)).toEqual(['roadmap:search']);
  expect((await view(home)).listed).toMatchObject([{ key: keyOf(1), state: 'conflict', theirs: { id: 'search' }, because: expect.stringContaining('A teammate has put search there') as unknown }]);
  await settleConflict(home.ports, ID, keyOf(1), 'theirs');
  await home.run(home.clock.now + HOUR);
  expect(labelsOf(home, 1)).toEqual(['roadmap:search']);
  expect((await view(home)).counts).toMatchObject({ done: 1, 'left-alone': 1, conflict: 0 });
});

test('or mine goes in its place, once', async () => {
  const home = await connected();
  await begin(home, [1]);
  home.tracker.change(keyOf(1), { labels: ['roadmap:search'] });
  await home.run(home.clock.now + MINUTE);
  await settleConflict(home.ports, ID, keyOf(1), 'mine');
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 1)).toEqual([CHECKOUT]);
  expect(home.tracker.effects.toSorted()).toEqual([`add-label ${keyOf(1)} ${CHECKOUT}`, `remove-label ${keyOf(1)} roadmap:search`]);
  expect(await view(home)).toMatchObject({ state: 'ended', counts: { done: 1 } });
});

test('a retry of what was stopped does not go over a teammate’s item that the sync has brought meanwhile', async () => {
  const home = await connected();
  await begin(home, [1]);
  await stopBulk(home.ports, ID);
  home.tracker.change(keyOf(1), { labels: ['roadmap:search'] });
  await home.sync.refresh(SHOP);
  await home.run(home.clock.now + MINUTE);
  await retryBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 1)).toEqual(['roadmap:search']);
  expect((await view(home)).counts.conflict).toBe(1);
});

test('an undo of all gives the former item back to an issue whose new one was refused and given up', async () => {
  const home = await connected();
  await begin(home, [901], [901]);
  home.tracker.weather.before = async (request) => (request.startsWith('add-label') ? { kind: 'not-found' } : null);
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 901)).toEqual(['bug']);
  home.tracker.weather = {};
  for (const { id } of await home.store.outbox()) await dropWrite(home.ports, id);
  await undoBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 901)?.toSorted()).toEqual(['bug', 'roadmap:payments']);
});

test('after the undo of all nothing that was stopped goes on, and what failed on the way back is tried again as a part of it', async () => {
  const home = await connected();
  await begin(home, [1, 2]);
  const [first] = await home.store.outbox();
  await queueWish(home.store, { ...first!, notBefore: home.clock.now });
  await home.run(home.clock.now + 1500);
  expect(home.tracker.effects).toHaveLength(1);
  await stopBulk(home.ports, ID);
  await undoBulk(home.ports, ID);
  home.tracker.weather.before = async (request) => (request.startsWith('remove-label') ? { kind: 'not-found' } : null);
  await home.run(home.clock.now + MINUTE);
  expect((await view(home)).counts).toMatchObject({ failed: 1, stopped: 1 });
  home.tracker.weather = {};
  await retryBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect([labelsOf(home, 1), labelsOf(home, 2)]).toEqual([[], []]);
  expect(await view(home)).toMatchObject({ state: 'undone', undoable: false, counts: { undone: 1, stopped: 1 } });
});

test('mine in the place of a teammate’s stays here where nothing may be written any more, and says so', async () => {
  const home = await connected();
  await begin(home, [1]);
  home.tracker.change(keyOf(1), { labels: ['roadmap:search'] });
  await home.run(home.clock.now + MINUTE);
  await home.store.putProject({ ...(await home.store.project(SHOP))!, readOnlyAt: home.clock.now });
  await settleConflict(home.ports, ID, keyOf(1), 'mine');
  expect(await view(home)).toMatchObject({ state: 'ended', listed: [{ state: 'local', because: expect.stringContaining('lets you read') as unknown }] });
  expect((await home.store.material(keys(1))).tags.get(keyOf(1))).toMatchObject({ item: 'checkout', via: 'local' });
});

test('an undo does not go over what a teammate has put there since, unless it is wanted', async () => {
  const home = await connected();
  await begin(home, [901], [901]);
  await home.run(home.clock.now + MINUTE);
  home.tracker.change(keyOf(901), { labels: ['bug', 'roadmap:search'] });
  await undoBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 901)).toEqual(['bug', 'roadmap:search']);
  expect((await view(home)).counts.conflict).toBe(1);
  await settleConflict(home.ports, ID, keyOf(901), 'mine');
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 901)?.toSorted()).toEqual(['bug', 'roadmap:payments']);
  expect(await view(home)).toMatchObject({ state: 'undone', counts: { undone: 1 } });
});

test('a single tag meets a teammate’s in the same way: discard keeps theirs, retry uses mine', async () => {
  const home = await connected();
  await tagIssues(home.ports, keys(1, 2), 'checkout');
  for (const number of [1, 2]) home.tracker.change(keyOf(number), { labels: ['roadmap:search'] });
  await home.run(home.clock.now + MINUTE);
  const [first, second] = await home.store.outbox();
  expect([first, second]).toMatchObject([{ state: 'failed', conflict: 'search' }, { state: 'failed', conflict: 'search' }]);
  await dropWrite(home.ports, first!.id);
  await retryWrite(home.ports, second!.id);
  await home.run(home.clock.now + MINUTE);
  expect([labelsOf(home, 1), labelsOf(home, 2)]).toEqual([['roadmap:search'], [CHECKOUT]]);
  expect(await home.store.outbox()).toEqual([]);
});

test('on Jira what is shared in the issue counts as a teammate’s choice too', async () => {
  const home = await onJira();
  await startBulk(home.ports, { id: ID, keys: [jiraKey(1), jiraKey(2)], item: 'checkout', include: [] });
  home.tracker.change(jiraKey(1), { shared: { tag: 'search', inputs: {} } });
  await home.run(home.clock.now + MINUTE);
  expect(await view(home)).toMatchObject({ counts: { done: 1, conflict: 1 } });
  expect(home.tracker.issues.get(jiraKey(1))).toMatchObject({ labels: [], shared: { tag: 'search' } });
  expect(home.tracker.issues.get(jiraKey(2))).toMatchObject({ labels: [CHECKOUT], shared: { tag: 'checkout' } });
});

test('a teammate’s choice is kept, or gone over, where the write is discarded or tried again by itself, and the issue says so', async () => {
  const home = await connected();
  await begin(home, [1, 2]);
  for (const number of [1, 2]) home.tracker.change(keyOf(number), { labels: ['roadmap:search'] });
  await home.run(home.clock.now + MINUTE);
  const [first, second] = await home.store.outbox();
  expect(await dropWrite(home.ports, first!.id)).toBe(true);
  await retryWrite(home.ports, second!.id);
  await home.run(home.clock.now + MINUTE);
  expect([labelsOf(home, 1), labelsOf(home, 2)]).toEqual([['roadmap:search'], [CHECKOUT]]);
  expect(await view(home)).toMatchObject({ state: 'ended', counts: { 'left-alone': 1, done: 1 } });
});

test('an undo before a shared tag has been taken off leaves it there', async () => {
  const home = await onJira();
  home.tracker.change(jiraKey(1), { shared: { tag: 'search', inputs: {} } });
  await home.sync.refresh(STORE);
  await home.run(home.clock.now + 30 * MINUTE);
  await startBulk(home.ports, { id: ID, keys: [jiraKey(1)], item: null, include: [] });
  expect(await home.store.outbox()).toMatchObject([{ write: { kind: 'share', tag: null } }]);
  await undoBulk(home.ports, ID);
  expect(await home.store.outbox()).toEqual([]);
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.issues.get(jiraKey(1))).toMatchObject({ shared: { tag: 'search' } });
});

test('an undo gives a tag back that was shared in the issue without a label', async () => {
  const home = await onJira();
  home.tracker.change(jiraKey(1), { shared: { tag: 'search', inputs: {} } });
  await home.sync.refresh(STORE);
  await home.run(home.clock.now + 30 * MINUTE);
  await startBulk(home.ports, { id: ID, keys: [jiraKey(1)], item: 'checkout', include: [jiraKey(1)] });
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.issues.get(jiraKey(1))).toMatchObject({ labels: [CHECKOUT], shared: { tag: 'checkout' } });
  await undoBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.issues.get(jiraKey(1))).toMatchObject({ labels: [], shared: { tag: 'search' } });
  expect((await view(home)).state).toBe('undone');
});

test('without a token the tags stay here with the reason, and the undo takes them back', async () => {
  const home = await household();
  home.tracker.add(...aRepository(5));
  await home.sync.visit(SHOP, [], 'Acme/Shop');
  await home.run();
  const local = withPorts(home, home.tracker);
  const untagged = async () => (await findIssues(local.ports, { project: null, label: null, sprint: null, parent: null, text: '', untagged: true, closed: true })).total;
  const before = await untagged();
  const started = await begin(local, [1, 2]);
  expect(started).toMatchObject({ state: 'ended', counts: { local: 2 }, listed: [{ state: 'local', because: expect.stringContaining('Add a token') as unknown }, { state: 'local' }] });
  expect(await untagged()).toBe(before - 2);
  await undoBulk(local.ports, ID);
  expect(await untagged()).toBe(before);
});

test('an undo of tags in this browser returns to those before, and takes back none that was chosen, or taken off, since', async () => {
  const bare = await household();
  const home = withPorts(bare, bare.tracker);
  await home.store.commit({ job: null, issues: aRepository(9) });
  await tagIssues(home.ports, keys(1, 4), 'search');
  await begin(home, [1, 2, 4, 5], [1, 4]);
  await tagIssues(home.ports, keys(2), 'payments');
  await tagIssues(home.ports, keys(4), null);
  await undoBulk(home.ports, ID);
  const { tags } = await home.store.material(keys(1, 2, 4, 5));
  expect([1, 2, 4, 5].map((number) => tags.get(keyOf(number))?.item)).toEqual(['search', 'payments', undefined, undefined]);
});

test('what changes many tags is told to the pages that show them, and sent at once', async () => {
  const home = await connected();
  const told: string[] = [];
  const ports = { ...home.ports, changed: (of: readonly string[]) => void told.push(`told ${of.length}`), sync: { ...home.sync, wake: () => void told.push('woken') } };
  await begin({ ...home, ports }, [1, 2]);
  for (const change of [stopBulk, retryBulk, undoBulk]) await change(ports, ID);
  expect(told).toEqual(Array.from({ length: 4 }, () => ['told 2', 'woken']).flat());
  await undoBulk(ports, ID);
  expect(told).toHaveLength(8);
});

test('what is done is among the found where it was asked for, and only there', async () => {
  const bare = await household();
  const home = withPorts(bare, bare.tracker);
  await home.store.commit({ job: null, issues: aRepository(9) });
  const found = async (closed: boolean) => (await findIssues(home.ports, { project: SHOP, label: null, sprint: null, parent: null, text: '', untagged: false, closed })).keys.toSorted();
  const every = aRepository(9);
  const open = every.filter(({ status }) => status.category !== 'done');
  expect(open.length).toBeLessThan(every.length);
  expect(await found(true)).toEqual(every.map(({ key }) => key).toSorted());
  expect(await found(false)).toEqual(open.map(({ key }) => key).toSorted());
});

test('among what is found the best scored is shown first, each with its score, and what is done below it', async () => {
  const home = await connected();
  const { issues, total } = await findIssues(home.ports, { project: SHOP, label: null, sprint: null, parent: null, text: '', untagged: false, closed: true });
  expect(issues).toHaveLength(total);
  const order = issues.map(({ status, badge }) => [Number(status === 'done'), -Number(badge.score ?? -1)] as const);
  expect(new Set(order.map(([, score]) => score)).size).toBeGreaterThan(2);
  expect(order).toEqual(order.toSorted(([done, score], [after, lower]) => done - after || score - lower));
});

test('a tag given by hand while a bulk tagging waits is the later wish: the bulk tagging says so and takes nothing back', async () => {
  const home = await connected();
  await begin(home, [1, 2]);
  await tagIssues(home.ports, keys(1), 'search');
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 1)).toEqual(['roadmap:search']);
  expect((await view(home)).counts).toMatchObject({ done: 1, overtaken: 1 });
});

test('an undo of all leaves what was tagged otherwise by hand since, whether it waits or the bulk tagging had arrived, and what was left alone', async () => {
  const home = await connected();
  await begin(home, [1, 901]);
  await home.run(home.clock.now + MINUTE);
  expect(labelsOf(home, 1)).toEqual([CHECKOUT]);
  home.tracker.change(keyOf(901), { labels: ['roadmap:payments', 'roadmap:search'] });
  await tagIssues(home.ports, keys(1), 'search');
  await undoBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect([1, 901].map((number) => labelsOf(home, number))).toEqual([['roadmap:search'], ['roadmap:payments', 'roadmap:search']]);
  expect((await view(home)).counts).toMatchObject({ undone: 0, 'left-alone': 2 });
});

test('an undo of all before anything has left leaves what was tagged otherwise, or untagged, by hand', async () => {
  const home = await connected();
  await begin(home, [1, 2, 4, 901], [901]);
  await tagIssues(home.ports, keys(1), 'search');
  await tagIssues(home.ports, keys(901), null);
  await undoBulk(home.ports, ID);
  await home.run(home.clock.now + MINUTE);
  expect([1, 2, 4, 901].map((number) => labelsOf(home, number))).toEqual([['roadmap:search'], [], [], ['bug']]);
  expect((await view(home)).counts).toMatchObject({ undone: 2, 'left-alone': 2 });
});

test('the limit that a site has set is told with its end', async () => {
  const home = await connected();
  await begin(home, [1, 2]);
  const until = home.clock.now + 10 * MINUTE;
  home.tracker.weather.before = async () => ({ kind: 'rate-limited', until, scope: 'secondary' });
  await home.run(home.clock.now + 6000);
  expect((await openBulks(home.ports))[0]).toMatchObject({ state: 'running', waits: [{ host: 'github.com', issues: 2, until, because: expect.stringContaining('limits') as unknown }] });
});

test('five hundred issues are one transaction, whose outbox is read a few times and not once for each', async () => {
  const home = await connected(760);
  const { keys: all } = await findIssues(home.ports, { project: SHOP, label: null, sprint: null, parent: null, text: '', untagged: true, closed: false });
  const read = vi.spyOn(IDBObjectStore.prototype, 'getAll');
  await startBulk(home.ports, { id: ID, keys: all.slice(0, 500), item: 'checkout', include: [] });
  const readings = read.mock.contexts.filter((context) => (context as IDBObjectStore).name === 'outbox').length;
  read.mockRestore();
  expect(await home.store.outbox()).toHaveLength(500);
  expect(readings).toBeLessThan(12);
});
