import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { backlogKey } from '../../../lib/core/keys.ts';
import { startedAt } from '../../../lib/core/work-history.ts';
import { aHistory, FakeJira } from './fake-jira.ts';
import { HOUR, household, MINUTE, type Household } from './household.ts';
import { aJiraProject, aJiraSprint, aTicket, jiraKey, MORNING, SITE, STORE } from './world.ts';

const DAY = 24 * HOUR;
const DOING = { category: 'doing', name: 'In Progress', guessedFrom: null } as const;
const DONE = { category: 'done', name: 'Done', guessedFrom: null } as const;
const begun = (days: number) => ({ at: MORNING - days * DAY, from: 'To Do', to: 'In Progress', category: 'doing' as const });
const ended = (days: number) => ({ at: MORNING - days * DAY, from: 'In Progress', to: 'Done', category: 'done' as const });

async function site(...issues: ReturnType<typeof aTicket>[]): Promise<Household & { readonly tracker: FakeJira }> {
  const clock = { now: MORNING };
  const tracker = new FakeJira(() => clock.now);
  tracker.add(...issues);
  tracker.sprints.set(aJiraSprint(31).key, aJiraSprint(31));
  return household({ tracker, clock });
}

async function read(home: Household): Promise<void> {
  await home.sync.visit(STORE, [], 'SHOP');
  await home.run();
}

const asked = (home: Household): string[] => home.tracker.requests.filter((request) => request.startsWith('GET histories'));

test('histories of what is in progress or in a sprint are read in batches, of the rest of the backlog never', async () => {
  const home = await site(...aJiraProject(400));
  await read(home);
  const wanted = aJiraProject(400).filter((issue) => issue.kind === 'issue' && issue.status.category !== 'done' && (issue.status.category === 'doing' || issue.sprint !== null));
  expect(asked(home)).toEqual([...Array.from({ length: Math.floor(wanted.length / 50) }, () => 'GET histories 50'), `GET histories ${wanted.length % 50}`]);
  await home.run(home.clock.now + 2 * HOUR);
  expect(asked(home)).toHaveLength(Math.ceil(wanted.length / 50));
});

test('the end of a reading is told to pages, though its last look brings no row: what they summed up before is of half of it', async () => {
  const home = await site(aTicket(1, { status: DOING }));
  await read(home);
  home.told.projects.length = 0;
  await home.store.putJobs([{ id: `histories:${STORE}`, kind: 'histories', project: STORE, host: SITE, dueAt: MORNING, cursor: null, attempts: 0, error: null, finishedAt: null }]);
  await home.run();
  expect([home.told.projects, (await home.store.jobs()).filter(({ kind }) => kind === 'histories')]).toEqual([[STORE], []]);
});

test('a history stays with its issue while lists bring the issue without one, and is read again once the issue has moved', async () => {
  const home = await site(aTicket(1, { status: DOING }), aTicket(2));
  home.tracker.histories.set(jiraKey(1), aHistory(MORNING, [begun(9)]));
  await read(home);
  const stored = async () => (await home.store.issues([jiraKey(1)])).get(jiraKey(1));
  expect(startedAt((await stored())!)).toEqual({ at: MORNING - 9 * DAY, atLeast: false });
  home.clock.now += HOUR;
  home.tracker.change(jiraKey(1), { title: 'Changed', status: { ...DOING, name: 'In Review' } });
  home.tracker.histories.set(jiraKey(1), aHistory(home.clock.now, [begun(9), { at: home.clock.now, from: 'In Progress', to: 'In Review', category: 'doing' }]));
  home.tracker.weather.before = async (request) => (request.startsWith('GET histories') ? { kind: 'offline' } : null);
  await home.sync.visit(STORE, [], 'SHOP');
  await home.run(home.clock.now + 1000);
  expect(await stored()).toMatchObject({ title: 'Changed', history: { statuses: [{ to: 'In Progress' }] } });
  home.tracker.weather = {};
  await home.run(home.clock.now + HOUR);
  expect((await stored())?.history?.statuses).toHaveLength(2);
  expect(asked(home)).toHaveLength(2);
});

test('an issue whose history the tracker does not tell is not asked for again until it changes', async () => {
  const home = await site(aTicket(1, { status: DOING }));
  await read(home);
  await home.run(home.clock.now + 5 * HOUR);
  expect(asked(home)).toEqual(['GET histories 1']);
});

test('finished work tells how long work takes once it has begun, beside how long it takes from its creation', async () => {
  const finished = Array.from({ length: 3 }, (_, index) => aTicket(index + 1, { status: DONE, resolution: 'completed', createdAt: MORNING - 60 * DAY, closedAt: MORNING - DAY, updatedAt: MORNING - DAY }));
  const home = await site(...finished, aTicket(4, { status: DONE, resolution: 'completed', createdAt: MORNING - 300 * DAY, closedAt: MORNING - 200 * DAY, updatedAt: MORNING - 200 * DAY }));
  for (const { key, number } of finished) home.tracker.histories.set(key, aHistory(MORNING, [begun(1 + number * 2), ended(1)]));
  await read(home);
  const ranking = await home.store.ranking(backlogKey(STORE, 'issue'));
  expect(ranking?.cycleDays).toEqual(Float64Array.of(2, 4, 6));
  expect(ranking?.finishedDays).toEqual(Float64Array.of(59, 59, 59, 100));
  expect(asked(home)).toEqual(['GET histories 3']);
});

test('a limit while histories are read pauses the site, and nothing is lost', async () => {
  const home = await site(...aJiraProject(400));
  let limited = 0;
  home.tracker.weather.before = async (request) => (request.startsWith('GET histories') && limited++ === 1 ? { kind: 'rate-limited', until: home.clock.now + 10 * MINUTE, scope: 'secondary' } : null);
  await read(home);
  await home.run(home.clock.now + HOUR);
  expect(limited).toBe(3);
  expect(asked(home)).toHaveLength(2);
  expect(await home.store.historiesDue(STORE, MORNING, 100)).toEqual([]);
});
