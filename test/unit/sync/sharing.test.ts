import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Issue, IssueKey, SharedFacts } from '../../../lib/core/issue.ts';
import { writeAccessTo } from '../../../lib/app/write-access.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { FakeJira } from './fake-jira.ts';
import { HOUR, household, MINUTE, type Household } from './household.ts';
import { aJiraProject, aJiraSprint, jiraKey, MORNING, SITE, STORE } from './world.ts';

const LABEL = 'roadmap:checkout';
type Jira = Household & { readonly tracker: FakeJira };

function queued(home: Jira, id: string, write: OutboxRow['write']): OutboxRow {
  return { id, host: SITE, write, state: 'queued', notBefore: home.clock.now + 5000, createdAt: home.clock.now, attempts: 0, failure: null };
}
const tag = (home: Jira, number: number, label = LABEL, present = true): OutboxRow => queued(home, `label|${jiraKey(number)}|${label}`, { kind: 'label', key: jiraKey(number), label, present });
const input = (home: Jira, number: number, inputs: Record<string, SharedFacts['inputs'][string] | null>): OutboxRow => queued(home, `share|${jiraKey(number)}`, { kind: 'share', key: jiraKey(number), inputs });
const by = (value: number, at = MORNING): SharedFacts['inputs'][string] => ({ value, by: 'maya', at });

async function site(): Promise<Jira> {
  const clock = { now: MORNING };
  const tracker = new FakeJira(() => clock.now);
  tracker.add(...aJiraProject(30));
  tracker.sprints.set(aJiraSprint(31).key, aJiraSprint(31, { description: 'Old goal.' }));
  const home = await household({ tracker, clock });
  await home.sync.visit(STORE, [], 'SHOP');
  await home.run();
  tracker.requests.length = 0;
  return home;
}

/** Somebody has changed the issue at the site, and we have read it. */
async function known(home: Jira, number: number, change: Partial<Issue>): Promise<void> {
  home.clock.now += 1000;
  home.tracker.change(jiraKey(number), change);
  await home.sync.refresh(STORE);
  await home.run();
  home.tracker.requests.length = 0;
}

const apply = (home: Jira, ...outbox: OutboxRow[]): Promise<void> => home.store.applyTags({ outbox, drop: [], localTags: [], clearLocal: [] });
const writes = (home: Jira): string[] => home.tracker.requests.filter((request) => !request.startsWith('GET'));
const sharedOf = (home: Jira, key: IssueKey): SharedFacts | undefined => home.tracker.issues.get(key)?.shared;

test('a tag and what the team shares go in one write, and are confirmed by reading the issue again', async () => {
  const home = await site();
  home.tracker.change(jiraKey(1), { shared: { tag: null, inputs: { reach: by(40) } } });
  await apply(home, tag(home, 1));
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.requests.slice(0, 3)).toEqual([`GET issue ${jiraKey(1)}`, `add-label ${jiraKey(1)} ${LABEL}`, `GET issue ${jiraKey(1)}`]);
  expect(writes(home)).toHaveLength(1);
  expect(sharedOf(home, jiraKey(1))).toEqual({ tag: 'checkout', inputs: { reach: by(40) } });
  expect(await home.store.outbox()).toEqual([]);
  expect((await home.store.issues([jiraKey(1)])).get(jiraKey(1))).toMatchObject({ labels: [LABEL], shared: { tag: 'checkout' } });
});

test('changing a tag ends with the new one shared, whichever of the two labels goes first', async () => {
  const home = await site();
  await known(home, 1, { labels: ['roadmap:trust'], shared: { tag: 'trust', inputs: {} } });
  await apply(home, tag(home, 1, 'roadmap:trust', false), tag(home, 1));
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.issues.get(jiraKey(1))?.labels).toEqual([LABEL]);
  expect(sharedOf(home, jiraKey(1))?.tag).toBe('checkout');
  home.clock.now += MINUTE;
  await apply(home, tag(home, 1, LABEL, false));
  await home.run(home.clock.now + MINUTE);
  expect(sharedOf(home, jiraKey(1))?.tag).toBeNull();
});

test('entered values of one issue leave together, once, and what a teammate has shared meanwhile stays', async () => {
  const home = await site();
  await queueWish(home.store, input(home, 1, { reach: by(40) }));
  home.clock.now += 1000;
  await queueWish(home.store, input(home, 1, { effort: by(3) }));
  expect(await home.store.outbox()).toHaveLength(1);
  home.tracker.change(jiraKey(1), { shared: { tag: 'trust', inputs: { impact: { value: 2, by: 'ben', at: MORNING } } } });
  await home.run(home.clock.now + MINUTE);
  expect(writes(home)).toEqual([`share ${jiraKey(1)}`]);
  expect(sharedOf(home, jiraKey(1))).toEqual({ tag: 'trust', inputs: { impact: { value: 2, by: 'ben', at: MORNING }, reach: by(40), effort: by(3) } });
  expect(await home.store.outbox()).toEqual([]);
});

test('a value that is taken back is taken from the team too; one that stands already needs no write', async () => {
  const home = await site();
  await known(home, 1, { shared: { tag: null, inputs: { reach: by(40), effort: by(3) } } });
  await queueWish(home.store, input(home, 1, { reach: null }));
  await queueWish(home.store, input(home, 2, { reach: null }));
  await home.run(home.clock.now + MINUTE);
  expect(sharedOf(home, jiraKey(1))).toEqual({ tag: null, inputs: { effort: by(3) } });
  home.tracker.requests.length = 0;
  await queueWish(home.store, input(home, 1, { effort: by(3, MORNING + HOUR) }));
  await home.run(home.clock.now + MINUTE);
  expect(writes(home)).toEqual([]);
});

test('a wish counts in the ranking from the gesture on', async () => {
  const home = await site();
  const material = async () => (await home.store.material([jiraKey(1)])).outbox.get(jiraKey(1));
  await queueWish(home.store, input(home, 1, { reach: by(40) }));
  expect(await material()).toMatchObject([{ write: { kind: 'share', inputs: { reach: { value: 40 } } } }]);
});

test('a limit of writes to one issue holds all that is queued for it, and nothing else', async () => {
  const home = await site();
  home.tracker.writeGap = 10 * MINUTE;
  await known(home, 1, { labels: ['roadmap:trust'] });
  await apply(home, tag(home, 1), tag(home, 1, 'roadmap:trust', false), tag(home, 2), tag(home, 3));
  await home.run(home.clock.now + 2 * MINUTE);
  expect(home.tracker.effects.filter((effect) => effect.includes('-label')).map((effect) => effect.trim()).toSorted()).toEqual([2, 3].map((number) => `add-label ${jiraKey(number)} ${LABEL}`).concat(`add-label ${jiraKey(1)} ${LABEL}`).toSorted());
  expect(writes(home).filter((request) => request.includes(jiraKey(1)))).toHaveLength(2);
  await home.run(home.clock.now + 10 * MINUTE);
  expect(home.tracker.issues.get(jiraKey(1))?.labels).toEqual([LABEL]);
  expect(writes(home).filter((request) => request.includes(jiraKey(1)))).toHaveLength(3);
  expect(await home.store.outbox()).toEqual([]);
});

test('who may read but not write keeps the tag here, and the project is known for it', async () => {
  const home = await site();
  home.tracker.readOnly = true;
  await known(home, 1, { labels: ['roadmap:trust'] });
  await apply(home, tag(home, 1), tag(home, 1, 'roadmap:trust', false));
  await queueWish(home.store, input(home, 2, { reach: by(40) }));
  await home.run(home.clock.now + MINUTE);
  expect(await home.store.outbox()).toEqual([]);
  expect((await home.store.material([jiraKey(1)])).localTags.get(jiraKey(1))).toMatchObject({ item: 'checkout' });
  expect((await home.store.project(STORE))?.readOnlyAt).toBeGreaterThan(MORNING);
});

test('what Jira cannot take, as a label with a space, fails with the reason and says nothing of what else may be written', async () => {
  const home = await site();
  const reason = '“Sprint goal” cannot be a label in Jira: labels have no spaces, and at most 255 characters.';
  home.tracker.weather.before = async (request) => (request.includes('Sprint goal') ? { kind: 'forbidden', reason, missing: null, authoriseAt: null } : null);
  await apply(home, tag(home, 1, 'Sprint goal'), tag(home, 2));
  await home.run(home.clock.now + MINUTE);
  expect(await home.store.outbox()).toMatchObject([{ write: { key: jiraKey(1) }, state: 'failed', failure: reason }]);
  expect((await home.store.project(STORE))?.readOnlyAt ?? 0).toBe(0);
  expect(home.tracker.issues.get(jiraKey(2))?.labels).toEqual([LABEL]);
});

test('who may not change sprints has the next goal kept here at once, with the permission that is missing', async () => {
  const home = await site();
  const sprint = aJiraSprint(31).key;
  home.tracker.weather.before = async (request) => (request.startsWith('set-sprint-description') ? { kind: 'forbidden', reason: 'No', missing: 'MANAGE_SPRINTS_PERMISSION', authoriseAt: null } : null);
  await queueWish(home.store, { id: `sprint|${sprint}`, host: SITE, write: { kind: 'sprint-description', sprint, description: 'Pay' }, state: 'queued', notBefore: home.clock.now, createdAt: home.clock.now, attempts: 0, failure: null });
  await home.run(home.clock.now + MINUTE);
  expect(await home.store.outbox()).toMatchObject([{ state: 'failed' }]);
  const ports = { store: home.store, sync: home.sync, trackerFor: () => home.tracker, now: () => home.clock.now, changed: () => undefined };
  expect(await writeAccessTo(ports, sprint)).toMatchObject({ via: 'local', because: expect.stringMatching(/lacks Manage sprints in SHOP/i) as unknown });
  expect(await writeAccessTo(ports, jiraKey(1))).toMatchObject({ via: 'label' });
});

test('signed out, a write waits; it leaves once the user is back', async () => {
  const home = await site();
  home.tracker.signedIn = false;
  await apply(home, tag(home, 1));
  await home.run(home.clock.now + HOUR);
  expect(writes(home)).toEqual([]);
  expect(await home.store.outbox()).toMatchObject([{ state: 'queued' }]);
  home.tracker.signedIn = true;
  await home.sync.visit(STORE, [jiraKey(1)], 'SHOP');
  await home.run(home.clock.now + HOUR);
  expect(home.tracker.issues.get(jiraKey(1))?.labels).toEqual([LABEL]);
});

test('a session that ends just as a write leaves fails nothing, and asks nobody for a token: the write waits, and is looked for before it leaves once more', async () => {
  const home = await site();
  await apply(home, tag(home, 1));
  home.tracker.weather.before = async (request) => {
    if (request.startsWith('GET')) return null;
    home.tracker.weather = {};
    home.tracker.signedIn = false;
    return { kind: 'unauthorised', reason: 'Signed out' };
  };
  await home.run(home.clock.now + HOUR);
  expect(home.tracker.signedIn).toBe(false);
  expect(await home.store.outbox()).toMatchObject([{ state: 'sending', failure: null }]);
  expect(await home.store.connection(SITE)).toMatchObject({ state: 'unauthorised' });
  home.tracker.signedIn = true;
  await home.sync.visit(STORE, [jiraKey(1)], 'SHOP');
  await home.run(home.clock.now + HOUR);
  expect([home.tracker.issues.get(jiraKey(1))?.labels, writes(home).length, await home.store.outbox()]).toEqual([[LABEL], 1, []]);
});

test('a goal with a field of its own is written whole over the one that the user saw, and never over one that came meanwhile', async () => {
  const home = await site();
  const sprint = aJiraSprint(31).key;
  await queueWish(home.store, queued(home, `sprint-description|${sprint}`, { kind: 'sprint-description', sprint, description: 'Buyers pay in one step.' }));
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.sprints.get(sprint)?.description).toBe('Buyers pay in one step.');
  expect(await home.store.outbox()).toEqual([]);
  await queueWish(home.store, queued(home, `sprint-description|${sprint}`, { kind: 'sprint-description', sprint, description: 'Buyers pay in two taps.' }));
  home.tracker.sprints.set(sprint, aJiraSprint(31, { description: 'Sprint Goal: somebody else’s\n\nwith more below' }));
  await home.run(home.clock.now + MINUTE);
  expect(home.tracker.sprints.get(sprint)?.description).toContain('somebody else’s');
  expect(await home.store.outbox()).toMatchObject([{ state: 'failed', conflict: 'Sprint Goal: somebody else’s with more below', failure: expect.stringContaining('Yours was not written over it') }]);
});

test('a tag and an input that wait together go in one write', async () => {
  const home = await site();
  await known(home, 1, { shared: { tag: 'trust', inputs: {} } });
  await queueWish(home.store, input(home, 1, { reach: by(40) }));
  await queueWish(home.store, queued(home, `share-tag|${jiraKey(1)}`, { kind: 'share', key: jiraKey(1), inputs: {}, tag: null }));
  await home.run(home.clock.now + MINUTE);
  expect(writes(home)).toEqual([`share ${jiraKey(1)}`]);
  expect(sharedOf(home, jiraKey(1))).toEqual({ tag: null, inputs: { reach: by(40) } });
  expect(await home.store.outbox()).toEqual([]);
});

test('a wish for an issue that is gone says so', async () => {
  const home = await site();
  await apply(home, tag(home, 1));
  home.tracker.issues.delete(jiraKey(1));
  await home.run(home.clock.now + MINUTE);
  expect(await home.store.outbox()).toMatchObject([{ state: 'failed', failure: expect.stringContaining('no longer exists') as string }]);
});
