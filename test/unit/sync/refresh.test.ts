import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { FakeJira } from './fake-jira.ts';
import { HOUR, household } from './household.ts';
import { aJiraProject, aRepository, HOST, SHOP, SITE, STORE } from './world.ts';

const DOCS = `${HOST}/acme/docs` as ProjectKey;

test('whoever asks for the newest state has the changes and the sprints of that project asked for at once, and may have been given the right to write', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(20), ...aRepository(20).map((issue) => ({ ...issue, project: DOCS, key: `${DOCS}#${issue.number}` as typeof issue.key })));
  await connect();
  for (const [project, name] of [[SHOP, 'Acme/Shop'], [DOCS, 'Acme/Docs']] as const) {
    await sync.visit(project, [], name);
    await run();
  }
  await store.putProject({ ...(await store.project(SHOP))!, readOnlyAt: clock.now });
  tracker.requests.length = 0;
  await run(clock.now + 1000);
  expect(tracker.requests).toEqual([]);
  await sync.refresh(SHOP);
  await run(clock.now + 1000);
  expect(tracker.requests).toEqual([`GET sprints ${SHOP}`, expect.stringContaining(`GET changes|${SHOP}|`)]);
  expect((await store.project(SHOP))?.readOnlyAt).toBe(0);
});

test('a token that has just failed is asked with again by hand, however long its pause', async () => {
  const { tracker, store, sync, connect, run, clock } = await household();
  tracker.add(...aRepository(20));
  await connect();
  await sync.visit(SHOP, [], 'Acme/Shop');
  await run();
  tracker.weather.after = async () => ({ kind: 'server', status: 503, retryAt: clock.now + 3 * HOUR });
  await run(clock.now + HOUR);
  tracker.weather = {};
  tracker.requests.length = 0;
  await sync.refresh(SHOP);
  expect(new Set((await store.jobs()).filter(({ kind }) => kind === 'changes' || kind === 'sprints').map(({ attempts }) => attempts))).toEqual(new Set([0]));
  await run(clock.now + 1000);
  expect(tracker.requests).toHaveLength(2);
});

test('whoever has signed in to a Jira meanwhile has it read again by asking for it', async () => {
  const clock = { now: Date.UTC(2026, 10, 22, 8) };
  const tracker = new FakeJira(() => clock.now).add(...aJiraProject(20)) as FakeJira;
  const { store, sync, run } = await household({ tracker, clock });
  await sync.visit(STORE, [], 'SHOP');
  await run();
  tracker.signedIn = false;
  await run(clock.now + HOUR);
  expect(await store.connection(SITE)).toMatchObject({ state: 'unauthorised' });
  tracker.signedIn = true;
  clock.now += HOUR;
  await sync.refresh(STORE);
  await run(clock.now + 1000);
  expect(await store.connection(SITE)).toMatchObject({ tokenKind: 'session', state: 'ok', login: 'maya' });
  await run(clock.now + 60_000);
  tracker.requests.length = 0;
  await run(clock.now + 1000);
  expect(tracker.requests).toEqual([]);
  await sync.refresh(STORE);
  await run(clock.now + 1000);
  expect(tracker.requests).toEqual([`GET boards ${STORE}`, `GET board:1 ${STORE}`, expect.stringContaining(`GET changes|${STORE}|`)]);
});
