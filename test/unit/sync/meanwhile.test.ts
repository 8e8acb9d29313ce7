import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { shareWish } from '../../../lib/app/wishes.ts';
import type { IssueKey } from '../../../lib/core/issue.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import type { TrackerError } from '../../../lib/trackers/tracker.ts';
import { everything } from '../storage/everything.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { FakeJira } from './fake-jira.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { aJiraProject, aRepository, aSprint, HOST, jiraKey, keyOf, MORNING, SHOP, SITE, STORE } from './world.ts';

const LABEL = 'roadmap:checkout';

function wish({ clock }: Household, host: string, key: IssueKey): OutboxRow {
  return { id: `label|${key}|${LABEL}`, host, write: { kind: 'label', key, label: LABEL, present: true }, state: 'queued', notBefore: clock.now, createdAt: clock.now, attempts: 0, failure: null };
}

async function gitHub(): Promise<Household> {
  const one = await household();
  one.tracker.add(...aRepository(250));
  one.tracker.sprints.set(aSprint(1).key, aSprint(1));
  await one.connect('old');
  await one.sync.visit(SHOP, [], 'Acme/Shop');
  return one;
}

async function jira(): Promise<Household & { readonly tracker: FakeJira }> {
  const clock = { now: MORNING };
  const tracker = new FakeJira(() => clock.now);
  tracker.add(...aJiraProject(90));
  const one = await household({ tracker, clock });
  await one.sync.visit(STORE, [], 'SHOP');
  await one.run();
  await one.run(clock.now + 2 * MINUTE);
  return one;
}

/** Another token is given while the first such request is under way, whose answer comes after it. */
function tokenMeanwhile(one: Household, under: string, answer: TrackerError): void {
  one.tracker.weather.before = async (request) => {
    if (!request.startsWith(under)) return null;
    one.tracker.weather = {};
    one.clock.now += 1;
    await one.connect('new');
    return answer;
  };
}

describe('while another token is being given, the answer to the one before', () => {
  test.each(['unauthorised', 'forbidden', 'not-found'] as const)('holds up no reading (%s)', async (kind) => {
    const one = await gitHub();
    tokenMeanwhile(one, 'GET changes', kind === 'forbidden' ? { kind, reason: 'No', missing: null, authoriseAt: null } : { kind, reason: 'Bad credentials' });
    await one.run(one.clock.now + MINUTE);
    expect([await one.store.countIssues(SHOP), (await one.store.projects())[0]?.error, (await one.store.connection(HOST))?.state]).toEqual([250, null, 'ok']);
  });

  test('limits nothing that is sent with the new one', async () => {
    const one = await gitHub();
    await one.run();
    tokenMeanwhile(one, 'GET', { kind: 'rate-limited', until: one.clock.now + HOUR, scope: 'primary' });
    await one.sync.refresh(SHOP);
    await one.run(one.clock.now + 1000);
    await queueWish(one.store, wish(one, HOST, keyOf(1)));
    await one.run(one.clock.now + MINUTE);
    expect([one.tracker.effects, await one.store.outbox()]).toEqual([[`add-label ${keyOf(1)} ${LABEL}`], []]);
  });

  test('fails no write, but one that may have arrived is looked for before it is sent again', async () => {
    const one = await gitHub();
    await one.run();
    one.tracker.weather.after = async (request) => {
      if (request.startsWith('GET')) return null;
      one.tracker.weather = {};
      await one.connect('new');
      return { kind: 'offline' };
    };
    await queueWish(one.store, wish(one, HOST, keyOf(1)));
    await one.run(one.clock.now + MINUTE);
    expect([one.tracker.effects, one.tracker.requests.filter((request) => !request.startsWith('GET')).length, await one.store.outbox()]).toEqual([[`add-label ${keyOf(1)} ${LABEL}`], 1, []]);
  });
});

test('a site that is forgotten while it is asked whose session it is does not come back with the answer', async () => {
  const one = await jira();
  one.tracker.named = undefined;
  one.clock.now += 3 * MINUTE;
  await one.run();
  await queueWish(one.store, wish(one, SITE, jiraKey(1)));
  let asked = 0;
  one.tracker.weather.after = async (request) => {
    if (request !== 'GET myself') return null;
    asked += 1;
    await one.store.forgetSite(SITE);
    return null;
  };
  await one.run(one.clock.now + MINUTE);
  expect(asked).toBe(1);
  expect(JSON.stringify(await everything())).not.toContain(SITE);
});

test('a worker that dies while a page asks for a lost session once more holds up nothing: the next page asks again', async () => {
  const one = await jira();
  one.tracker.signedIn = false;
  await one.run(one.clock.now + 10 * MINUTE);
  one.tracker.signedIn = true;
  one.clock.now += 5 * MINUTE;
  const { commit, amendJobs } = one.store;
  let steps = 0;
  const untilDeath = <A extends unknown[], R>(act: (...given: A) => Promise<R>) => (...given: A) => ((steps += 1) > 1 ? Promise.reject(new Error('killed')) : act(...given));
  Object.assign(one.store, { commit: untilDeath(commit), amendJobs: untilDeath(amendJobs) });
  await expect(one.sync.visit(STORE, [jiraKey(1)], 'SHOP')).rejects.toThrow('killed');
  Object.assign(one.store, { commit, amendJobs });
  one.clock.now += MINUTE;
  await one.sync.visit(STORE, [jiraKey(1)], 'SHOP');
  await one.run(one.clock.now + MINUTE);
  expect(await one.store.connection(SITE)).toMatchObject({ state: 'ok', login: 'maya' });
  expect((await one.store.jobs()).filter(({ error }) => error !== null)).toEqual([]);
});

describe('a write that is true, or taken back, before it leaves', () => {
  test('leaves no more, though its issue is just being looked at', async () => {
    const one = await gitHub();
    await one.run();
    await queueWish(one.store, { ...wish(one, HOST, keyOf(1)), tagged: { wished: 'checkout', seen: [] } });
    one.tracker.weather.after = async (request) => {
      if (!request.startsWith('GET issue')) return null;
      one.tracker.weather = {};
      expect(await one.store.takeBack([], () => [{ outbox: [], drop: [wish(one, HOST, keyOf(1)).id], localTags: [], clearLocal: [] }])).toBe(1);
      return null;
    };
    await one.run(one.clock.now + MINUTE);
    expect(one.tracker.weather).toEqual({});
    expect([one.tracker.effects, await one.store.outbox()]).toEqual([[], []]);
  });

  test('is done where a teammate had the same wish meanwhile, without a request', async () => {
    const one = await gitHub();
    await one.run();
    await queueWish(one.store, { ...wish(one, HOST, keyOf(1)), notBefore: one.clock.now + 10_000 });
    one.clock.now += 1000;
    one.tracker.change(keyOf(1), { labels: [LABEL], updatedAt: one.clock.now });
    await one.sync.refresh(SHOP);
    await one.run(one.clock.now + MINUTE);
    expect([one.tracker.requests.filter((request) => !request.startsWith('GET')), await one.store.outbox()]).toEqual([[], []]);
  });
});

test('two inputs that are shared in one gesture go together', async () => {
  const one = await jira();
  const by = { by: 'maya', at: one.clock.now };
  const [reach, impact] = [{ value: 3, ...by }, { value: 2, ...by }];
  await one.store.applyTags({ outbox: [shareWish(jiraKey(1), { inputs: { reach } }, one.clock.now), shareWish(jiraKey(1), { inputs: { impact } }, one.clock.now)], drop: [], localTags: [], clearLocal: [] });
  expect(await one.store.outbox()).toMatchObject([{ write: { kind: 'share', inputs: { reach, impact } } }]);
});

test('who signs in to one site holds nothing that waits for another', async () => {
  const one = await jira();
  await one.connect();
  await queueWish(one.store, { ...wish(one, HOST, keyOf(1)), notBefore: one.clock.now + HOUR });
  await queueWish(one.store, { ...wish(one, SITE, jiraKey(1)), notBefore: one.clock.now + HOUR });
  const signedIn = await one.store.connection(SITE);
  if (!signedIn) throw new Error('nobody is signed in');
  await one.store.commit({ job: null, session: { ...signedIn, login: 'ben', whose: 'id-ben' } });
  expect((await one.store.outbox()).map(({ host, by }) => [host, by?.present]).toSorted()).toEqual([[SITE, 'ben'], [HOST, undefined]]);
});
