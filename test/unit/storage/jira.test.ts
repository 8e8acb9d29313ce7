import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { backlogKey, jiraProjectKey } from '../../../lib/core/keys.ts';
import type { ConnectionRow, OutboxRow } from '../../../lib/storage/rows.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { newJob } from '../../../lib/sync/job-rows.ts';
import { aHistory } from '../sync/fake-jira.ts';
import { scorerFor, settings } from '../sync/household.ts';
import { aJiraSprint, aTicket, jiraKey, MORNING, SITE, STORE } from '../sync/world.ts';
import { queueWish } from './queue-wish.ts';

const DAY = 86_400_000;
const DOING = { category: 'doing', name: 'In Progress', guessedFrom: null } as const;
const DONE = { category: 'done', name: 'Done', guessedFrom: null } as const;
const session: ConnectionRow = { host: SITE, tracker: 'jira', login: 'maya', tokenKind: 'session', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 };
let store: Store & SyncStore;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
});

const share = (inputs: Extract<OutboxRow['write'], { kind: 'share' }>['inputs'], more: Partial<OutboxRow> = {}): OutboxRow => ({
  id: `share|${jiraKey(1)}`, host: SITE, write: { kind: 'share', key: jiraKey(1), inputs }, state: 'queued', notBefore: MORNING, createdAt: MORNING, attempts: 0, failure: null, ...more,
});
const by = (value: number) => ({ value, by: 'maya', at: MORNING });

test('histories are due of open work first, then of what was finished lately, the latest first; of the backlog never', async () => {
  const done = (number: number, days: number) => aTicket(number, { status: DONE, resolution: 'completed', closedAt: MORNING - days * DAY });
  await store.commit({ job: null, issues: [aTicket(1), aTicket(2, { status: DOING }), aTicket(3, { sprint: aJiraSprint(31).key }), done(4, 9), done(5, 2), done(6, 100), { ...done(7, 1), resolution: 'not-planned' }] });
  expect(await store.historiesDue(STORE, MORNING - 90 * DAY, 50)).toEqual([jiraKey(2), jiraKey(3), jiraKey(5), jiraKey(4)]);
  expect(await store.historiesDue(STORE, MORNING - 90 * DAY, 3)).toEqual([jiraKey(2), jiraKey(3), jiraKey(5)]);
  expect(await store.historiesDue(jiraProjectKey('other.atlassian.net', 'SHOP'), 0, 50)).toEqual([]);
});

test('a history that was asked for is kept with the issue, renews the statistics, and is due again only once the issue moves', async () => {
  await store.commit({ job: null, issues: [aTicket(1, { status: DONE, resolution: 'completed', closedAt: MORNING - DAY })] });
  const history = aHistory(MORNING, [{ at: MORNING - 4 * DAY, from: 'To Do', to: 'In Progress', category: 'doing' }, { at: MORNING - DAY, from: 'In Progress', to: 'Done', category: 'done' }]);
  const { changed } = await store.commit({ job: null, histories: { asked: [jiraKey(1), jiraKey(9)], read: new Map([[jiraKey(1), history]]) } });
  expect(changed).toEqual([jiraKey(1)]);
  expect((await store.ranking(backlogKey(STORE, 'issue')))?.cycleDays).toEqual(Float64Array.of(3));
  expect(await store.historiesDue(STORE, 0, 50)).toEqual([]);
  await store.commit({ job: null, issues: [aTicket(1, { status: DOING, updatedAt: MORNING })] });
  expect((await store.issues([jiraKey(1)])).get(jiraKey(1))?.history).toEqual(history);
  expect((await store.ranking(backlogKey(STORE, 'issue')))?.cycleDays).toEqual(Float64Array.of());
  expect(await store.historiesDue(STORE, 0, 50)).toEqual([jiraKey(1)]);
});

test('issues that were only seen count as seen, and nobody is told', async () => {
  await store.commit({ job: null, issues: [aTicket(1), aTicket(2)] });
  expect(await store.commit({ job: null, seen: [jiraKey(1), jiraKey(99)], seenInSweep: 3 })).toEqual({ applied: true, changed: [] });
  expect(await store.unseen(STORE, 3, 10)).toEqual([jiraKey(2)]);
});

test('what is known of a session never takes the place of a token', async () => {
  await store.commit({ job: null, session });
  expect(await store.connection(SITE)).toEqual(session);
  await store.putConnection({ ...session, tokenKind: 'other', checkedAt: 2 }, 'maya@acme.example:token');
  await store.commit({ job: null, session: { ...session, state: 'unauthorised' } });
  expect(await store.connection(SITE)).toMatchObject({ tokenKind: 'other', state: 'ok' });
});

test('wishes for one issue go together; one against what may have left waits until the site has been read', async () => {
  await store.commit({ job: null, issues: [aTicket(1)] });
  await queueWish(store, share({ reach: by(1) }, { state: 'sending' }));
  await queueWish(store, share({ effort: by(3) }, { createdAt: MORNING + 1 }));
  await queueWish(store, share({ reach: by(2) }, { createdAt: MORNING + 2 }));
  expect(await store.outbox()).toMatchObject([{ state: 'sending', createdAt: MORNING + 2, write: { inputs: { reach: { value: 2 }, effort: { value: 3 } } } }]);
});

test('a wish that is true already leaves no row', async () => {
  await store.commit({ job: null, issues: [aTicket(1, { shared: { tag: null, inputs: { reach: by(1) } } })] });
  await queueWish(store, share({ reach: by(1) }));
  expect(await store.outbox()).toEqual([]);
});

test('a tag that a site refused stands here; taking another label off beside it does not', async () => {
  await store.commit({ job: null, localTag: { key: jiraKey(1), item: 'checkout', at: 1 } });
  await store.commit({ job: null, localTag: { key: jiraKey(1), item: null, at: 2 } });
  expect((await store.material([jiraKey(1)])).localTags.get(jiraKey(1))?.item).toBe('checkout');
});

test('a project under another key takes along its issues as people call them now, its sprints, and what waits', async () => {
  const mall = jiraProjectKey(SITE, 'MALL');
  await store.commit({ job: null, issues: [aTicket(1, { sprint: aJiraSprint(31).key })], sprints: [aJiraSprint(31)] });
  await queueWish(store, share({ reach: by(1) }));
  const job = newJob('rename', STORE, { to: mall }, MORNING);
  await store.putJobs([job]);
  await store.rename(job, 100);
  const moved = `${mall}-1` as ReturnType<typeof jiraKey>;
  expect((await store.issues([moved])).get(moved)).toMatchObject({ reference: 'MALL-1', project: mall, sprint: `${mall}/sprint/31` });
  expect(await store.sprints(mall)).toHaveLength(1);
  expect(await store.outbox()).toMatchObject([{ id: `share|${moved}`, write: { key: moved } }]);
});

test('forgetting a site leaves another with the same keys alone', async () => {
  const elsewhere = aTicket(1, { key: 'other.atlassian.net/SHOP-1' as ReturnType<typeof jiraKey>, project: jiraProjectKey('other.atlassian.net', 'SHOP') });
  await store.commit({ job: null, issues: [aTicket(1), elsewhere], session });
  await queueWish(store, share({ reach: by(1) }));
  await store.forgetSite(SITE);
  expect([...(await store.issues([jiraKey(1), elsewhere.key])).keys()]).toEqual([elsewhere.key]);
  expect(await store.outbox()).toEqual([]);
  expect(await store.connection(SITE)).toBeUndefined();
});
