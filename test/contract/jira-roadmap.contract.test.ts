import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ports } from '../../lib/app/ports.ts';
import { previewRoadmapFile, proposeRoadmapFile } from '../../lib/app/propose-roadmap-file.ts';
import { roadmapFiles } from '../../lib/app/roadmap-files.ts';
import { setRoadmapPlace, useTeams } from '../../lib/app/roadmap-place.ts';
import { openRoadmap } from '../../lib/app/open-roadmap.ts';
import { conventionsOf } from '../../lib/app/sprint-conventions.ts';
import type { IssueKey, ProjectKey } from '../../lib/core/issue.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import { openStore } from '../../lib/storage/indexeddb-store.ts';
import type { Store, SyncStore } from '../../lib/storage/store.ts';
import { createSync } from '../../lib/sync/schedule.ts';
import { createJiraTracker } from '../../lib/trackers/jira/tracker.ts';
import type { Tracker } from '../../lib/trackers/tracker.ts';
import { rename, setDueDate, setLabels, setProperty } from '../tracker/jira/edit/issue.ts';
import { type DemoTracker, startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { runUntil, scorerFor, settings } from '../unit/sync/household.ts';
import { localFetch } from './local-fetch.ts';

const TOKENS = { 'acme.atlassian.net': ['maya@acme.example:ATATT-demo-writer', 'jonas-k@acme.example:ATATT-demo-member'], 'jira.acme.example': ['dc-pat-writer', 'dc-pat-member'] } as const;

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The demo lacks it.');
  return value;
}

/** Both Jiras keep a roadmap in a project's property, for teams without a repository. */
describe.each(Object.entries(TOKENS))('the roadmap of a project of %s', (host, [admin, member]) => {
  const SHOP = `${host}/SHOP` as ProjectKey;
  let demo: DemoTracker;
  let store: Store & SyncStore;
  let ports: Ports;
  let run: () => Promise<void>;
  /** An hour and more, as the sync lives it. */
  let later: () => Promise<void>;
  /** Every other answer to a step of a proposal is lost, so often. */
  let lost = 0;

  const project = () => demo.world.jira.sites.find((site) => site.host === host)?.projects.get('SHOP') ?? expect.unreachable(host);
  const kept = () => project().properties?.waymark as { items: Record<string, unknown>[]; [name: string]: unknown } | undefined; // as the test or Waymark wrote it
  const keep = (value: unknown) => void (project().properties = { waymark: value });
  const read = async () => { await ports.sync.refresh(SHOP); await run(); };
  const edit = async (id: string, members: object) => {
    const item = (await store.roadmap()).find((one) => one.id === id) ?? expect.unreachable(id);
    await store.amendRoadmap(() => [{ put: [{ ...item, ...members }], remove: [] }, undefined]);
  };
  const write = async (): Promise<void> => {
    const preview = await previewRoadmapFile(ports, { project: SHOP, changes: null });
    if (!preview.ok) throw new Error(preview.sentence);
    await proposeRoadmapFile(ports, { project: SHOP, changes: null, seen: preview.seen, title: '', pull: false });
  };
  const outcome = async () => (await roadmapFiles(ports))[0]?.proposals[0];
  const signIn = (token: string) => store.putConnection({ host, tracker: 'jira', login: 'maya', tokenKind: 'other', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, token);

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    lost = 0;
    demo = await startTracker({ world: demoWorld({ issues: 12 }) });
    const clock = { now: Date.now() };
    const jira = createJiraTracker({ fetch: localFetch(demo.port), now: () => clock.now });
    const tracker: Tracker = { ...jira, proposeFile: async (...asked) => {
      const answer = (await jira.proposeFile?.(...asked)) ?? expect.unreachable('Jira keeps roadmaps');
      if (answer.outcome.ok && lost > 0 && (lost -= 1) % 2 === 0) return { outcome: { ok: false, error: { kind: 'offline' } }, allowance: null };
      return answer;
    } };
    store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => clock.now });
    const house = { store, trackerFor: () => tracker, now: () => clock.now, changed: () => {} };
    const sync = createSync({ ...house, random: () => 0.5, soon: () => {} });
    ports = { ...house, sync };
    run = () => runUntil(sync, clock, clock.now + 10 * 60_000);
    later = () => runUntil(sync, clock, clock.now + 70 * 60_000);
    await signIn(admin);
    await sync.visit(SHOP, [], 'SHOP');
    await run();
  });
  afterEach(() => demo.close());

  it('begins with what is in this browser, is written once though answers are lost, and is agreed with at once', async () => {
    expect(await roadmapFiles(ports)).toMatchObject([{ keptAs: 'property', state: 'absent' }]);
    await store.amendRoadmap(() => [{ put: [{ id: 'gifts', title: 'Gift cards', outcome: 'More gifts', horizon: 'next', createdAt: 1, updatedAt: 1 }], remove: [] }, undefined]);
    lost = 4;
    await write();
    await run();
    expect(kept()).toEqual({ items: [{ id: 'gifts', title: 'Gift cards', outcome: 'More gifts', horizon: 'next' }] });
    expect(await outcome()).toMatchObject({ state: 'done', failure: null });
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'good', items: ['gifts'], differs: [] }]);
  });

  it('joins the roadmap, keeps members that it does not know, and takes out what was removed', async () => {
    keep({ vision: 'No queue', items: [{ id: 'pay', title: 'Pay', horizon: 'now', budget: 12 }, { id: 'kiosk', title: 'Kiosk' }], ours: true });
    await read();
    expect((await store.roadmap()).map(({ id }) => id)).toEqual(['kiosk', 'pay']);
    await edit('pay', { title: 'Pay faster' });
    await store.amendRoadmap(() => [{ put: [], remove: ['kiosk'] }, undefined]);
    await write();
    await run();
    expect(kept()).toEqual({ vision: 'No queue', items: [{ id: 'pay', title: 'Pay faster', horizon: 'now', budget: 12 }], ours: true });
  });

  it('holds the goals of sprints where the team says so: a change of them is written at once, for other projects of the team too', async () => {
    keep({ items: [], team: { sprints: { goal: { place: 'file' }, goals: [{ sprint: 'sprint 9', goal: 'Pay' }] } } });
    await read();
    const { home, goalsOf } = await conventionsOf(ports, `${host}/OPS` as ProjectKey);
    expect([home, goalsOf('Sprint 9')]).toEqual([SHOP, ['Pay']]);
    const wish = { project: home, changes: [], goals: { sprint: 'Sprint 9', goals: ['Pay in one step', 'Find'] } };
    const preview = await previewRoadmapFile(ports, wish);
    if (!preview.ok) throw new Error(preview.sentence);
    await proposeRoadmapFile(ports, { ...wish, seen: preview.seen, title: '', pull: false });
    await run();
    expect(kept()).toEqual({ items: [], team: { sprints: { goal: { place: 'file' }, goals: [{ sprint: 'sprint 9', goal: 'Pay in one step' }, { sprint: 'sprint 9', goal: 'Find' }] } } });
  });

  it('is never written over a teammate’s change: theirs is merged in, and what both changed is shown with both values', async () => {
    keep({ items: [{ id: 'pay', title: 'Pay', horizon: 'now' }] });
    await read();
    await edit('pay', { title: 'Mine', owner: 'maya' });
    await write();
    keep({ items: [{ id: 'pay', title: 'Theirs', horizon: 'later' }] });
    await run();
    expect(kept()?.items).toEqual([{ id: 'pay', title: 'Theirs', horizon: 'later' }]);
    expect(await outcome()).toMatchObject({ state: 'failed', failure: expect.stringContaining('nothing of theirs was written over') });
    expect((await store.roadmap())[0]).toMatchObject({ title: 'Mine', owner: 'maya', horizon: 'later' });
    expect((await roadmapFiles(ports))[0]?.differs).toMatchObject([{ id: 'item:pay:title', here: 'Mine', there: 'Theirs', contested: true }, { id: 'item:pay:owner', contested: false }]);
    await useTeams(ports, SHOP, 'item:pay:title');
    await write();
    await run();
    expect(kept()?.items).toEqual([{ id: 'pay', title: 'Theirs', horizon: 'later', owner: 'maya' }]);
  });

  it('can be moved here from this browser, and back, and every tag still counts: label, property and local', async () => {
    const site = there(demo.world.jira.sites.find((one) => one.host === host));
    const issues = [...site.issues.values()].filter((issue) => issue.project === 'SHOP');
    const [labelled, propertied, local] = [there(issues[0]), there(issues[1]), there(issues[2])];
    const by = { world: demo.world.jira, site, actor: 'maya', at: Date.now() };
    setLabels(by, labelled, [...labelled.labels.filter((label) => !label.startsWith('roadmap:')), 'roadmap:gifts']);
    setLabels(by, propertied, propertied.labels.filter((label) => !label.startsWith('roadmap:')));
    rename(by, propertied, `${propertied.summary}!`);
    setProperty(propertied, 'waymark', { tag: 'gifts', inputs: {} });
    await read();
    await store.amendRoadmap(() => [{ put: [{ id: 'gifts', title: 'Gift cards', outcome: '', horizon: 'next', createdAt: 1, updatedAt: 1 }], remove: [] }, undefined]);
    await store.applyTags({ outbox: [], drop: [], localTags: [{ key: `${host}/${local.key}` as IssueKey, item: 'gifts', at: 1 }], clearLocal: [] });
    await run();
    const tags = async () => {
      const keys = [labelled, propertied, local].map((issue) => `${host}/${issue.key}` as IssueKey);
      const material = await store.material(keys);
      return [keys.map((key) => material.tags.get(key)?.item), keys.map((key) => material.tags.get(key)?.via), (await store.membersOf('gifts', 10)).total];
    };
    const before = await tags();
    expect(before).toEqual([['gifts', 'gifts', 'gifts'], ['label', 'shared', 'local'], 3]);
    const preview = await previewRoadmapFile(ports, { project: SHOP, changes: null, moving: true });
    if (!preview.ok) throw new Error(preview.sentence);
    await proposeRoadmapFile(ports, { project: SHOP, changes: null, moving: true, seen: preview.seen, title: '', pull: false });
    await run();
    expect([(await roadmapFiles(ports))[0]?.items, await tags()]).toEqual([['gifts'], before]);
    await setRoadmapPlace(ports, SHOP, null);
    await run();
    expect([(await roadmapFiles(ports))[0], await tags()]).toMatchObject([{ followed: false, items: [] }, before]);
    expect((await store.roadmap()).map(({ title }) => title)).toEqual(['Gift cards']);
    // What is there stays there, and is followed again whenever somebody wants.
    expect(kept()?.items).toHaveLength(1);
    await setRoadmapPlace(ports, SHOP, { path: 'waymark', branch: null });
    await run();
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'good', followed: true, items: ['gifts'], differs: [] }]);
  });

  it('takes a version’s and an epic’s present days as read values, follows them, and never writes them', async () => {
    const site = there(demo.world.jira.sites.find((one) => one.host === host));
    const version = there(project().versions.find(({ archived, releaseDate }) => !archived && releaseDate !== null));
    const epic = there([...site.issues.values()].find((issue) => issue.project === 'SHOP'));
    setDueDate({ world: demo.world.jira, site, actor: 'maya', at: Date.now() }, epic, '2027-02-01');
    Object.assign(version, { releaseDate: '2026-12-12', released: false });
    const base = { outcome: '', horizon: 'next', createdAt: 1, updatedAt: 1 } as const;
    await store.amendRoadmap(() => [{ put: [{ ...base, id: 'release', title: 'Release', belongs: [{ version: version.name, project: 'SHOP' }], window: { from: null, to: '2026-11-30' as PlainDate } }], remove: [] }, undefined]);
    await store.amendRoadmap(() => [{ put: [{ ...base, id: 'large', title: 'Large', horizon: null, belongs: [{ parent: epic.key }] }], remove: [] }, undefined]);
    await read();
    const shown = async (id: string) => there((await openRoadmap(ports)).items.find(({ item }) => item.id === id));
    const context = host === 'jira.acme.example' ? site.contextPath : '';
    expect(await shown('large')).toMatchObject({ item: { horizon: null }, planned: { to: '2027-02-01' }, plans: [{ words: `epic ${epic.key}`, dueOn: '2027-02-01' }] });
    await later();
    expect(await shown('release')).toMatchObject({ plans: [{ words: `Jira version ${version.name}`, dueOn: '2026-12-12', done: false, url: `https://${host}${context}/projects/SHOP/versions/${version.id}` }], unlike: [`The Jira version ${version.name} is due 12 Dec 2026, the item’s window ends 30 Nov 2026.`] });
    Object.assign(version, { releaseDate: '2027-01-15', released: true });
    await later();
    expect((await shown('release')).plans).toMatchObject([{ dueOn: '2027-01-15', done: true }]);
    expect((await store.roadmap()).find(({ id }) => id === 'release')?.window?.to).toBe('2026-11-30');
    expect(version.releaseDate).toBe('2027-01-15');
    // What was archived is nobody's plan any more.
    Object.assign(version, { archived: true });
    await later();
    expect(await shown('release')).not.toHaveProperty('plans');
  });

  it('says what a person may not, and what is too much for Jira, before it writes', async () => {
    await signIn(member);
    await store.amendRoadmap(() => [{ put: [{ id: 'gifts', title: 'Gift cards', outcome: '', horizon: 'next', createdAt: 1, updatedAt: 1 }], remove: [] }, undefined]);
    await read();
    await write();
    await run();
    expect(kept()).toBeUndefined();
    expect(await outcome()).toMatchObject({ state: 'failed', failure: expect.stringContaining('missing: Administer projects') });
    for (let number = 0; number < 20; number += 1) await store.amendRoadmap(() => [{ put: [{ id: `i${number}`, title: 'T', outcome: 'x'.repeat(1900), horizon: 'next', createdAt: 1, updatedAt: 1 }], remove: [] }, undefined]);
    expect(await previewRoadmapFile(ports, { project: SHOP, changes: null })).toMatchObject({ ok: false, sentence: expect.stringMatching(/Jira keeps 32,768 in a project.*file of a repository/) });
  });

  it('is read with few requests, and broken ones say where', async () => {
    keep({ items: [{ id: 'pay', title: 'Pay', horizon: 'soon' }] });
    await read();
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'broken', errors: [{ line: 6, sentence: expect.stringContaining('must be one of now, next, later') }] }]);
    // That there is none was believed only once it was known who asks: two requests; then one.
    expect(demo.requests.filter(({ path }) => path.includes('/project/SHOP/properties/')).length).toBe(3);
  });
});
