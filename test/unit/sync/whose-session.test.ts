import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { retryWrite } from '../../../lib/app/unsent-writes.ts';
import { shareWish } from '../../../lib/app/wishes.ts';
import type { OutboxRow } from '../../../lib/storage/rows.ts';
import type { Credentials, Exchanged, FileProposal, ProposalStep } from '../../../lib/trackers/tracker.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { FakeJira } from './fake-jira.ts';
import { HOUR, household, type Household, MINUTE } from './household.ts';
import { aJiraProject, jiraKey, MORNING, SITE, STORE } from './world.ts';

type Jira = Household & { readonly tracker: FakeJira };
const LABEL = 'roadmap:checkout';

/** Maya is signed in, and known to be; the site says so with each answer, or only when it is asked. */
async function home(names: boolean, Kind = FakeJira): Promise<Jira> {
  const clock = { now: MORNING };
  const tracker = new Kind(() => clock.now);
  tracker.add(...aJiraProject(90));
  if (!names) tracker.named = undefined;
  const one = await household({ tracker, clock });
  await one.sync.visit(STORE, [], 'SHOP');
  await one.run();
  await one.run(clock.now + 2 * MINUTE);
  expect(await one.store.connection(SITE)).toMatchObject({ login: 'maya', state: 'ok', ...(names && { whose: 'id-maya' }) });
  tracker.requests.length = 0;
  return one;
}

function wish({ clock }: Household, number: number): OutboxRow {
  return { id: `label|${jiraKey(number)}|${LABEL}`, host: SITE, write: { kind: 'label', key: jiraKey(number), label: LABEL, present: true }, state: 'queued', notBefore: clock.now, createdAt: clock.now, attempts: 0, failure: null };
}

function signIn({ tracker }: Jira, login: string, named = `id-${login}`): void {
  tracker.signedIn = true;
  tracker.account = { ...tracker.account, login };
  if (tracker.named !== undefined) tracker.named = named;
}

const sent = ({ tracker }: Jira): string[] => tracker.effects.filter((effect) => effect.startsWith('add-label'));
const asked = ({ tracker }: Jira): number => tracker.requests.filter((request) => request === 'GET myself').length;
const portsOf = (one: Jira) => ({ store: one.store, sync: one.sync, trackerFor: () => one.tracker, now: () => one.clock.now, changed: () => undefined });
const HELD = { state: 'failed', by: { made: 'maya', present: 'ben' }, failure: expect.stringMatching(/made while maya was signed in.*sent as ben now/) as unknown };

describe.each([['says with each answer whose session it is', true], ['says so only when it is asked', false]])('a session that becomes another person’s, at a site that %s', (_, names) => {
  test('between two looks at the account sends nothing as the other one who has not said so', async () => {
    const one = await home(names);
    for (const number of [1, 2]) await queueWish(one.store, wish(one, number));
    signIn(one, 'ben');
    await one.run(one.clock.now + HOUR);
    expect([sent(one), await one.store.outbox()]).toMatchObject([[], [HELD, HELD]]);
    // Neither without a word, nor by the word for a third one, who was offered before.
    for (const as of [undefined, 'carla']) await retryWrite(portsOf(one), wish(one, 1).id, as);
    await one.run(one.clock.now + HOUR);
    expect([sent(one), await one.store.outbox()]).toMatchObject([[], [HELD, HELD]]);
    await retryWrite(portsOf(one), wish(one, 1).id, 'ben');
    await one.run(one.clock.now + HOUR);
    expect([sent(one).length, await one.store.outbox()]).toMatchObject([1, [HELD]]);
    signIn(one, 'maya');
    await one.run(one.clock.now + 25 * HOUR);
    expect([sent(one).length, await one.store.outbox()]).toEqual([2, []]);
  });

  test('after the one before has signed out, likewise: the page that the other one opens is asked for their name first', async () => {
    const one = await home(names);
    one.tracker.signedIn = false;
    await queueWish(one.store, wish(one, 1));
    await one.run(one.clock.now + HOUR);
    signIn(one, 'ben');
    await one.sync.visit(STORE, [jiraKey(3)], 'SHOP');
    await one.run(one.clock.now + HOUR);
    expect([sent(one), await one.store.outbox()]).toMatchObject([[], [HELD]]);
  });

  test('and is the same one again sends what waited, once', async () => {
    const one = await home(names);
    one.tracker.signedIn = false;
    await queueWish(one.store, wish(one, 1));
    await one.run(one.clock.now + HOUR);
    one.tracker.signedIn = true;
    await one.sync.visit(STORE, [jiraKey(3)], 'SHOP');
    await one.run(one.clock.now + HOUR);
    expect([sent(one).length, await one.store.outbox()]).toEqual([1, []]);
  });

  test('in the midst of many writes ends them: at once where each answer tells, else within a minute', async () => {
    const one = await home(names);
    for (let number = 1; number <= 80; number += 1) await queueWish(one.store, wish(one, number));
    one.tracker.weather.after = async (request) => {
      if (request.startsWith('add-label') && sent(one).length === 5) signIn(one, 'ben');
      return null;
    };
    await one.run(one.clock.now + HOUR);
    expect(sent(one).length).toBeLessThanOrEqual(names ? 5 : 65);
    expect(sent(one).length).toBeGreaterThanOrEqual(5);
    expect((await one.store.outbox()).every(({ by }) => by?.present === 'ben')).toBe(true);
  });

  test('costs one who stays signed in at most a question a minute while they write', async () => {
    const one = await home(names);
    for (let number = 1; number <= 80; number += 1) await queueWish(one.store, wish(one, number));
    await one.run(one.clock.now + 10 * MINUTE);
    expect([sent(one).length, await one.store.outbox()]).toEqual([80, []]);
    expect(asked(one)).toBe(names ? 0 : 2);
  });

  test('while the issue is being looked at before a write lets it not leave', async () => {
    const one = await home(names);
    await queueWish(one.store, wish(one, 1));
    one.tracker.weather.after = async (request) => {
      if (!request.startsWith('GET issue')) return null;
      one.tracker.weather = {};
      signIn(one, 'ben');
      await one.store.commit({ job: null, session: { ...(await one.store.connection(SITE))!, login: 'ben', whose: names ? 'id-ben' : undefined } });
      return null;
    };
    await one.run(one.clock.now + 1000);
    expect([sent(one), await one.store.outbox()]).toMatchObject([[], [HELD]]);
  });

  test('and cannot be asked about for now keeps the write waiting, with ever longer pauses', async () => {
    const one = await home(names);
    signIn(one, 'ben');
    await queueWish(one.store, wish(one, 1));
    one.tracker.weather.before = async (request) => (request === 'GET myself' ? { kind: 'server', status: 503, retryAt: null } : null);
    await one.run(one.clock.now + 10 * MINUTE);
    expect([sent(one), await one.store.outbox()]).toMatchObject([[], [{ state: 'queued' }]]);
    expect(one.tracker.requests.length).toBeLessThan(40);
    one.tracker.weather = {};
    await one.run(one.clock.now + HOUR);
    expect([sent(one), await one.store.outbox()]).toMatchObject([[], [HELD]]);
  });
});

/** A Jira whose projects keep a roadmap: looked at, then written. */
class Keeping extends FakeJira {
  proposeFile(credentials: Credentials, _: FileProposal, { at }: ProposalStep): Promise<Exchanged<ProposalStep>> {
    return at === 'start' ? this.answer<ProposalStep>('GET roadmap', credentials, () => ({ at: 'put', base: '', unguarded: true })) : this.answer<ProposalStep>('PUT roadmap', credentials, () => ({ at: 'done', url: 'https://x' }));
  }
}

test.each([true, false])('a roadmap that one person proposed is written by nobody else (the site names people: %s)', async (names) => {
  const one = await home(names, Keeping);
  const proposal = { project: STORE, place: { path: '', branch: null }, branch: 'b', text: '{}', basis: null, title: '', body: '', pull: false };
  const propose = (login: string) => one.store.putJobs([{ id: 'propose:b', kind: 'propose', project: STORE, host: SITE, dueAt: one.clock.now, cursor: { proposal, step: { at: 'start' }, failure: null, by: { login, whose: names ? `id-${login}` : undefined } }, attempts: 0, error: null, finishedAt: null }]);
  const written = () => one.tracker.requests.filter((request) => request === 'PUT roadmap').length;
  const failure = async () => ((await one.store.jobs()).find(({ id }) => id === 'propose:b')?.cursor as { failure: string | null } | undefined)?.failure;
  await propose('maya');
  one.tracker.weather.before = async (request) => (request.endsWith('roadmap') ? { kind: 'offline' } : null);
  await one.run(one.clock.now + 1000);
  signIn(one, 'ben');
  one.clock.now += 2 * MINUTE;
  one.tracker.weather = {};
  await one.run(one.clock.now + HOUR);
  expect([written(), await failure()]).toEqual([0, 'It was proposed while maya was signed in, and would be sent as ben now: propose it again to send it so.']);
  await propose('ben');
  await one.run(one.clock.now + HOUR);
  expect([written(), await failure()]).toEqual([1, null]);
});

test('two people of the same name are told apart where the site names their accounts', async () => {
  const one = await home(true);
  await queueWish(one.store, wish(one, 1));
  signIn(one, 'maya', 'id-maya-the-second');
  await one.run(one.clock.now + HOUR);
  expect([sent(one), await one.store.outbox()]).toMatchObject([[], [{ state: 'failed', by: { made: 'maya', present: 'maya', whose: 'id-maya' }, failure: expect.stringContaining('as another account of the same name now') as unknown }]]);
});

test('may change what the one before could only read: a refusal was of that person', async () => {
  const one = await home(true);
  const tagged = () => tagIssues(portsOf(one), [jiraKey(1)], 'checkout');
  one.tracker.readOnly = true;
  await queueWish(one.store, wish(one, 2));
  await one.run(one.clock.now + MINUTE);
  expect(await tagged()).toMatchObject({ via: 'local', because: expect.stringContaining('lacks Edit issues in SHOP') as unknown });
  one.tracker.readOnly = false;
  signIn(one, 'ben');
  await one.sync.visit(STORE, [jiraKey(3)], 'SHOP');
  await one.run(one.clock.now + 5 * MINUTE);
  expect(await one.store.connection(SITE)).toMatchObject({ login: 'ben' });
  expect(await tagged()).toMatchObject({ via: 'label' });
});

test('who has changed their name is still who they were', async () => {
  const one = await home(true);
  one.tracker.signedIn = false;
  await queueWish(one.store, wish(one, 1));
  await one.run(one.clock.now + HOUR);
  signIn(one, 'maya lindqvist', 'id-maya');
  await one.sync.visit(STORE, [jiraKey(3)], 'SHOP');
  await one.run(one.clock.now + HOUR);
  expect([sent(one).length, await one.store.outbox(), (await one.store.connection(SITE))?.login]).toEqual([1, [], 'maya lindqvist']);
});

test('any answer that is read tells of the other one, so that what they make themselves goes without a question', async () => {
  const one = await home(true);
  signIn(one, 'ben');
  await one.run(one.clock.now + 30 * MINUTE);
  expect([asked(one), await one.store.connection(SITE)]).toMatchObject([1, { login: 'ben', whose: 'id-ben' }]);
  await queueWish(one.store, wish(one, 1));
  await one.run(one.clock.now + MINUTE);
  expect([sent(one).length, await one.store.outbox()]).toEqual([1, []]);
});

test('a site that names now this one, now that one is not drummed on', async () => {
  const one = await home(true);
  await queueWish(one.store, wish(one, 1));
  one.tracker.weather.before = async (request) => {
    one.tracker.named = request === 'GET myself' ? 'id-maya' : 'id-of-a-proxy';
    return null;
  };
  await one.run(one.clock.now + HOUR);
  expect(sent(one)).toEqual([]);
  expect(one.tracker.requests.length).toBeLessThan(100);
});

test('an input that the one before wanted to share is not shared by the next one’s, before somebody says so', async () => {
  const one = await home(true);
  const share = (input: string, at: number): OutboxRow => shareWish(jiraKey(1), { inputs: { [input]: { value: 3, by: 'x', at } } }, at);
  await queueWish(one.store, share('reach', one.clock.now));
  signIn(one, 'ben');
  await one.run(one.clock.now + HOUR);
  await queueWish(one.store, share('impact', one.clock.now));
  await one.run(one.clock.now + HOUR);
  expect([one.tracker.effects, await one.store.outbox()]).toMatchObject([[], [{ ...HELD, write: { inputs: { reach: { value: 3 }, impact: { value: 3 } } } }]]);
  await retryWrite(portsOf(one), share('impact', 0).id, 'ben');
  await one.run(one.clock.now + HOUR);
  expect([one.tracker.effects.length, await one.store.outbox()]).toEqual([1, []]);
});
