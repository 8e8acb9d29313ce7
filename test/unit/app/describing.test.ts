import { describe, expect, it } from 'vitest';
import { acceptFlag } from '../../../lib/app/accept-flag.ts';
import { createRoadmapItem } from '../../../lib/app/create-roadmap-item.ts';
import { describeIssues } from '../../../lib/app/describe-issues.ts';
import { enterInput } from '../../../lib/app/enter-input.ts';
import { isInPassing } from '../../../lib/app/in-passing.ts';
import { openCard } from '../../../lib/app/open-card.ts';
import { findRoadmapItems } from '../../../lib/app/roadmap-items.ts';
import { saveSettings } from '../../../lib/app/settings.ts';
import { labelWish } from '../../../lib/app/wishes.ts';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { githubIssueKey, githubProjectKey, jiraIssueKey, jiraProjectKey, milestoneKey } from '../../../lib/core/keys.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { bring, house, issue, key, NOW, PROJECT } from './house.ts';

describe('badges', () => {
  it('say score, band, rank in the named backlog, and nothing of unknown issues', async () => {
    const one = await house();
    await bring(one, issue(1, { votes: 40 }), issue(2, { votes: 0 }));
    const { badges } = await describeIssues(one.ports, [key(1), key(2), key(99)]);
    expect(badges.map((badge) => badge.key)).toEqual([key(1), key(2)]);
    expect(badges[0]?.name).toMatch(/^Priority \d+, (high|medium|low); 1st of 2 in acme\/shop/);
    expect(Number(badges[0]?.score)).toBeGreaterThan(Number(badges[1]?.score));
  });

  it('say to who listens nothing twice: the description is what of the tooltip the name has not said', async () => {
    const one = await house();
    await createRoadmapItem(one.ports, { id: 'faster-checkout', title: 'Faster checkout', outcome: '', horizon: 'now' });
    await bring(one, issue(1, { votes: 40, labels: ['roadmap:faster-checkout'] }), issue(2, { votes: 0 }));
    const [tagged, untagged] = (await describeIssues(one.ports, [key(1), key(2)])).badges;
    expect(tagged?.name).toMatch(/; roadmap item Faster checkout, Now, /);
    expect(untagged?.name).toMatch(/; no roadmap item$/);
    for (const { name, reason, more } of [tagged!, untagged!]) {
      expect(more).not.toBe('');
      expect(reason).toContain(more);
      for (const part of more.split(' · ')) expect(name).not.toContain(part);
      for (const part of reason.split(' · ').filter((said) => !more.includes(said))) expect(name).toContain(part.replace(': ', ', '));
    }
  });

  it('say in words what they draw, and in one line the place, the strongest thing known, how much is known and the worst flag', async () => {
    const one = await house();
    const sprint = milestoneKey(PROJECT, 3);
    const due = '2026-11-10' as PlainDate;
    await one.store.commit({ job: null, sprints: [{ key: sprint, project: PROJECT, number: 3, title: 'Sprint 3', url: '', state: 'open', description: '', startsOn: null, dueOn: '2026-11-25' as PlainDate, createdAt: NOW - 9 * 86_400_000, updatedAt: NOW, openIssues: 2, closedIssues: 0 }] });
    await bring(one,
      issue(1, { votes: 40, estimate: 3, dueOn: due, sprint, labels: ['roadmap:pay'] }), issue(2, { votes: 1 }), issue(3, { status: { category: 'done', name: 'closed', guessedFrom: null }, closedAt: NOW }), issue(4, { votes: null, comments: 0, sprint, assignees: ['maya'] }));
    const asked = [1, 2, 3, 4].map(key);
    const { badges } = await describeIssues(one.ports, asked);
    expect(badges.map(({ name }) => name.replace(/\d+/, '#').replace(/high|medium|low/, 'band'))).toEqual([
      'Priority #, band; 1st of 3 in acme/shop; 2 risk flags; in sprint; roadmap item pay', 'Priority #, band; 2nd of 3 in acme/shop; no roadmap item', 'Priority #; no roadmap item', 'Priority #, band; 3rd of 3 in acme/shop; 1 risk flag; in sprint; no roadmap item',
    ]);
    expect(badges.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^1st of 3 in acme\/shop · most from demand \(40 votes, 0 comments\) · \d\d % known · Was due on 10 Nov 2026 /), expect.stringMatching(/^2nd of 3 in acme\/shop · most from demand \(1 vote, 0 comments\) · \d\d % known$/),
      '#3 is done.', expect.stringMatching(/^3rd of 3 in acme\/shop · most from urgency \(25 Nov 2026 .+\) · \d\d % known · In Sprint 3 without an estimate/),
    ]);
    expect(badges.map(({ band, score }) => [band !== null, score !== null])).toEqual([[true, true], [true, true], [false, true], [true, true]]);
    // What somebody has accepted is neither counted nor said.
    for (const rule of ['overdue', 'unowned-in-sprint']) await acceptFlag(one.ports, key(1), rule, 'We know.');
    expect((await describeIssues(one.ports, [key(1)])).badges).toMatchObject([{ flags: 0, worst: null, name: expect.not.stringContaining('risk'), reason: expect.stringMatching(/ % known$/) }]);
    await one.store.amendSettings((settings) => ({ ...settings, model: 'rice' }));
    expect((await describeIssues(one.ports, [key(4)])).badges).toMatchObject([{ state: 'unscored', band: null, score: null, name: expect.stringMatching(/^Not scored: needs Reach, .+; 1 risk flag; in sprint; no roadmap item$/), reason: expect.stringMatching(/^needs Reach, .+ · In Sprint 3 without/) }]);
  });

  it('say of a change whether it waits or could not be written, the worse before', async () => {
    const one = await house();
    await bring(one, issue(1));
    const wish = (label: string) => labelWish({ kind: 'label', key: key(1), label, present: true }, NOW);
    await queueWish(one.store, wish('bug'));
    expect((await describeIssues(one.ports, [key(1)])).badges).toMatchObject([{ state: 'pending', name: expect.stringMatching(/; a change is waiting to be written$/) }]);
    await queueWish(one.store, { ...wish('urgent'), state: 'failed', failure: 'No.' });
    expect((await describeIssues(one.ports, [key(1)])).badges).toMatchObject([{ state: 'error', name: expect.stringMatching(/; a change could not be written; a change is waiting to be written$/) }]);
  });

  it('of a site whose session has ended are hidden, and those of other sites beside them are not', async () => {
    const one = await house();
    const ticket = { ...issue(7), key: jiraIssueKey('acme.atlassian.net', 'SHOP-7'), project: jiraProjectKey('acme.atlassian.net', 'SHOP'), tracker: 'jira' as const };
    await bring(one, issue(1), ticket);
    const visited = (answers: Readonly<Record<string, 'ready' | 'reading' | 'silent'>>) => ({ ...one.ports, sync: { ...one.ports.sync, visit: async (project: ProjectKey) => answers[project] ?? 'ready' } });
    const seen = async (answers: Parameters<typeof visited>[0], keys = [key(1), ticket.key]) => {
      const { badges, state } = await describeIssues(visited(answers), keys);
      return [badges.map((badge) => badge.key), state];
    };
    const session = { host: 'acme.atlassian.net', tracker: 'jira', login: 'maya', tokenKind: 'session', missing: [], expiresAt: null, checkedAt: NOW } as const;
    await one.store.putConnection({ ...session, state: 'unauthorised' }, null);
    expect(await seen({ [ticket.project]: 'silent' })).toEqual([[key(1)], 'ready']);
    expect(await seen({ [ticket.project]: 'silent' }, [ticket.key])).toEqual([[], 'silent']);
    expect(await seen({ [ticket.project]: 'reading' })).toEqual([[key(1), ticket.key], 'reading']);
    // A project that shows nothing for another reason has what was read of it, and so has one that a refused token read.
    await one.store.putConnection({ ...session, state: 'ok' }, null);
    expect(await seen({ [ticket.project]: 'silent', [PROJECT]: 'silent' })).toEqual([[key(1), ticket.key], 'ready']);
    await one.store.putConnection({ ...session, tokenKind: 'other', state: 'unauthorised' }, 'maya@acme.org:x');
    expect(await seen({ [ticket.project]: 'silent' })).toEqual([[key(1), ticket.key], 'ready']);
    // Of none of both nothing is known.
    expect(await seen({ [PROJECT]: 'silent' }, [key(99)])).toEqual([[], 'silent']);
    expect(await seen({}, [key(99)])).toEqual([[], 'ready']);
  });

  it('of a project that nobody has visited, as a search shows them, say their rank among what is known of it, and follow nobody', async () => {
    const one = await house();
    const visits: unknown[] = [];
    const elsewhere = githubProjectKey('github.com', 'mona', 'api');
    const found = { ...issue(5), project: elsewhere, key: githubIssueKey('github.com', 'mona', 'api', 5) };
    await bring(one, found);
    const { badges } = await describeIssues({ ...one.ports, sync: { ...one.ports.sync, visit: async (...asked) => { visits.push(asked); return 'ready'; } } }, [found.key], true);
    expect(badges[0]?.name).toMatch(/1st of 1 known in mona\/api/);
    expect(visits).toEqual([[elsewhere, [found.key], 'mona/api', true]]);
  });

  it.each([
    ['https://github.com/search?q=checkout&type=issues', true],
    ['https://git.acme.example/search?type=Issues&q=x', true],
    ['https://github.com/acme/shop/search?q=checkout&type=issues', false],
    ['https://github.com/acme/search?q=x', false],
    ['https://github.com/issues/assigned', false],
    ['https://github.com/acme/shop/issues?q=/search?', false],
    [undefined, false],
  ])('of a tab at %s are shown in passing: %s, wherever it was before', (tabUrl, expected) => {
    expect(isInPassing({ id: 'us', url: 'https://github.com/search?q=x', tabUrl })).toBe(expected);
    expect(isInPassing({ id: 'us', url: 'https://github.com/search?q=x' })).toBe(false);
  });

  it('an explicit model leaves issues unscored and names the missing input; giving it scores them', async () => {
    const one = await house();
    await bring(one, issue(1));
    const settings = await one.store.settings();
    await saveSettings(one.ports, { ...settings, model: 'rice' });
    expect((await describeIssues(one.ports, [key(1)])).badges[0]).toMatchObject({ state: 'unscored', score: null });
    for (const [input, value] of [['reach', 2000], ['impact', 2], ['confidence', 80], ['effort', 4]] as const) await enterInput(one.ports, key(1), input, value);
    const card = await openCard(one.ports, key(1));
    expect(card?.score).toMatchObject({ state: 'scored', value: 800 });
    expect(card?.entered).toEqual({ reach: 2000, impact: 2, confidence: 80, effort: 4 });
  });

  it('the card of an unscored issue holds what the tracker says, with its source, and nothing of other models', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['effort: 2', 'priority: high'] }));
    await saveSettings(one.ports, { ...(await one.store.settings()), model: 'rice' });
    const card = await openCard(one.ports, key(1));
    expect(card?.score).toMatchObject({ state: 'unscored', missing: ['reach', 'impact', 'confidence'] });
    expect(card?.facts).toMatchObject({ effort: { value: 2, source: { kind: 'label', name: 'effort: 2' } } });
    expect(Object.keys(card?.facts ?? {})).toEqual(['effort']);
  });

  it('a gate can be entered, overrules the label, and is taken back', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['could have'] }));
    const gate = async () => (await openCard(one.ports, key(1)))?.gate?.id;
    const gating = (await openCard(one.ports, key(1)))?.gating;
    expect(gating?.choices.map(({ value }) => value)).toEqual([3, 2, 1, 0]);
    expect(await gate()).toBe('could');
    await enterInput(one.ports, key(1), gating?.input ?? '', 3);
    expect(await gate()).toBe('must');
    await expect(enterInput(one.ports, key(1), gating?.input ?? '', 4)).rejects.toThrow(/one of Must, Should/);
    await enterInput(one.ports, key(1), gating?.input ?? '', null);
    expect(await gate()).toBe('could');
  });

  it('refuses a value off the scale with a sentence and keeps the former one', async () => {
    const one = await house();
    await bring(one, issue(1));
    await enterInput(one.ports, key(1), 'reach', 500);
    await expect(enterInput(one.ports, key(1), 'reach', -1)).rejects.toThrow(/Reach lies between/);
    await expect(enterInput(one.ports, key(1), 'reach', Number.NaN)).rejects.toThrow(/not a number/);
    await expect(enterInput(one.ports, key(1), 'nonsense', 1)).rejects.toThrow(/No scoring model/);
    await expect(enterInput(one.ports, key(1), 'confidence', 101)).rejects.toThrow(/Confidence/);
    await enterInput(one.ports, key(1), 'impact', 2);
    await expect(enterInput(one.ports, key(1), 'impact', 2.5)).rejects.toThrow(/Impact is one of massive \(3\), high \(2\)/);
    expect((await openCard(one.ports, key(1)))?.entered).toEqual({ reach: 500, impact: 2 });
  });

  it('flags of a project that cannot be read any more are those of the day on which it was, and say so', async () => {
    const one = await house();
    await bring(one, issue(1, { status: { category: 'doing', name: 'doing', guessedFrom: null }, assignees: ['jo'], dueOn: '2026-11-19' as PlainDate, reopened: true }));
    const told = async () => ((await openCard(one.ports, key(1)))?.flags ?? []).map(({ rule, reason }) => [rule, reason]);
    const name = async () => (await describeIssues(one.ports, [key(1)])).badges[0]?.name;
    await one.store.putConnection({ host: 'github.com', tracker: 'github', login: null, tokenKind: null, missing: [], state: 'ok', expiresAt: null, checkedAt: NOW }, null);
    const then = await told();
    // On that day itself nothing need be said.
    expect(then.map(([, reason]) => reason).join()).not.toContain('As of');
    one.pass(20 * 86_400_000);
    expect(await told()).toEqual(then.map(([rule, reason]) => [rule, `${reason} As of 18 Nov 2026, when it was last read.`]));
    expect(await name()).toMatch(/; as of 18 Nov 2026$/);
    expect((await describeIssues(one.ports, [key(1)])).badges[0]?.reason).toMatch(/^1st of 1 in acme\/shop, as of 18 Nov 2026 · /);
    // So are those of one that nobody was there to read, until somebody is.
    await one.signIn();
    expect(await name()).toMatch(/; as of 18 Nov 2026$/);
    // At each visit to a public project what is open is read all the same.
    await one.store.putConnection({ host: 'github.com', tracker: 'github', login: null, tokenKind: null, missing: [], state: 'ok', expiresAt: null, checkedAt: NOW }, null);
    await one.store.commit({ job: null, project: { project: PROJECT, syncedAt: NOW + 20 * 86_400_000 } });
    expect((await told()).map(([rule]) => rule)).toEqual(expect.arrayContaining(['overdue', 'no-movement']));
    expect(await name()).not.toContain('as of');
  });

  it('an accepted flag is shown with its reason but no longer counted', async () => {
    const one = await house();
    await bring(one, issue(1, { reopened: true }));
    const before = (await describeIssues(one.ports, [key(1)])).badges[0]?.flags ?? 0;
    expect(before).toBeGreaterThan(0);
    await acceptFlag(one.ports, key(1), 'reopened', 'We know why');
    const card = await openCard(one.ports, key(1));
    expect(card?.badge.flags).toBe(before - 1);
    expect(card?.flags.find((flag) => flag.rule === 'reopened')?.accepted?.reason).toBe('We know why');
  });
});

describe('the load of a person', () => {
  const milestone = (number: number, dueOn: string): Sprint => ({
    key: milestoneKey(PROJECT, number), project: PROJECT, number, title: `Sprint ${number}`, url: `https://github.com/acme/shop/milestone/${number}`, state: 'open', description: '', startsOn: null, dueOn: dueOn as PlainDate, createdAt: NOW, updatedAt: NOW, openIssues: 8, closedIssues: 0,
  });
  const ofAna = (number: number, sprint: number) => issue(number, { assignees: ['ana'], sprint: milestoneKey(PROJECT, sprint) });
  const flagged = async (one: Awaited<ReturnType<typeof house>>) => (await openCard(one.ports, key(1)))?.flags.find(({ rule }) => rule === 'overloaded')?.reason;

  it('is what is in progress and what the current sprint holds: what waits in later ones is no work of today', async () => {
    const one = await house();
    await one.store.commit({ job: null, sprints: [milestone(1, '2026-11-25'), milestone(2, '2026-12-25')], issues: [ofAna(1, 1), ...[2, 3, 4, 5, 6, 7, 8].map((number) => ofAna(number, 2))] });
    expect(await flagged(one)).toBeUndefined();
    await one.store.commit({ job: null, issues: [2, 3, 4, 5, 6].map((number) => ({ ...ofAna(number, 1), updatedAt: NOW })) });
    expect(await flagged(one)).toBe('ana has 6 open issues in progress or in the current sprint; the limit is 5.');
  });
});

describe('roadmap items', () => {
  it('are found by every word, titles that begin with it first, and an id is given once', async () => {
    const one = await house();
    await createRoadmapItem(one.ports, { id: 'faster-checkout', title: 'Faster checkout', outcome: '61 % to 70 %', horizon: 'now' });
    await createRoadmapItem(one.ports, { id: 'checkout-eu', title: 'Checkout in the EU', outcome: '', horizon: 'later' });
    expect((await findRoadmapItems(one.ports, 'check')).map((item) => item.id)).toEqual(['checkout-eu', 'faster-checkout']);
    expect((await findRoadmapItems(one.ports, 'fast check')).map((item) => item.id)).toEqual(['faster-checkout']);
    expect(await createRoadmapItem(one.ports, { id: 'faster-checkout', title: 'Faster checkout', outcome: '61 % to 70 %', horizon: 'now' })).toMatchObject({ id: 'faster-checkout' });
    await expect(createRoadmapItem(one.ports, { id: 'faster-checkout', title: 'Another', outcome: '', horizon: 'next' })).rejects.toThrow(/already is a roadmap item “Faster checkout”/);
    await expect(createRoadmapItem(one.ports, { id: 'empty', title: '  ', outcome: '', horizon: 'next' })).rejects.toThrow(/needs a title/);
  });

  it('known only from a teammate’s label are offered by their id, once, and can be described', async () => {
    const one = await house();
    await createRoadmapItem(one.ports, { id: 'faster-checkout', title: 'Faster checkout', outcome: '', horizon: 'now' });
    await bring(one, issue(1, { labels: ['roadmap:marketplace', 'bug'] }), issue(2, { labels: ['Roadmap:Marketplace'] }), issue(3, { labels: ['roadmap:faster-checkout'] }));
    expect((await findRoadmapItems(one.ports, '')).map(({ id, title, horizon }) => [id, title, horizon])).toEqual([['faster-checkout', 'Faster checkout', 'now'], ['marketplace', 'marketplace', null]]);
    expect((await findRoadmapItems(one.ports, 'market')).map(({ id }) => id)).toEqual(['marketplace']);
    await createRoadmapItem(one.ports, { id: 'marketplace', title: 'Open the marketplace', outcome: '20 sellers', horizon: 'later' });
    expect(await findRoadmapItems(one.ports, 'market')).toMatchObject([{ id: 'marketplace', title: 'Open the marketplace', horizon: 'later' }]);
    expect((await describeIssues(one.ports, [key(2)])).badges[0]?.roadmap).toEqual({ id: 'marketplace', title: 'Open the marketplace', horizon: 'later', health: 'inactive' });
    await bring(one, issue(1, { labels: ['roadmap:gone'], updatedAt: 1 + issue(1).updatedAt }));
    expect((await findRoadmapItems(one.ports, '')).map(({ id }) => id)).toEqual(['faster-checkout', 'marketplace', 'gone']);
  });
});
