import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import type { Exchanged, FileProposal, FileRead, ProposalStep } from '../../../lib/trackers/tracker.ts';
import { MALFORMED } from '../core/roadmap/file/malformed.ts';
import { SAMPLE } from '../core/roadmap/file/sample.ts';
import type { RoadmapPlace } from '../../../lib/core/roadmap/file/place.ts';
import { FakeTracker } from './fake-tracker.ts';
import { HOUR, household } from './household.ts';
import { aRepository, aSprint, SHOP } from './world.ts';

const DAY = 24 * HOUR;

/** A tracker whose repositories have a roadmap file. */
class FilingTracker extends FakeTracker {
  text: string | null = null;

  proposeFile(credentials: { token: string | null }, { branch }: FileProposal): Promise<Exchanged<ProposalStep>> {
    return this.answer<ProposalStep>(`POST ${branch}`, credentials, () => ({ at: 'done', url: 'https://github.com/acme/shop/pull/1' }));
  }

  readFile(credentials: { token: string | null }, project: ProjectKey, { path }: RoadmapPlace, etag: string | null): Promise<Exchanged<FileRead>> {
    return this.answer<FileRead>(`GET file ${project} ${path}`, credentials, () => {
      if (this.text === null) return { state: 'absent' };
      const tag = `W/"${this.text.length} ${this.text.slice(0, 4000)}"`;
      if (tag === etag) this.unchanged.push(`file ${project}`);
      return tag === etag ? { state: 'unchanged' } : { state: 'read', text: this.text, blob: `blob of ${this.text.length}`, etag: tag };
    });
  }
}

async function watched(text: string | null, size = 20) {
  const clock = { now: Date.UTC(2026, 10, 22, 8) };
  const tracker = new FilingTracker(() => clock.now);
  tracker.text = text;
  tracker.add(...aRepository(size));
  const home = await household({ tracker, clock });
  await home.connect();
  await home.sync.visit(SHOP, [], 'Acme/Shop');
  await home.run();
  return home;
}

const asked = ({ tracker }: Awaited<ReturnType<typeof watched>>): number => tracker.requests.filter((request) => request.startsWith('GET file')).length;

test('the items of a watched repository’s file join the roadmap, and the team’s settings are used', async () => {
  const { store, told } = await watched(SAMPLE);
  expect((await store.roadmap()).map(({ id }) => id)).toEqual(['faster-checkout', 'kiosk', 'search']);
  expect(await store.settings()).toMatchObject({ model: 'signals', weights: { signals: { demand: 30, severity: 25 } }, thresholds: { idleDays: 4 }, calendar: { timeZone: 'Europe/Berlin', holidays: ['2026-12-25'] }, aim: { vision: 'Shopping without waiting' } });
  expect(await store.roadmapFiles()).toMatchObject([{ project: SHOP, state: 'good', good: { text: SAMPLE }, errors: [], warnings: [{ line: 36 }] }]);
  expect(told.projects).toContain(SHOP);
});

test('a steady hour with a roadmap file costs at most fifteen requests, all 304', async () => {
  const home = await watched(SAMPLE, 250);
  home.tracker.requests.length = home.tracker.unchanged.length = 0;
  await home.run(home.clock.now + HOUR);
  expect(asked(home)).toBe(1);
  expect(home.tracker.requests.length).toBeLessThanOrEqual(15);
  expect(home.tracker.unchanged).toHaveLength(home.tracker.requests.length);
});

test('where there is no file it is looked for once a day, or when the user asks', async () => {
  const home = await watched(null);
  await home.run(home.clock.now + DAY - HOUR);
  expect(asked(home)).toBe(1);
  home.tracker.text = SAMPLE;
  await home.sync.refresh(SHOP);
  await home.run();
  expect(await home.store.roadmap()).toHaveLength(3);
});

test('a first file that is proposed is looked for within the hour, and at once when the user asks: a colleague may merge it at any moment', async () => {
  const home = await watched(null);
  const proposal = { project: SHOP, place: { path: '.github/waymark.yml', branch: null }, branch: 'waymark/roadmap-1', text: SAMPLE, basis: null, title: 'A roadmap', body: '', pull: true };
  await home.store.putJobs([{ id: `propose:${SHOP}|waymark/roadmap-1`, kind: 'propose', project: SHOP, host: 'github.com', dueAt: home.clock.now, cursor: { proposal, step: { at: 'start' }, failure: null }, attempts: 0, error: null, finishedAt: null }]);
  await home.run();
  await home.run(home.clock.now + 3 * HOUR);
  expect(asked(home)).toBeGreaterThanOrEqual(3);
  home.tracker.text = SAMPLE;
  await home.sync.refresh(SHOP);
  await home.run();
  expect(await home.store.roadmap()).toHaveLength(3);
  expect(asked(home)).toBeLessThanOrEqual(6);
});

test('a file that is gone leaves its items to this browser', async () => {
  const home = await watched(SAMPLE);
  home.tracker.text = null;
  await home.run(home.clock.now + 2 * HOUR);
  expect([(await home.store.roadmap()).length, await home.store.roadmapFiles()]).toEqual([3, []]);
});

test('200 and more malformed files change nothing in use, each with its errors beside the last good version', async () => {
  const home = await watched(SAMPLE);
  const inUse = async (): Promise<unknown> => [await home.store.roadmap(), await home.store.settings(), (await home.store.roadmapFiles()).map(({ good }) => good)];
  const before = await inUse();
  for (const { name, text } of MALFORMED) {
    home.tracker.text = text;
    await home.sync.refresh(SHOP);
    await home.run(home.clock.now + 1000);
    const [row] = await home.store.roadmapFiles();
    expect(row?.state, name).toBe('broken');
    expect(row?.errors[0], name).toMatchObject({ line: expect.any(Number), column: expect.any(Number), sentence: expect.any(String) });
    expect(await inUse(), name).toEqual(before);
  }
  home.tracker.text = SAMPLE.replace('title: Kiosk', 'title: Kiosks');
  await home.sync.refresh(SHOP);
  await home.run();
  expect((await home.store.roadmap()).map(({ title }) => title)).toContain('Kiosks');
  expect(await home.store.roadmapFiles()).toMatchObject([{ state: 'good', errors: [] }]);
}, 60_000);

test.each([
  [{ kind: 'unauthorised', reason: '' }, 'github.com no longer accepts the token: give Waymark a new one in its options, then propose it again.'],
  [{ kind: 'forbidden', reason: '', missing: null, authoriseAt: null }, 'github.com does not let you write here: get that permission, then propose it again.'],
  [{ kind: 'forbidden', reason: '', missing: null, authoriseAt: 'https://x.example' }, 'The organisation wants the token authorised first (https://x.example). Then propose it again.'],
] as const)('a proposal that is refused, %o, does not go on by itself and says so', async (refusal, failure) => {
  const home = await watched(SAMPLE);
  const proposal = { project: SHOP, path: '.github/waymark.yml', branch: 'waymark/roadmap-1', base: null, text: SAMPLE, blob: '', title: 'Plan', body: '', pull: false };
  await home.store.putJobs([{ id: 'propose:a', kind: 'propose', project: SHOP, host: 'github.com', dueAt: home.clock.now, cursor: { proposal, step: { at: 'start' }, failure: null }, attempts: 0, error: null, finishedAt: null }]);
  const posts = () => home.tracker.requests.filter((request) => request.startsWith('POST')).length;
  home.tracker.weather.before = async (request) => (request.startsWith('POST') ? refusal : null);
  await home.run();
  expect((await home.store.jobs()).find(({ id }) => id === 'propose:a')?.cursor).toMatchObject({ failure });
  home.tracker.weather.before = async () => null;
  const refused = posts();
  await home.connect();
  await home.run(home.clock.now + HOUR);
  expect(posts()).toBe(refused);
});

test('what a person changed here stays when the file changes, and forgetting the site forgets the file', async () => {
  const { store, tracker, sync, run } = await watched(SAMPLE);
  const kiosk = (await store.roadmap()).find(({ id }) => id === 'kiosk');
  if (kiosk) await store.amendRoadmap(() => [{ put: [{ ...kiosk, title: 'Mine' }], remove: [] }, undefined]);
  tracker.text = SAMPLE.replace('title: Kiosk', 'title: Theirs').replace('title: Better search', 'title: Best search');
  await sync.refresh(SHOP);
  await run();
  expect((await store.roadmap()).map(({ title }) => title).toSorted()).toEqual(['Best search', 'Faster checkout', 'Mine']);
  await store.forgetSite('github.com');
  expect(await store.roadmapFiles()).toEqual([]);
});

test('the goal that the file names for a sprint is kept once, however often the file is read, and again when the team words it anew', async () => {
  const goal = (words: string, more = ''): string => `items: []\nteam:\n  sprints:\n    goals:\n      - sprint: Sprint 1\n        goal: ${words}\n${more}`;
  const home = await watched(goal('Guests pay.'));
  // The team has planned ahead of its tracker.
  home.tracker.sprints.set(aSprint(1).key, aSprint(1));
  const kept = async () => (await home.store.goalWordings(aSprint(1).key)).map(({ text, from }) => [text, from]);
  const read = async (text: string) => {
    home.tracker.text = text;
    home.clock.now += HOUR;
    await home.sync.refresh(SHOP);
    await home.run();
  };
  await home.run(home.clock.now + HOUR);
  expect(await kept()).toEqual([['Guests pay.', 'file']]);
  await read(goal('Guests pay.', '# and again\n'));
  expect(await kept()).toEqual([['Guests pay.', 'file']]);
  await read(goal('Guests pay in one step.'));
  await read(goal('Guests pay.'));
  expect(await kept()).toEqual([['Guests pay.', 'file'], ['Guests pay in one step.', 'file'], ['Guests pay.', 'file']]);
});
