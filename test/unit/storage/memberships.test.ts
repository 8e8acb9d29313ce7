import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { Issue, IssueKey, SprintKey } from '../../../lib/core/issue.ts';
import { itemStandingOf, type ItemStanding } from '../../../lib/core/roadmap/item-statistics.ts';
import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { buildItem } from '../core/build.ts';
import { scorerFor, settings } from '../sync/household.ts';
import { anIssue, aSprint, aTicket, HOST, jiraKey, keyOf, MORNING, SHOP } from '../sync/world.ts';

const NUMBERS = 9;
const SPRINTS = [aSprint(1, { title: 'Mobile' }), aSprint(2, { title: 'Web' })];
/** Numbers from NUMBERS on are Jira's: one roadmap over both trackers. */
const keyFor = (number: number): IssueKey => (number > NUMBERS ? jiraKey(number) : keyOf(number));
const KEYS = Array.from({ length: NUMBERS + 4 }, (_, index) => keyFor(index + 1));
const ITEMS = ['pay', 'trust', 'mobile'];

type House = Store & SyncStore;
type Change = (store: House, step: number) => Promise<unknown>;

const number = fc.integer({ min: 1, max: KEYS.length });
const item = fc.constantFrom(...ITEMS, 'checkout', 'unknown');
const anyIssue = fc.record({
  number, parent: fc.option(number), labels: fc.subarray(['roadmap:pay', 'roadmap:checkout', 'roadmap:unknown', 'ux', 'bug']), state: fc.constantFrom('todo', 'doing', 'done', 'not-planned'),
  estimate: fc.option(fc.constantFrom(0, 0.1, 0.2, 3, -1)), hours: fc.boolean(), sprint: fc.option(fc.constantFrom(0, 1)), pull: fc.boolean(), blocked: fc.boolean(), shared: fc.option(item),
}).map((given) => (step: number): Issue => {
  const make = given.number > NUMBERS ? aTicket : anIssue;
  const done = given.state === 'done' || given.state === 'not-planned';
  return make(given.number, {
    labels: given.labels, estimate: given.estimate, ...(given.hours && { estimateIn: 'hours' as const }), parent: given.parent === null ? null : keyFor(given.parent), updatedAt: MORNING + step, kind: given.pull && given.number <= NUMBERS ? 'pull-request' : 'issue',
    sprint: given.sprint === null ? null : (SPRINTS[given.sprint]?.key ?? null), dependencies: { blockedBy: given.blocked ? 1 : 0, blocking: 0, blockers: [] },
    status: { category: done ? 'done' : given.state === 'doing' ? 'doing' : 'todo', name: '', guessedFrom: null }, ...(done && { closedAt: MORNING + step, resolution: given.state === 'done' ? 'completed' as const : 'not-planned' as const }),
    ...(given.shared !== null && { shared: { tag: given.shared, inputs: {} } }),
  });
});

const rule = fc.constantFrom({ label: 'ux' }, { label: 'bug', project: 'acme/shop' }, { milestone: 'mobile' }, { parent: 'acme/shop#2' }, { parent: 'SHOP-10' }, { project: 'SHOP' });
const anyItem = fc.record({ id: fc.constantFrom(...ITEMS), belongs: fc.array(rule, { maxLength: 2 }), former: fc.boolean(), dropped: fc.boolean() })
  .map(({ id, belongs, former, dropped }) => buildItem({ id, belongs, ...(former && { formerIds: ['checkout'] }), ...(dropped && { dropped }) }));

function wish(of: IssueKey, tag: string, present: boolean, step: number): OutboxRow {
  return { id: `label|${of}|roadmap:${tag}`, host: HOST, write: { kind: 'label', key: of, label: `roadmap:${tag}`, present }, state: 'queued', notBefore: 0, createdAt: step, attempts: 0, failure: null };
}

const nothing = { outbox: [], drop: [], localTags: [], clearLocal: [] };
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.array(anyIssue, { minLength: 1, maxLength: 5 }).map((made): Change => (store, step) => store.commit({ job: null, issues: made.map((make) => make(step)) })) },
  number.map((of): Change => (store) => store.commit({ job: null, removeIssues: [keyFor(of)] })),
  fc.tuple(number, number).filter(([from, to]) => from !== to && to <= NUMBERS).map(([from, to]): Change => (store, step) => store.commit({ job: null, moves: [{ from: keyFor(from), issue: anIssue(to, { updatedAt: MORNING + step }) }] })),
  fc.tuple(number, fc.option(item)).map(([of, tag]): Change => (store) => store.applyTags({ ...nothing, localTags: [{ key: keyFor(of), item: tag, at: 1 }] })),
  number.map((of): Change => (store) => store.applyTags({ ...nothing, clearLocal: [keyFor(of)] })),
  fc.tuple(number, item, fc.boolean()).map(([of, tag, present]): Change => (store, step) => store.applyTags({ ...nothing, outbox: [wish(keyFor(of), tag, present, step)] })),
  fc.tuple(number, item).map(([of, tag]): Change => (store) => store.takeBack([], () => [{ outbox: [], drop: [wish(keyFor(of), tag, true, 0).id], localTags: [], clearLocal: [] }])),
  { weight: 2, arbitrary: anyItem.map((row): Change => (store) => store.amendRoadmap(() => [{ put: [row], remove: [] }, undefined])) },
  fc.constantFrom(...ITEMS).map((id): Change => (store) => store.amendRoadmap(() => [{ put: [], remove: [id] }, undefined])),
  fc.constantFrom('Mobile', 'Web', 'Later').map((title): Change => (store) => store.commit({ job: null, sprints: [{ ...aSprint(1), title }] })),
  fc.constant<Change>((store) => store.commit({ job: null, sprints: SPRINTS })),
  fc.constant<Change>((store) => store.commit({ job: null, removeSprints: [SPRINTS[0]?.key as SprintKey] })),
  fc.integer({ min: 1, max: 3 }).map((steps): Change => async (store) => {
    for (let index = 0; index < steps; index++) await recountOnce(store);
  }),
  { weight: 1, arbitrary: fc.constant<Change>((store) => store.forgetSite('acme.atlassian.net')) },
);

/** One step of a counting, as the plan would order it, by threes so that changes fall between them. */
async function recountOnce(store: House): Promise<boolean> {
  const { jobs, belonging } = await store.agenda();
  const job = jobs.find(({ kind, cursor }) => kind === 'recount' && (cursor as { recipe: string }).recipe !== belonging);
  if (job) await store.recount(job, 3);
  return job !== undefined;
}

/** Where each stored issue belongs, told anew in the plainest way, without anything of what the store asks: the issue's own word, its parents' words, the rules. */
async function told(store: House): Promise<Map<IssueKey, string>> {
  const [issues, roadmap, outbox, sprints] = [await store.issues(KEYS), await store.roadmap(), await store.outbox(), await store.sprints(SHOP)];
  const { localTags } = await store.material(KEYS);
  const label = (name: string): string | null => (name.startsWith('roadmap:') ? name.slice(8) : null);
  const own = (key: IssueKey): string | null => {
    const row = issues.get(key);
    if (!row) return null;
    const wishes = outbox.flatMap(({ write, createdAt }) => (write.kind === 'label' && write.key === key ? [{ ...write, createdAt }] : [])).toSorted((a, b) => a.createdAt - b.createdAt || (a.label < b.label ? -1 : 1));
    const wanted = wishes.findLast(({ present }) => present);
    if (wanted) return label(wanted.label);
    const local = localTags.get(key);
    if (local) return local.item;
    const refused = new Set(wishes.filter(({ present }) => !present).map((one) => label(one.label)));
    const found = row.labels.map(label).filter((one) => one !== null && !refused.has(one)).sort()[0];
    if (found) return found;
    const shared = row.shared?.tag ?? null;
    return shared !== null && !refused.has(shared) ? shared : null;
  };
  const today = (id: string): string => (roadmap.some((row) => row.id === id) ? id : (roadmap.find(({ formerIds = [] }) => formerIds.includes(id))?.id ?? id));
  const fits = (row: Issue, above: IssueKey[], belongs: NonNullable<RoadmapItem['belongs']>): boolean => belongs.some((one) =>
    (one.label === undefined || row.labels.includes(one.label))
    && (one.project === undefined || row.project.slice(row.project.indexOf('/') + 1).toLowerCase() === one.project.toLowerCase())
    && (one.milestone === undefined || sprints.find(({ key }) => key === row.sprint)?.title.toLowerCase() === one.milestone)
    && (one.parent === undefined || above.some((key) => key.endsWith(`/${one.parent}`))));
  const answer = new Map<IssueKey, string>();
  for (const [key, row] of issues) {
    const above: IssueKey[] = [];
    for (let at = row.parent; at !== null && at !== key && !above.includes(at) && above.length < 8; at = issues.get(at)?.parent ?? null) above.push(at);
    const word = [key, ...above].map(own).find((one) => one !== null);
    const place = word !== undefined && word !== null ? today(word) : roadmap.filter((one) => one.dropped !== true && fits(row, above, one.belongs ?? [])).map(({ id }) => id).sort()[0];
    if (place !== undefined) answer.set(key, place);
  }
  return answer;
}

/** The figures of an item by adding up, one issue after the other. */
function figures(members: readonly (ItemStanding | null)[]) {
  const counted = members.filter((one) => one !== null);
  const of = (tracker: string, done: boolean) => counted.filter((one) => one.tracker === tracker && (!done || one.category === 'done')).length;
  const sums = (hours: boolean) => {
    const estimated = counted.flatMap(({ category, estimate, inHours = false }) => (estimate === null || inHours !== hours ? [] : [{ category, estimate }]));
    return { estimated: estimated.length, total: estimated.reduce((sum, { estimate }) => sum + estimate, 0), done: estimated.reduce((sum, { category, estimate }) => sum + (category === 'done' ? estimate : 0), 0) };
  };
  const sorted = (values: (number | null)[]) => Float64Array.from(values.filter((value) => value !== null)).toSorted();
  return {
    members: members.length, total: { github: of('github', false), jira: of('jira', false) }, done: { github: of('github', true), jira: of('jira', true) },
    inProgress: counted.filter(({ category }) => category === 'doing').length, blocked: counted.filter(({ blocked }) => blocked).length,
    estimate: sums(false), hours: sums(true),
    finished: sorted(counted.map(({ finishedAt }) => finishedAt)), created: sorted(counted.map(({ createdAt }) => createdAt)), updated: sorted(counted.map(({ updatedAt }) => updatedAt)),
  };
}

async function open(): Promise<House> {
  globalThis.indexedDB = new IDBFactory();
  return openStore({ name: 'test', scorerFor, standard: settings, now: () => MORNING });
}

test('after any changes and a counting, every issue stands where a plain reading puts it, and every item’s figures are their sum', async () => {
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 25 }), async (changes) => {
    const store = await open();
    for (const [step, make] of changes.entries()) await make(store, step);
    while (await recountOnce(store));
    const places = await told(store);
    const issues = await store.issues(KEYS);
    const expected = new Map([...Map.groupBy([...places], ([, id]) => id)].map(([id, members]) => [id, figures(members.map(([key]) => { const row = issues.get(key); return row ? itemStandingOf(row) : null; }))]));
    const stored = await store.itemStatistics();
    expect(new Map(stored.map(({ item: id, ...rest }) => [id, rest]))).toEqual(expected);
    for (const [id, { members }] of expected) {
      const { keys, total } = await store.membersOf(id, 100);
      expect([total, keys.toSorted()]).toEqual([members, [...places].flatMap(([key, place]) => (place === id ? [key] : [])).toSorted()]);
    }
    expect(await store.countBelonging()).toEqual({ known: issues.size, onItems: places.size });
    // What a badge reads is the same place.
    const { tags } = await store.material(KEYS);
    expect(new Map([...tags].flatMap(([key, tag]) => (tag ? [[key, tag.item] as const] : [])))).toEqual(places);
    store.close();
  }), { numRuns: 200 });
}, 60_000);

test('a child and its child follow their epic at once, across trackers, and are told to pages', async () => {
  const store = await open();
  await store.commit({ job: null, issues: [aTicket(1), anIssue(2, { parent: jiraKey(1) }), anIssue(3, { parent: keyOf(2) })] });
  const { changed } = await store.commit({ job: null, issues: [aTicket(1, { labels: ['roadmap:pay'], updatedAt: MORNING })] });
  expect(changed.toSorted()).toEqual([jiraKey(1), keyOf(2), keyOf(3)]);
  expect((await store.itemStatistics())[0]).toMatchObject({ item: 'pay', total: { github: 2, jira: 1 } });
  expect((await store.material([keyOf(3)])).tags.get(keyOf(3))).toEqual({ key: keyOf(3), item: 'pay', via: 'parent', pending: false, from: jiraKey(1) });
});

test('what hung below an issue that is gone hangs below nothing, and below its new key where it moved: no rule for the old one holds it any longer', async () => {
  const store = await open();
  await store.amendRoadmap(() => [{ put: [buildItem({ id: 'pay', belongs: [{ parent: 'acme/shop#1' }] }), buildItem({ id: 'trust', belongs: [{ parent: 'acme/shop#5' }] })], remove: [] }, undefined]);
  await store.commit({ job: null, issues: [anIssue(1), anIssue(2, { parent: keyOf(1) }), anIssue(3, { parent: keyOf(2) })] });
  await store.commit({ job: null, moves: [{ from: keyOf(1), issue: anIssue(5, { updatedAt: MORNING }) }] });
  expect((await store.itemStatistics()).map((one) => [one.item, one.members])).toEqual([['trust', 2]]);
  const { changed } = await store.commit({ job: null, removeIssues: [keyOf(5)] });
  expect(changed).toEqual(expect.arrayContaining([keyOf(2), keyOf(3)]));
  expect([await store.itemStatistics(), (await store.issues([keyOf(2)])).get(keyOf(2))?.parent]).toEqual([[], null]);
});

test('with a site goes what others had from its epics, and is told; read anew, they have it again', async () => {
  const store = await open();
  const epic = aTicket(1, { shared: { tag: 'pay', inputs: {} } });
  await store.commit({ job: null, issues: [epic, anIssue(2, { parent: jiraKey(1) }), anIssue(3, { parent: keyOf(2) }), anIssue(4, { parent: jiraKey(1), labels: ['roadmap:trust'] }), anIssue(5)] });
  expect((await store.forgetSite('acme.atlassian.net')).changed.toSorted()).toEqual([keyOf(2), keyOf(3), keyOf(4)]);
  expect((await store.itemStatistics()).map(({ item: id, members }) => [id, members])).toEqual([['trust', 1]]);
  await store.commit({ job: null, issues: [epic] });
  expect((await store.itemStatistics()).map(({ item: id, members }) => [id, members])).toEqual([['pay', 3], ['trust', 1]]);
  store.close();
});

test('a rename of a project carries its memberships along', async () => {
  const store = await open();
  const other = 'github.com/acme/store' as typeof SHOP;
  await store.commit({ job: null, issues: [anIssue(1, { labels: ['roadmap:pay'] }), anIssue(2, { parent: keyOf(1) })] });
  const job = { id: `rename:${SHOP}`, kind: 'rename', project: SHOP, host: HOST, dueAt: 0, cursor: { to: other }, attempts: 0, error: null, finishedAt: null } as const;
  await store.putJobs([job]);
  await store.rename(job, 10);
  expect((await store.membersOf('pay', 10)).keys).toEqual([keyOf(1, other), keyOf(2, other)]);
  expect(await store.itemStatistics()).toMatchObject([{ item: 'pay', members: 2, total: { github: 2, jira: 0 } }]);
});

test('an item’s open issues come before its finished ones, and what cannot be shown is counted', async () => {
  const store = await open();
  const done = { status: { category: 'done', name: 'closed', guessedFrom: null }, closedAt: MORNING } as const;
  await store.commit({ job: null, issues: [1, 2, 3, 4].map((of) => anIssue(of, { labels: ['roadmap:pay'], ...(of < 3 && done) })) });
  expect(await store.membersOf('pay', 3)).toEqual({ keys: [keyOf(3), keyOf(4), keyOf(1)], total: 4 });
});

test('going back to the former rules before they were counted leaves no issue where the other ones put it', async () => {
  const store = await open();
  const ux = anIssue(1, { labels: ['ux'] });
  await store.commit({ job: null, issues: [anIssue(2)] });
  await store.amendRoadmap(() => [{ put: [buildItem({ id: 'pay', belongs: [{ label: 'ux' }] })], remove: [] }, undefined]);
  await store.commit({ job: null, issues: [ux] });
  expect(await store.itemStatistics()).toHaveLength(1);
  await store.amendRoadmap(() => [{ put: [], remove: ['pay'] }, undefined]);
  while (await recountOnce(store));
  expect(await store.itemStatistics()).toEqual([]);
});
