import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { recomputeStatistics, standingOf } from '../../../lib/core/backlog/statistics.ts';
import type { History } from '../../../lib/core/history.ts';
import type { Issue } from '../../../lib/core/issue.ts';
import { backlogKey } from '../../../lib/core/keys.ts';
import { pendingLabels, pendingShares } from '../../../lib/core/queued-write.ts';
import { tagOf } from '../../../lib/core/roadmap/tags.ts';
import { asWished } from '../../../lib/core/shared-facts.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { scorerFor, settings } from '../sync/household.ts';
import { anIssue, aSprint, HOST, keyOf, MORNING, SHOP } from '../sync/world.ts';
import { queueWish } from './queue-wish.ts';

const NUMBERS = 12;
const BACKLOG = backlogKey(SHOP, 'issue');
const sprint = aSprint(1);

type Change = (store: Store & SyncStore, step: number) => Promise<unknown>;

const number = fc.integer({ min: 1, max: NUMBERS });
const issue = fc.record({ number, closed: fc.boolean(), votes: fc.integer({ min: 0, max: 5 }), inSprint: fc.boolean(), doing: fc.boolean(), label: fc.boolean(), assigned: fc.boolean(), shared: fc.option(fc.integer({ min: 1, max: 9 })) }).map((given) => (step: number): Issue => anIssue(given.number, {
  votes: given.votes, updatedAt: MORNING + step, sprint: given.inSprint ? sprint.key : null, labels: given.label ? ['roadmap:checkout'] : [], assignees: given.assigned ? ['ada'] : [],
  status: { category: given.closed ? 'done' : given.doing ? 'doing' : 'todo', name: '', guessedFrom: null }, ...(given.shared !== null && { shared: { tag: given.shared > 5 ? 'checkout' : null, inputs: { reach: { value: given.shared, by: 'ben', at: 1 } } } }), ...(given.closed && { closedAt: MORNING, resolution: 'completed' as const }),
}));

function wish(of: number, present: boolean, step: number, state: OutboxRow['state'] = 'queued'): OutboxRow {
  return { id: `label|${keyOf(of)}`, host: HOST, write: { kind: 'label', key: keyOf(of), label: 'roadmap:checkout', present }, state, notBefore: 0, createdAt: step, attempts: 0, failure: null };
}

function shareWish(of: number, value: number | null, step: number): OutboxRow {
  return { id: `share|${keyOf(of)}`, host: HOST, write: { kind: 'share', key: keyOf(of), inputs: { reach: value === null ? null : { value, by: 'me', at: 2 } } }, state: 'queued', notBefore: 0, createdAt: step, attempts: 0, failure: null };
}

/** A history by which work began so many days before its end. */
function begunBefore(days: number): History {
  return { statuses: [{ at: MORNING - days * 86_400_000, from: 'To Do', to: 'Doing', category: 'doing' }, { at: MORNING, from: 'Doing', to: '', category: null }], sprints: [], complete: true, readAt: MORNING };
}

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.array(issue, { minLength: 1, maxLength: 6 }).map((made): Change => (store, step) => store.commit({ job: null, issues: made.map((make) => make(step)) })) },
  number.map((of): Change => (store) => store.commit({ job: null, removeIssues: [keyOf(of)] })),
  fc.tuple(number, number).filter(([from, to]) => from !== to).map(([from, to]): Change => (store, step) => store.commit({ job: null, moves: [{ from: keyOf(from), issue: anIssue(to, { updatedAt: MORNING + step }) }] })),
  fc.tuple(number, fc.integer({ min: 1, max: 9 })).map(([of, value]): Change => (store) => store.enter({ key: keyOf(of), input: 'reach', value, by: 'me', at: 1 })),
  number.map((of): Change => (store) => store.clearEntered(keyOf(of), 'reach')),
  fc.tuple(number, fc.option(fc.integer({ min: 1, max: 9 }))).map(([of, value]): Change => (store, step) => queueWish(store, shareWish(of, value, step))),
  number.map((of): Change => (store) => store.takeBack([], () => [{ outbox: [], drop: [shareWish(of, 1, 0).id], localTags: [], clearLocal: [] }])),
  fc.tuple(number, fc.integer({ min: 0, max: 30 })).map(([of, days]): Change => (store) => store.commit({ job: null, histories: { asked: [keyOf(of)], read: new Map([[keyOf(of), begunBefore(days)]]) } })),
  fc.tuple(number, fc.option(fc.constant('checkout'))).map(([of, item]): Change => (store) => store.applyTags({ outbox: [], drop: [], clearLocal: [], localTags: [{ key: keyOf(of), item, at: 1 }] })),
  number.map((of): Change => (store) => store.applyTags({ outbox: [], drop: [], clearLocal: [keyOf(of)], localTags: [] })),
  fc.tuple(number, fc.boolean()).map(([of, present]): Change => (store, step) => store.applyTags({ outbox: [wish(of, present, step)], drop: [], clearLocal: [], localTags: [] })),
  fc.tuple(number, fc.boolean()).map(([of, present]): Change => (store, step) => queueWish(store, wish(of, present, step, 'failed'))),
  number.map((of): Change => (store) => store.takeBack([], () => [{ outbox: [], drop: [wish(of, true, 0).id], localTags: [], clearLocal: [] }])),
  fc.boolean().map((dated): Change => (store) => store.commit({ job: null, sprints: [{ ...sprint, dueOn: dated ? ('2026-12-04' as never) : null }] })),
  fc.constantFrom('signals', 'rice').map((model): Change => (store) => store.amendSettings(() => ({ ...settings, model }))),
  fc.integer({ min: 1, max: 3 }).map((steps): Change => async (store) => {
    for (let index = 0; index < steps; index++) await renewOnce(store);
  }),
);

/** One step of a renewal, as the plan would order it, by chunks of three so that changes fall between them. */
async function renewOnce(store: Store & SyncStore): Promise<boolean> {
  const { jobs, recipe } = await store.agenda();
  const job = jobs.find(({ id, cursor }) => id === `renew:${BACKLOG}` && (cursor as { recipe: string }).recipe !== recipe);
  if (job) await store.renew(job, 3);
  return job !== undefined;
}

/** The ranking from the rows and from nothing else. */
async function recomputed(store: Store & SyncStore): Promise<ReturnType<typeof recomputeStatistics>['ranking']> {
  const material = await store.material(Array.from({ length: NUMBERS }, (_, index) => keyOf(index + 1)));
  const scorer = scorerFor(material.settings, material.roadmap, MORNING);
  return recomputeStatistics([...material.issues.values()].map((row) => {
    const wishes = material.outbox.get(row.key) ?? [];
    const wished = asWished(row, pendingShares(wishes));
    const score = scorer.score({
      issue: wished, sprint: (row.sprint && material.sprints.get(row.sprint)) ?? null, entered: material.entered.get(row.key) ?? [],
      tag: tagOf(wished, material.localTags.get(row.key) ?? null, pendingLabels(wishes)),
    });
    return { number: row.number, after: { ...standingOf(row), score } };
  })).ranking;
}

test('after any changes and a renewal the stored ranking is the one that its rows give', async () => {
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 25 }), async (changes) => {
    globalThis.indexedDB = new IDBFactory();
    const store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
    for (const [step, make] of changes.entries()) await make(store, step);
    while (await renewOnce(store));
    const stored = await store.ranking(BACKLOG);
    const { scores, open, finishedDays, cycleDays, load, waiting } = stored ?? recomputeStatistics([]).ranking;
    expect({ scores, open, finishedDays, cycleDays, load, waiting }).toEqual(await recomputed(store));
    store.close();
  }), { numRuns: 150 });
});

test('going back to the former recipe before it was renewed leaves no score of the other one behind', async () => {
  globalThis.indexedDB = new IDBFactory();
  const store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
  await store.commit({ job: null, issues: [anIssue(1), anIssue(2)] });
  await store.amendSettings(() => ({ ...settings, model: 'rice' }));
  await store.commit({ job: null, issues: [anIssue(1, { votes: 9, updatedAt: MORNING })] });
  await store.amendSettings(() => settings);
  while (await renewOnce(store));
  expect((await store.ranking(BACKLOG))?.scores).toEqual(Float64Array.of(9, 2));
});

test('a wish that moved along with its issue is not replaced by a later wish for the former key', async () => {
  globalThis.indexedDB = new IDBFactory();
  const store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
  const queue = (row: OutboxRow) => store.applyTags({ outbox: [row], drop: [], clearLocal: [], localTags: [] });
  await store.commit({ job: null, issues: [anIssue(1)] });
  await queue(wish(1, true, 0));
  await store.commit({ job: null, moves: [{ from: keyOf(1), issue: anIssue(2) }] });
  await queue(wish(1, true, 1));
  await queueWish(store, wish(1, true, 2, 'failed'));
  expect((await store.outbox()).map((row) => row.write)).toContainEqual(expect.objectContaining({ key: keyOf(2), present: true }));
  expect((await store.ranking(BACKLOG))?.scores).toEqual((await recomputed(store)).scores);
});

test('while another recipe is computed the old ranking stays in use, and the swap is whole', async () => {
  globalThis.indexedDB = new IDBFactory();
  const store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
  await store.commit({ job: null, issues: Array.from({ length: 10 }, (_, index) => anIssue(index + 1)) });
  const before = await store.ranking(BACKLOG);
  await store.amendSettings(() => ({ ...settings, model: 'rice' }));
  await renewOnce(store);
  await renewOnce(store);
  expect(await store.ranking(BACKLOG)).toEqual(before);
  while (await renewOnce(store));
  expect((await store.ranking(BACKLOG))?.recipe).toContain('rice');
  expect((await store.ranking(BACKLOG))?.scores).toEqual((await recomputed(store)).scores);
});
