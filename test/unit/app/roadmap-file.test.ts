import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ports } from '../../../lib/app/ports.ts';
import { previewRoadmapFile, proposeRoadmapFile } from '../../../lib/app/propose-roadmap-file.ts';
import { roadmapFiles } from '../../../lib/app/roadmap-files.ts';
import { setRoadmapPlace, useTeams } from '../../../lib/app/roadmap-place.ts';
import { conventionsOf } from '../../../lib/app/sprint-conventions.ts';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import type { FilePreview } from '../../../lib/messaging/roadmap-file-messages.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import { createGithubTracker } from '../../../lib/trackers/github/tracker.ts';
import type { Tracker } from '../../../lib/trackers/tracker.ts';
import { localFetch } from '../../contract/local-fetch.ts';
import { fullName, type Repository } from '../../tracker/model/repository.ts';
import { type DemoTracker, startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';
import { SAMPLE } from '../core/roadmap/file/sample.ts';
import { runUntil, scorerFor, settings } from '../sync/household.ts';

const SHOP = 'github.com/acme/shop' as ProjectKey;
const PATH = '.github/waymark.yml';

describe('the roadmap file, from the tracker to a proposal and back', () => {
  let site: DemoTracker;
  let shop: Repository;
  let store: Store & SyncStore;
  let ports: Ports;
  let run: () => Promise<void>;
  let clock: { now: number };
  /** Every so many requests of a proposal the worker dies: its answer is lost. */
  let lost = 0;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    lost = 0;
    const world = demoWorld({ issues: 12 });
    site = await startTracker({ world });
    const found = world.repositories.find((one) => fullName(one) === 'acme/shop');
    if (!found) throw new Error('the demo has no acme/shop');
    shop = found;
    clock = { now: Date.now() };
    const github = createGithubTracker({ fetch: localFetch(site.port), now: () => clock.now });
    const tracker: Tracker = { ...github, proposeFile: async (...asked) => {
      const answer = await github.proposeFile?.(...asked);
      if (lost > 0 && (lost -= 1) % 2 === 0) return { outcome: { ok: false, error: { kind: 'offline' } }, allowance: null };
      return answer ?? { outcome: { ok: false, error: { kind: 'offline' } }, allowance: null };
    } };
    store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => clock.now });
    const house = { store, trackerFor: () => tracker, now: () => clock.now, changed: () => {} };
    const sync = createSync({ ...house, random: () => 0.5, soon: () => {} });
    ports = { ...house, sync };
    run = () => runUntil(sync, clock, clock.now + 10 * 60_000);
    await signIn('ghp_demo_writer');
    await sync.visit(SHOP, [], 'acme/shop');
  });
  afterEach(() => site.close());

  const signIn = (token: string): Promise<boolean> => store.putConnection({ host: 'github.com', tracker: 'github', login: 'maya', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, token);
  const main = (): Map<string, string> => shop.branches.get('main')?.files ?? new Map<string, string>();
  const shown = (preview: FilePreview): Extract<FilePreview, { ok: true }> => {
    if (!preview.ok) throw new Error(preview.sentence);
    return preview;
  };
  const change = async (id: string, title: string): Promise<void> => {
    const item = (await store.roadmap()).find((one) => one.id === id);
    if (item) await store.amendRoadmap(() => [{ put: [{ ...item, title }], remove: [] }, undefined]);
  };
  const pulls = () => [...shop.issues.values()].filter(({ pull }) => pull?.branch.startsWith('waymark/'));
  const propose = async (pull = true): Promise<string> => {
    const { seen } = shown(await previewRoadmapFile(ports, { project: SHOP, changes: null }));
    return (await proposeRoadmapFile(ports, { project: SHOP, changes: null, seen, title: 'Rename the kiosk', pull })).branch;
  };

  it('tells before it has looked, without a file, with one, and with a broken one', async () => {
    expect(await roadmapFiles(ports)).toMatchObject([{ project: SHOP, state: 'unread', place: { path: PATH, branch: null }, url: 'https://github.com/acme/shop/blob/HEAD/.github/waymark.yml' }]);
    expect(await previewRoadmapFile(ports, { project: SHOP, changes: null })).toMatchObject({ ok: false });
    await run();
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'absent', items: [], errors: [] }]);
    main().set(PATH, SAMPLE);
    // Within one visit it is not looked for again: that there is none is no free answer.
    clock.now += 6 * 60_000;
    await ports.sync.refresh(SHOP);
    await run();
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'good', items: ['faster-checkout', 'search', 'kiosk'], differs: [] }]);
    main().set(PATH, SAMPLE.replace('horizon: later', 'horizon: soon'));
    await ports.sync.refresh(SHOP);
    await run();
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'broken', items: ['faster-checkout', 'search', 'kiosk'], errors: [{ line: 34, column: 14 }] }]);
    expect(await previewRoadmapFile(ports, { project: SHOP, changes: null })).toMatchObject({ ok: false, errors: [{ line: 34 }] });
    // Without a sign-in nothing looks for it any more.
    await store.putConnection({ host: 'github.com', tracker: 'github', login: null, tokenKind: null, missing: [], state: 'unchecked', expiresAt: null, checkedAt: null }, null);
    expect(await roadmapFiles(ports)).toEqual([]);
  });

  it('shows a change as a diff of one line, proposes it once although every other answer is lost, and agrees once it is merged', async () => {
    main().set(PATH, SAMPLE);
    await run();
    await change('kiosk', 'Kiosks');
    expect(await roadmapFiles(ports)).toMatchObject([{ differs: [{ kind: 'item', id: 'item:kiosk:title', sentence: '“Kiosks” differs from the team’s in title: Kiosks here, Kiosk there.' }] }]);
    const preview = shown(await previewRoadmapFile(ports, { project: SHOP, changes: null }));
    expect(preview.diff.split('\n').filter((line) => /^[+-] /.test(line))).toEqual(['-    title: Kiosk', '+    title: Kiosks']);
    lost = 40;
    const branch = await propose();
    expect(await propose()).toBe(branch);
    await run();
    const wanted = SAMPLE.replace('title: Kiosk', 'title: Kiosks');
    expect(shop.branches.get(branch)?.files.get(PATH)).toBe(wanted);
    expect([main().get(PATH), pulls().map(({ title }) => title)]).toEqual([SAMPLE, ['Rename the kiosk']]);
    expect((await roadmapFiles(ports))[0]?.proposals).toEqual([{ branch, title: 'Rename the kiosk', state: 'done', url: `https://github.com/acme/shop/pull/${pulls()[0]?.number}`, failure: null }]);
    main().set(PATH, wanted);
    await ports.sync.refresh(SHOP);
    await run();
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'good', differs: [] }]);
  });

  it('begins the file of a repository that has none with what is only in this browser', async () => {
    await store.amendRoadmap(() => [{ put: [{ id: 'gifts', title: 'Gift cards', outcome: 'More gifts', horizon: 'next', createdAt: 1, updatedAt: 1 }], remove: [] }, undefined]);
    await run();
    expect(shown(await previewRoadmapFile(ports, { project: SHOP, changes: null })).diff).toContain('--- /dev/null');
    const branch = await propose(false);
    // A colleague's token does not send it.
    await store.putConnection({ ...(await store.connection('github.com'))!, login: 'jonas' }, 'ghp_demo_writer');
    await run();
    expect([shop.branches.has(branch), (await roadmapFiles(ports))[0]?.proposals]).toMatchObject([false, [{ state: 'failed', failure: expect.stringMatching(/while maya was signed in.*as jonas now/) as unknown }]]);
    await propose(false);
    await run();
    expect(shop.branches.get(branch)?.files.get(PATH)).toBe('# The roadmap, for Waymark.\nitems:\n  - id: gifts\n    title: Gift cards\n    outcome: More gifts\n    horizon: next\n');
    expect((await roadmapFiles(ports))[0]?.proposals).toMatchObject([{ state: 'done', url: `https://github.com/acme/shop/tree/${branch}` }]);
  });

  it('proposes a sprint’s goals in their order where the file is their place, and touches nothing else of it', async () => {
    main().set(PATH, SAMPLE);
    await run();
    // Another project of the same team keeps its goals there too.
    expect(await conventionsOf(ports, 'github.com/acme/docs' as ProjectKey)).toMatchObject({ home: SHOP, place: { path: PATH } });
    const goals = { sprint: 'Sprint 24', goals: ['Buyers pay in one step', 'Support hears less about vouchers'] };
    const preview = shown(await previewRoadmapFile(ports, { project: SHOP, changes: [], goals }));
    expect(preview.choices).toEqual([]);
    const touched = preview.diff.split('\n').filter((line) => /^[+-] /.test(line));
    expect(touched.join('\n')).toContain('Support hears less about vouchers');
    expect(touched.filter((line) => !/goal|sprint/i.test(line))).toEqual([]);
    const { branch } = await proposeRoadmapFile(ports, { project: SHOP, changes: [], goals, seen: preview.seen, title: 'Goal of Sprint 24', pull: true });
    await run();
    expect(pulls().map(({ title }) => title)).toEqual(['Goal of Sprint 24']);
    const text = shop.branches.get(branch)?.files.get(PATH) ?? '';
    for (const comment of ['# we are quick', '# How we score', '# ours, not Waymark', '# end']) expect(text).toContain(comment);
    main().set(PATH, text);
    await ports.sync.refresh(SHOP);
    await run();
    expect((await roadmapFiles(ports))[0]?.team.sprints?.goals).toEqual(goals.goals.map((goal) => ({ sprint: 'Sprint 24', goal })));
    expect(await previewRoadmapFile(ports, { project: SHOP, changes: [], goals })).toMatchObject({ ok: false, sentence: expect.stringContaining('nothing to write') });
    expect(shown(await previewRoadmapFile(ports, { project: SHOP, changes: [], goals: { sprint: 'Sprint 25', goals: ['Find in one word'] } })).text).toContain('Sprint 25');
    expect(shown(await previewRoadmapFile(ports, { project: SHOP, changes: [], goals: { sprint: 'Sprint 24', goals: [] } })).text).not.toContain('Buyers pay in one step');
  });

  it('writes nothing that was not shown, nothing over a teammate’s change, and says what a token lacks', async () => {
    main().set(PATH, SAMPLE);
    await run();
    await change('kiosk', 'Kiosks');
    const { seen } = shown(await previewRoadmapFile(ports, { project: SHOP, changes: null }));
    await change('kiosk', 'Terminals');
    await expect(proposeRoadmapFile(ports, { project: SHOP, changes: null, seen, title: 'x', pull: true })).rejects.toThrow('has changed since you looked');
    main().set(PATH, SAMPLE.replace('title: Kiosk', 'title: Theirs'));
    await propose();
    await run();
    expect((await roadmapFiles(ports))[0]?.proposals).toMatchObject([{ state: 'failed', failure: expect.stringContaining('nothing of theirs was written over') }]);
    expect(pulls()).toEqual([]);
    await signIn('github_pat_demo_writer');
    await ports.sync.refresh(SHOP);
    await run();
    await change('search', 'Find');
    await propose();
    await run();
    expect((await roadmapFiles(ports))[0]?.proposals.map(({ failure }) => failure)).toContainEqual(expect.stringContaining('(missing: Contents: read and write)'));
    await store.putConnection({ host: 'github.com', tracker: 'github', login: null, tokenKind: null, missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, null);
    await expect(propose()).rejects.toThrow('Without a token');
  });

  it('writes nothing over a teammate’s change that is read in the very moment of the proposal', async () => {
    main().set(PATH, SAMPLE);
    await run();
    await change('kiosk', 'Kiosks');
    const { seen } = shown(await previewRoadmapFile(ports, { project: SHOP, changes: null }));
    const theirs = SAMPLE.replace('title: Kiosk', 'title: Theirs');
    let looks = 0;
    const meanwhile = { ...store, roadmapFiles: async () => {
      const rows = await store.roadmapFiles();
      if ((looks += 1) > 1) return rows;
      main().set(PATH, theirs);
      await ports.sync.refresh(SHOP);
      await run();
      return rows;
    } };
    await proposeRoadmapFile({ ...ports, store: meanwhile }, { project: SHOP, changes: null, seen, title: 'Rename the kiosk', pull: true });
    await run();
    expect((await roadmapFiles(ports))[0]?.proposals).toMatchObject([{ state: 'failed', failure: expect.stringContaining('nothing of theirs was written over') }]);
    expect([...shop.branches.values()].map(({ files }) => files.get(PATH)).filter((text) => text !== undefined && text !== theirs)).toEqual([]);
  });

  it('writes only the changes that were chosen, the team’s settings and removals among them', async () => {
    main().set(PATH, SAMPLE);
    await run();
    await change('search', 'Find');
    await store.amendRoadmap(() => [{ put: [], remove: ['kiosk'] }, undefined]);
    const agreed = await store.settings();
    await store.amendSettings(() => ({ ...agreed, thresholds: { ...agreed.thresholds, idleDays: 9 } }));
    const all = await previewRoadmapFile(ports, { project: SHOP, changes: null });
    expect(all.choices.map(({ id, usual }) => [id, usual])).toEqual([['item:search:title', true], ['remove:kiosk', true], ['setting:thresholds.idleDays', false]]);
    const lines = async (changes: string[]) => shown(await previewRoadmapFile(ports, { project: SHOP, changes })).diff.split('\n').filter((line) => /^[+-] /.test(line));
    expect(await lines(['setting:thresholds.idleDays'])).toEqual(['-    idleDays: 4   # we are quick', '+    idleDays: 9   # we are quick']);
    expect(await lines(['remove:kiosk'])).toEqual(['-  - id: kiosk', '-    title: Kiosk', '-    dropped: true']);
    expect(await previewRoadmapFile(ports, { project: SHOP, changes: [] })).toMatchObject({ ok: false, sentence: expect.stringContaining('Nothing is chosen') });
    await useTeams(ports, SHOP, 'setting:thresholds.idleDays');
    await useTeams(ports, SHOP, 'remove:kiosk');
    expect((await roadmapFiles(ports))[0]?.differs.map(({ id }) => id)).toEqual(['item:search:title']);
    expect((await store.settings()).thresholds.idleDays).toBe(4);
  });

  it('merges what was changed offline with a teammate’s change part by part, and writes over nobody’s', async () => {
    main().set(PATH, SAMPLE);
    await run();
    const search = (await store.roadmap()).find(({ id }) => id === 'search');
    if (search) await store.amendRoadmap(() => [{ put: [{ ...search, title: 'Find anything', owner: 'maya' }], remove: [] }, undefined]);
    main().set(PATH, SAMPLE.replace('title: Better search', 'title: Best search').replace('horizon: later', 'horizon: next'));
    await ports.sync.refresh(SHOP);
    await run();
    expect((await store.roadmap()).find(({ id }) => id === 'search')).toMatchObject({ title: 'Find anything', owner: 'maya', horizon: 'next' });
    expect((await roadmapFiles(ports))[0]?.differs).toMatchObject([{ id: 'item:search:title', contested: true, here: 'Find anything', there: 'Best search' }, { id: 'item:search:owner', contested: false }]);
    expect(shown(await previewRoadmapFile(ports, { project: SHOP, changes: null })).text).toContain('title: Best search');
    // Read again without a change, it is still known that both have changed it.
    main().set(PATH, `${main().get(PATH)}# more\n`);
    await ports.sync.refresh(SHOP);
    await run();
    expect((await roadmapFiles(ports))[0]?.differs[0]).toMatchObject({ id: 'item:search:title', contested: true });
    await useTeams(ports, SHOP, 'item:search:title');
    expect((await roadmapFiles(ports))[0]?.differs.map(({ id }) => id)).toEqual(['item:search:owner']);
  });

  it('looks for the file where somebody says it is, at once, by a version of its own', async () => {
    main().set(PATH, SAMPLE);
    main().set('docs/plan.yml', 'items:\n  - { id: gifts, title: Gift cards }\n');
    await run();
    await setRoadmapPlace(ports, SHOP, { path: 'docs/plan.yml', branch: 'main' });
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'unread', place: { path: 'docs/plan.yml', branch: 'main' }, url: 'https://github.com/acme/shop/blob/main/docs/plan.yml' }]);
    await run();
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'good', items: ['gifts'], place: { path: 'docs/plan.yml' } }]);
    await setRoadmapPlace(ports, SHOP, { path: 'docs/none.yml', branch: null });
    await run();
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'absent', place: { path: 'docs/none.yml' } }]);
    await setRoadmapPlace(ports, SHOP, { path: PATH, branch: null });
    await run();
    expect(await roadmapFiles(ports)).toMatchObject([{ state: 'good', items: ['faster-checkout', 'search', 'kiosk'] }]);
    await setRoadmapPlace(ports, SHOP, null);
    await run();
    expect(await roadmapFiles(ports)).toMatchObject([{ followed: false, items: [] }]);
    expect((await store.roadmap()).map(({ id }) => id)).toContain('search');
    await expect(setRoadmapPlace(ports, SHOP, { path: '../secret.yml', branch: null })).rejects.toThrow('cannot be the place');
  });

  it('moves from one repository’s file to another’s: what the one holds is proposed to the other only for the move, and the former is followed no longer', async () => {
    const other = site.world.repositories.find((one) => fullName(one) !== 'acme/shop' && fullName(one).startsWith('acme/') && !one.private);
    if (!other) throw new Error('the demo has one repository');
    const THERE = `github.com/${fullName(other)}` as ProjectKey;
    main().set(PATH, SAMPLE);
    await ports.sync.visit(THERE, [], fullName(other));
    await run();
    expect(await previewRoadmapFile(ports, { project: THERE, changes: null })).toMatchObject({ ok: true, diff: expect.not.stringContaining('faster-checkout') });
    const preview = shown(await previewRoadmapFile(ports, { project: THERE, changes: null, moving: true }));
    expect(preview.choices.map(({ id }) => id)).toEqual(expect.arrayContaining(['item:faster-checkout', 'item:search', 'item:kiosk']));
    const { branch } = await proposeRoadmapFile(ports, { project: THERE, changes: null, moving: true, seen: preview.seen, title: 'Move it here', pull: true });
    await run();
    const text = other.branches.get(branch)?.files.get(PATH) ?? '';
    expect(text).toBe(preview.text);
    other.branches.get('main')?.files.set(PATH, text);
    await setRoadmapPlace(ports, SHOP, null);
    clock.now += 6 * 60_000;
    await ports.sync.refresh(THERE);
    await run();
    expect((await roadmapFiles(ports)).find(({ project }) => project === THERE)).toMatchObject({ state: 'good', items: ['faster-checkout', 'kiosk', 'search'], differs: [] });
    expect((await store.roadmap()).map(({ id }) => id)).toEqual(['faster-checkout', 'kiosk', 'search']);
  });
});
