import { describe, expect, it } from 'vitest';
import { exportOwnData, importOwnData } from '../../../lib/app/own-data.ts';
import { cardItem } from '../../../lib/app/card-item.ts';
import { connectionView } from '../../../lib/app/connection-views.ts';
import { removeToken } from '../../../lib/app/connections.ts';
import { openCard } from '../../../lib/app/open-card.ts';
import { hideLine } from '../../../lib/app/page-line.ts';
import { openPopup } from '../../../lib/app/open-popup.ts';
import { openRoadmap } from '../../../lib/app/open-roadmap.ts';
import { changeRoadmapItem, mergeRoadmapItem, moveRoadmapItem, removeRoadmapItem, saveRoadmapAim, saveRoadmapItem, unmergeRoadmapItem } from '../../../lib/app/roadmap-changes.ts';
import { roadmapIssues } from '../../../lib/app/roadmap-issues.ts';
import { createRoadmapItem } from '../../../lib/app/create-roadmap-item.ts';
import { findRoadmapItems } from '../../../lib/app/roadmap-items.ts';
import { sprintShare } from '../../../lib/app/roadmap-sprints.ts';
import { pickSprint } from '../../../lib/app/set-goal.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import type { Issue } from '../../../lib/core/issue.ts';
import { githubIssueKey, githubProjectKey, iterationKey, milestoneKey } from '../../../lib/core/keys.ts';
import { type ItemStanding, itemStandingOf } from '../../../lib/core/roadmap/item-statistics.ts';
import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { workCalendar } from '../../../lib/core/work-calendar.ts';
import type { RoadmapItemWish } from '../../../lib/messaging/messages.ts';
import { PROTOCOL } from '../../../lib/messaging/protocol.ts';
import { aJiraSprint, aTicket, jiraKey, SITE, STORE } from '../sync/world.ts';
import { bring, house, issue, key, NOW, PROJECT, wholeOf } from './house.ts';

const DAY = 86_400_000;
const done = (daysAgo: number): Partial<Issue> => ({ status: { category: 'done', name: 'closed', guessedFrom: null }, resolution: 'completed', closedAt: NOW - daysAgo * DAY, updatedAt: NOW - daysAgo * DAY });
const wish = (given: Partial<RoadmapItemWish> = {}): RoadmapItemWish => ({ id: 'pay', title: 'Pay faster', outcome: 'Shoppers pay in two taps', horizon: 'now', ...given });
const PAY = { labels: ['roadmap:pay'] };

describe('one roadmap over both trackers', () => {
  it('the same item tagged on GitHub and on Jira has one progress, one health and one forecast, and they are what a recount of its issues gives', async () => {
    const one = await house();
    const github = [issue(1, { ...PAY, ...done(2), estimate: 2 }), issue(2, { ...PAY, ...done(12) }), issue(3, { ...PAY, estimate: 0.5, status: { category: 'doing', name: 'open', guessedFrom: null } }), issue(4, { labels: ['roadmap:pay', 'blocked'] }), issue(5, { ...PAY, ...done(1), resolution: 'not-planned' }), issue(6, { ...PAY, kind: 'pull-request' }), issue(7)];
    const jira = [aTicket(1, { ...PAY, ...done(5), estimate: 8, createdAt: NOW - 50 * DAY }), aTicket(2, { shared: { tag: 'pay', inputs: {} }, estimate: 3, createdAt: NOW - 50 * DAY, updatedAt: NOW - 2 * DAY }), aTicket(3, { parent: jiraKey(2), createdAt: NOW - 50 * DAY, updatedAt: NOW - 2 * DAY })];
    await bring(one, ...github, ...jira);
    await saveRoadmapItem(one.ports, wish(), null);
    const [view] = (await openRoadmap(one.ports)).items;
    // Counted anew by hand: a closed wish and a pull request count nowhere, a child follows its epic.
    expect(view?.progress).toEqual({
      issues: { done: 3, total: 7 }, estimate: { done: 10, total: 13.5, unestimated: 3 }, inProgress: 1, blocked: 1,
      byTracker: { github: { done: 2, total: 4 }, jira: { done: 1, total: 3 } },
    });
    const standing = [...github, ...jira].slice(0, -1).filter((row) => row.labels.includes('roadmap:pay') || row.shared).map(itemStandingOf).filter((row): row is ItemStanding => row !== null);
    const calendar = workCalendar((await one.store.settings()).calendar);
    const first = new Date(NOW - 50 * DAY).toISOString().slice(0, 10) as PlainDate;
    const yesterday = new Date(NOW - DAY).toISOString().slice(0, 10) as PlainDate;
    const from = { workingDays: calendar.workingDaysBetween(first, yesterday) + Number(calendar.isWorkingDay(first)), finished: standing.filter(({ category }) => category === 'done').length };
    expect(view?.forecast).toMatchObject({ state: 'forecast', from });
    // At most one issue a day was finished, so the exact distribution is the negative binomial one; a thousand runs come near it.
    for (const [day, probability] of view?.forecast.state === 'forecast' ? [[view.forecast.p50, 0.5], [view.forecast.p85, 0.85]] as const : []) {
      expect(day === null ? Number.NaN : Math.abs(calendar.workingDaysBetween(NOW, day) / daysFor(4, from.finished / from.workingDays, probability) - 1)).toBeLessThan(0.15);
    }
    expect(view?.health).toMatchObject({ computed: 'at-risk', declared: null, disagrees: false });
    expect(view?.health.reasons[0]).toContain('later than a quarter from now');
    expect((await roadmapIssues(one.ports, 'pay')).total).toBe(9);
  });

  it('where closed issues were not read it says so and how they would be, and gives no health, no forecast and no flag out of ignorance', async () => {
    const one = await house();
    await bring(one, issue(1, PAY), issue(2, { ...PAY, createdAt: NOW - 200 * DAY }), issue(3, { labels: ['roadmap:pay', 'blocked'] }), ...[4, 5, 6].map((number) => issue(number, { ...PAY, ...done(number) })), issue(7, { labels: ['roadmap:trust'] }), aTicket(1, { labels: ['roadmap:trust'] }));
    await saveRoadmapItem(one.ports, wish({ measure: { name: 'Taps', from: '5', to: '2', by: null }, links: [{ title: 'Talks', url: 'https://docs.example.com' }], declared: { health: 'on-track', note: '', on: null } }), null);
    const told = async () => {
      const { items: [pay], flags, unread } = await openRoadmap(one.ports);
      return { computed: pay?.health.computed, disagrees: pay?.health.disagrees, forecast: pay?.forecast.state, partial: pay?.progress.partial, unread, flags: [...(pay?.flags ?? []), ...flags].map(({ rule }) => rule), reasons: pay?.health.reasons };
    };
    // All is read: three in 60 working days are a slow pace.
    expect(await told()).toMatchObject({ computed: 'at-risk', disagrees: true, forecast: 'forecast', partial: undefined, unread: undefined, flags: expect.arrayContaining(['health-disagrees']) as string[] });
    const because = 'Closed issues of acme/shop are read only with a token for github.com.';
    await one.store.commit({ job: null, removeJobs: [`changes:${PROJECT}`] });
    expect(await told()).toEqual({ computed: null, disagrees: false, forecast: 'declined', partial: true, unread: because, flags: [], reasons: [because, '3 open issues are known.'] });
    // With a token they are on their way, and nothing is told before they are there: not even where a visit had met all that is open.
    await one.store.putJobs([{ ...wholeOf(PROJECT, 'github.com'), finishedAt: null }]);
    expect(await told()).toMatchObject({ computed: null, forecast: 'declined', unread: 'Closed issues of acme/shop are still being read.' });
    expect((await cardItem(one.ports, key(1)))?.entry).toMatchObject({ health: { computed: null }, forecast: { state: 'declined' } });
  });

  it('where the token was removed, what was read is told as of then and for no more, until somebody may read it again', async () => {
    const one = await house();
    await one.signIn();
    await bring(one, issue(1, PAY), issue(2, { ...PAY, createdAt: NOW - 200 * DAY }), ...[4, 5, 6].map((number) => issue(number, { ...PAY, ...done(number) })));
    await saveRoadmapItem(one.ports, wish({}), null);
    const told = async () => {
      const { items: [pay], unread } = await openRoadmap(one.ports);
      return [pay?.health.computed ?? null, pay?.forecast.state, unread ?? null];
    };
    const popup = async () => (await openPopup(one.ports, PROJECT)).lastReadAt ?? null;
    const inOptions = async () => (await connectionView(one.ports, 'github.com')).projects.map(({ name, lastReadAt }) => [name, lastReadAt ?? null]);
    expect([await told(), await popup(), await inOptions()]).toEqual([[expect.any(String), 'forecast', null], null, [['acme/shop', null]]]);
    await removeToken(one.ports, 'github.com');
    one.pass(3 * DAY);
    const because = 'Not all of acme/shop could be read since 18 Nov 2026: that takes a token for github.com that may see it.';
    expect([await told(), await popup(), await inOptions()]).toEqual([[null, 'declined', because], NOW, [['acme/shop', NOW]]]);
    // Asked again it is private, so nothing is shown of it there; what is kept is still named.
    await one.store.commit({ job: null, project: { project: PROJECT, state: 'silent' } });
    expect([await told(), await popup(), await inOptions()]).toEqual([[null, 'declined', because], NOW, [['acme/shop', NOW]]]);
    // A token that may not see it: its job is refused.
    await one.signIn();
    await one.store.commit({ job: null, project: { project: PROJECT, state: 'ready' } });
    await one.store.putJobs([{ ...wholeOf(PROJECT, 'github.com'), error: { kind: 'not-found' } }]);
    expect([await told(), await popup(), await inOptions()]).toEqual([[null, 'declined', because], NOW, [['acme/shop', NOW]]]);
    await one.store.putJobs([wholeOf(PROJECT, 'github.com')]);
    expect([(await told())[1], await popup()]).toEqual(['forecast', null]);
    // A token that the site takes no longer, once that has lasted for a day: what is open is not read then either.
    await one.store.putConnection({ host: 'github.com', tracker: 'github', login: 'maya', tokenKind: 'other', missing: [], state: 'unauthorised', expiresAt: null, checkedAt: NOW }, 'expired');
    expect([await told(), await popup(), await inOptions()]).toEqual([[null, 'declined', because], NOW, [['acme/shop', NOW]]]);
    expect((await one.store.unreadOf(['pay'])).get('pay')).toMatchObject([{ openKnown: false, lastReadAt: NOW }]);
    one.pass(-2 * DAY - 1);
    expect([(await told())[1], await popup()]).toEqual(['forecast', null]);
  });

  it('days since a project was last read are none on which nothing was finished, or nothing moved', async () => {
    const one = await house();
    await bring(one, issue(1, PAY), issue(2, { ...PAY, createdAt: NOW - 100 * DAY }), ...Array.from({ length: 24 }, (_, index) => issue(10 + index, { ...PAY, createdAt: NOW - 100 * DAY, ...done(2 * index + 1) })));
    await saveRoadmapItem(one.ports, wish({}), null);
    const told = async () => {
      const { items: [pay], late } = await openRoadmap(one.ports);
      return { from: pay?.forecast.state === 'forecast' ? pay.forecast.from : null, computed: pay?.health.computed, late };
    };
    const { from, ...today } = await told();
    expect(today).toEqual({ computed: 'on-track', late: undefined });
    one.pass(28 * DAY);
    // The window of twelve weeks moves on, so that its first four are gone: as many of the days that were read.
    const away = await told();
    expect(away).toMatchObject({ computed: 'on-track', late: 'acme/shop was last read on 18 Nov 2026: days since then count in no forecast.' });
    expect(away.from).toEqual({ workingDays: (from?.workingDays ?? 0) - 20, finished: 24 });
    const quiet = (await one.store.unreadOf(['pay'])).get('pay');
    expect(quiet).toMatchObject([{ name: 'acme/shop', knownUntil: NOW }]);
    await one.store.putJobs([{ ...wholeOf(PROJECT, 'github.com'), finishedAt: NOW + 28 * DAY }]);
    expect(await told()).toMatchObject({ from: { workingDays: from?.workingDays, finished: 24 }, computed: 'inactive' });
    expect(await told()).not.toHaveProperty('late', expect.any(String));
  });

  it('only items with issues in such a project wait for it, under whichever name it begins alike', async () => {
    const one = await house();
    await bring(one, issue(1, PAY), issue(2, { ...PAY, ...done(2) }));
    const alike = githubProjectKey('github.com', 'acme', 'shop-2');
    await one.store.putProject({ project: alike, host: 'github.com', name: 'acme/shop-2', visitedAt: NOW, state: 'ready', complete: true, syncedAt: NOW, error: null });
    await one.store.commit({ job: null, issues: [{ ...issue(9, { labels: ['roadmap:trust'], ...done(2) }), project: alike, key: githubIssueKey('github.com', 'acme', 'shop-2', 9) }] });
    expect([...await one.store.unreadOf(['pay', 'trust', 'none'])]).toEqual([['trust', [{ project: alike, name: 'acme/shop-2', reading: false, openKnown: true }]]]);
  });

  it('never adds hours to points: each is told by itself', async () => {
    const one = await house();
    await bring(one, issue(1, { ...PAY, estimate: 3 }), issue(2, { ...PAY, estimate: 5, ...done(2) }), issue(3, PAY), aTicket(1, { ...PAY, estimate: 16, estimateIn: 'hours' }), aTicket(2, { ...PAY, estimate: 8.5, estimateIn: 'hours', ...done(2) }));
    expect((await openRoadmap(one.ports)).items[0]?.progress).toMatchObject({ estimate: { done: 5, total: 8, unestimated: 1 }, hours: { done: 8.5, total: 24.5, unestimated: 1 } });
    expect((await roadmapIssues(one.ports, 'pay')).issues.map(({ estimate, estimateIn }) => `${estimate}${estimateIn ?? ''}`).toSorted()).toEqual(['16hours', '3', '5', '8.5hours', 'null']);
  });

  it('an item is planned for the days of the epic that its rule names, with capitals or without, as its issues belong', async () => {
    const one = await house();
    await bring(one, issue(1, { dueOn: '2027-01-15' as PlainDate }), issue(2, { parent: key(1) }), aTicket(2, { dueOn: '2027-02-01' as PlainDate, type: 'Epic' }), aTicket(3, { parent: jiraKey(2) }));
    await one.store.putProject({ project: STORE, host: SITE, name: 'SHOP', visitedAt: NOW, state: 'ready', complete: true, syncedAt: NOW, error: null });
    const plansOf = async (parent: string) => {
      await saveRoadmapItem(one.ports, wish({ horizon: null, window: { from: null, to: '2027-03-01' as PlainDate }, belongs: [{ parent }] }), 'pay');
      await recount(one);
      const [view] = (await openRoadmap(one.ports)).items;
      return [view?.progress.issues.total, view?.plans?.map(({ dueOn }) => dueOn)];
    };
    await saveRoadmapItem(one.ports, wish(), null);
    for (const name of ['acme/shop#1', 'Acme/Shop#1', 'GitHub.com/acme/shop#1']) expect([name, await plansOf(name)]).toEqual([name, [1, ['2027-01-15']]]);
    for (const name of ['SHOP-2', 'shop-2']) expect([name, await plansOf(name)]).toEqual([name, [1, ['2027-02-01']]]);
    expect(await plansOf('acme/shop-1')).toEqual([0, undefined]);
  });

  it('an item that only a label knows is shown with its figures, and after those that are described', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['roadmap:aaa'] }), issue(2));
    await saveRoadmapItem(one.ports, wish({ horizon: 'later' }), null);
    const { items, issues } = await openRoadmap(one.ports);
    expect(items.map(({ item, described, flags, progress }) => [item.id, described, flags.length, progress.issues.total])).toEqual([['pay', true, 0, 0], ['aaa', false, 0, 1]]);
    expect(issues).toEqual({ known: 2, onItems: 1 });
  });

  it('lists the issues of an item open ones first, by score, with how they belong', async () => {
    const one = await house();
    await bring(one, issue(1, { ...PAY, votes: 1 }), issue(2, { ...PAY, votes: 40 }), issue(3, { parent: key(2), votes: 9 }), issue(4, { ...PAY, votes: 90, ...done(1) }));
    const { issues, total } = await roadmapIssues(one.ports, 'pay');
    expect(issues.map(({ reference, tag }) => [reference, tag.via])).toEqual([['#2', 'label'], ['#3', 'parent'], ['#1', 'label'], ['#4', 'label']]);
    expect([total, issues[0]?.badge.roadmap?.id]).toEqual([4, 'pay']);
  });

  it('flags what is wrong with items and with the whole, and lets a person mute it', async () => {
    const one = await house();
    const sprint = milestoneKey(PROJECT, 1);
    const issues = Array.from({ length: 8 }, (_, at) => issue(at + 1, { sprint, ...(at < 2 && PAY) }));
    await one.store.commit({ job: null, issues, sprints: [{ key: sprint, project: PROJECT, number: 1, title: 'Sprint 1', url: 'https://github.com/acme/shop/milestone/1', state: 'open', description: '', startsOn: null, dueOn: '2026-11-27' as PlainDate, createdAt: 0, updatedAt: 0, openIssues: 8, closedIssues: 0 }] });
    await saveRoadmapItem(one.ports, wish({ outcome: '', risks: { value: 'open' }, declared: { health: 'on-track', note: '', on: null } }), null);
    const view = await openRoadmap(one.ports);
    expect(view.items[0]?.flags.map(({ rule }) => rule)).toEqual(['health-disagrees', 'item-no-outcome', 'now-value-risk', 'now-without-evidence']);
    expect(view.items[0]).toMatchObject({ openRisks: ['value'], evidence: 0, health: { computed: 'inactive', declared: 'on-track', disagrees: true } });
    expect(view.flags).toEqual([expect.objectContaining({ rule: 'sprint-orphans', severity: 'risk', reason: 'In Sprint 1 6 of 8 issues (75 %) serve no roadmap item.' })]);
    // Iterations stand as of today, whatever was stored of them last: the one that has ended is the one before.
    const iteration = (number: number, startsOn: string, dueOn: string, state: 'open' | 'future') => ({ key: iterationKey(PROJECT, 5, `it${number}`), project: PROJECT, number, title: `Iteration ${number}`, url: 'https://github.com/orgs/acme/projects/5', board: { id: 5, name: 'Delivery' }, state, description: '', startsOn: startsOn as PlainDate, dueOn: dueOn as PlainDate, createdAt: 0, updatedAt: 0, openIssues: 0, closedIssues: 0 });
    const [ended, running] = [iteration(8, '2026-11-02', '2026-11-15', 'open'), iteration(9, '2026-11-16', '2026-11-29', 'future')];
    await one.store.commit({ job: null, sprints: [ended, running], issues: issues.map((row, at) => ({ ...row, sprint: at < 5 ? running.key : ended.key, updatedAt: NOW })) });
    expect((await openRoadmap(one.ports)).flags).toEqual([expect.objectContaining({ rule: 'sprint-orphans', severity: 'watch', reason: 'In Iteration 9 3 of 5 issues (60 %) serve no roadmap item.' })]);
    await one.store.amendSettings((settings) => ({ ...settings, mutedRules: ['sprint-orphans', 'now-value-risk'] }));
    const muted = await openRoadmap(one.ports);
    expect([muted.flags.length, muted.items[0]?.flags.length]).toEqual([0, 3]);
  });
});

describe('the share of the current sprints that serves no item', () => {
  it('is held against the sprint of the same board that ended last, of projects that are read, without what was given up', async () => {
    const one = await house();
    await one.store.putProject({ project: STORE, host: SITE, name: 'SHOP', visitedAt: NOW, state: 'ready', complete: true, syncedAt: NOW, error: null });
    const [first, last, other, running] = [
      aJiraSprint(1, { state: 'closed', title: 'Sprint 1', completedAt: NOW - 30 * DAY }), aJiraSprint(2, { state: 'closed', title: 'Sprint 2', completedAt: NOW - 10 * DAY }),
      aJiraSprint(3, { state: 'closed', title: 'Other board', completedAt: NOW - DAY, board: { id: 2, name: 'Search' } }), aJiraSprint(4, { state: 'open', title: 'Sprint 4' }),
    ];
    const within = (sprint: { key: Issue['sprint'] }, ...numbers: number[]) => numbers.map((number) => aTicket(number, { sprint: sprint.key, ...(number % 2 === 0 && PAY) }));
    await one.store.commit({ job: null, sprints: [first, last, other, running], issues: [...within(first, 1), ...within(last, 2, 3, 4), ...within(other, 5, 7), ...within(running, 9, 10), aTicket(11, { sprint: running.key, ...done(1), resolution: 'not-planned' })] });
    const share = async () => sprintShare(one.ports, await one.store.settings(), workCalendar((await one.store.settings()).calendar));
    expect(await share()).toMatchObject({ name: 'Sprint 4', issues: 2, orphans: 1, former: { name: 'Sprint 2', issues: 3, orphans: 1 } });
    await one.store.putProject({ project: STORE, host: SITE, name: 'SHOP', visitedAt: NOW, state: 'silent', complete: true, syncedAt: NOW, error: null });
    expect(await share()).toBeNull();
  });
});

describe('changes of the roadmap', () => {
  it('are told to every page, and begin the counting', async () => {
    const one = await house();
    const before = one.woken();
    await saveRoadmapItem(one.ports, wish(), null);
    expect(one.woken()).toBeGreaterThan(before);
  });

  it('a rename carries its tags along, on the badge, in the figures and in the picker', async () => {
    const one = await house();
    await bring(one, issue(1, PAY));
    await saveRoadmapItem(one.ports, wish(), null);
    expect(await saveRoadmapItem(one.ports, wish({ id: 'checkout' }), 'pay')).toMatchObject({ id: 'checkout', formerIds: ['pay'] });
    await recount(one);
    const { items, counting } = await openRoadmap(one.ports);
    expect([items.map(({ item, progress }) => [item.id, progress.issues.total]), counting]).toEqual([[['checkout', 1]], false]);
    expect(await openCard(one.ports, key(1))).toMatchObject({ tag: { item: 'checkout', former: 'pay', via: 'label' }, roadmapItem: { id: 'checkout' }, badge: { roadmap: { id: 'checkout', title: 'Pay faster' } } });
    expect((await findRoadmapItems(one.ports, '')).map(({ id }) => id)).toEqual(['checkout']);
    // And back: the former id is its own again.
    expect((await saveRoadmapItem(one.ports, wish(), 'checkout')).formerIds).toEqual(['checkout']);
  });

  it('until the issues have been counted anew it says that the figures will move', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['ux'] }));
    await saveRoadmapItem(one.ports, wish({ belongs: [{ label: 'UX' }] }), null);
    expect((await openRoadmap(one.ports)).counting).toBe(true);
    await recount(one);
    expect(await openRoadmap(one.ports)).toMatchObject({ counting: false, items: [{ progress: { issues: { total: 1 } } }] });
    expect((await openCard(one.ports, key(1)))?.tag).toMatchObject({ item: 'pay', via: 'rule' });
  });

  it('a merge gives one item the tags and the rules of both, and asked twice it is done once', async () => {
    const one = await house();
    await bring(one, issue(1, PAY), issue(2, { labels: ['roadmap:trust'] }), issue(3, { labels: ['ux'] }));
    await saveRoadmapItem(one.ports, wish({ belongs: [{ label: 'ux' }] }), null);
    await saveRoadmapItem(one.ports, wish({ id: 'trust', title: 'Trust' }), null);
    const merged = await mergeRoadmapItem(one.ports, 'pay', 'trust');
    expect(merged).toMatchObject({ id: 'trust', formerIds: ['pay'], belongs: [{ label: 'ux' }] });
    expect(await mergeRoadmapItem(one.ports, 'pay', 'trust')).toEqual(merged);
    await recount(one);
    expect((await openRoadmap(one.ports)).items.map(({ item, progress }) => [item.id, progress.issues.total])).toEqual([['trust', 3]]);
  });

  it('a rule that both items of a merge have is one, and the other’s still after it is taken back, as is one that is known from labels alone', async () => {
    const one = await house();
    const both = [{ label: 'ux' }, { label: 'safe' }];
    await saveRoadmapItem(one.ports, wish({ belongs: [{ label: 'ux' }, { label: 'pay' }] }), null);
    const into = await saveRoadmapItem(one.ports, wish({ id: 'trust', title: 'Trust', belongs: both }), null);
    expect(await mergeRoadmapItem(one.ports, 'pay', 'trust')).toMatchObject({ belongs: [...both, { label: 'pay' }] });
    expect(await mergeRoadmapItem(one.ports, 'labelled', 'trust')).toMatchObject({ formerIds: ['pay', 'labelled'] });
    expect(await unmergeRoadmapItem(one.ports, { id: 'labelled', source: null, into: { ...into, formerIds: ['pay'], belongs: [...both, { label: 'pay' }] } })).toMatchObject({ formerIds: ['pay'] });
    await unmergeRoadmapItem(one.ports, { id: 'pay', source: wish({ belongs: [{ label: 'ux' }, { label: 'pay' }] }), into });
    expect((await one.store.roadmap()).map(({ id, belongs, formerIds }) => [id, belongs, formerIds])).toEqual([['pay', [{ label: 'ux' }, { label: 'pay' }], undefined], ['trust', both, undefined]]);
  });

  it('with an item that is gone meanwhile nothing is merged, moved or taken back, which is said, and nothing is merged with itself', async () => {
    const one = await house();
    const pay = await saveRoadmapItem(one.ports, wish(), null);
    const gone = wish({ id: 'gone', title: 'Gone' });
    for (const made of [mergeRoadmapItem(one.ports, 'pay', 'gone'), moveRoadmapItem(one.ports, 'gone', { horizon: 'later' }), unmergeRoadmapItem(one.ports, { id: 'pay', source: wish(), into: gone })]) {
      await expect(made).rejects.toMatchObject({ problem: { kind: 'unknown', sentence: 'There is no roadmap item gone in this browser.' } });
    }
    await mergeRoadmapItem(one.ports, 'pay', 'pay');
    expect(await one.store.roadmap()).toEqual([pay]);
  });

  it('a merge taken back gives each its tags and rules again, and keeps what was changed of the other since', async () => {
    const one = await house();
    await bring(one, issue(1, PAY), issue(2, { labels: ['roadmap:trust'] }), issue(3, { labels: ['ux'] }), issue(4, { labels: ['roadmap:old-pay'] }));
    await saveRoadmapItem(one.ports, wish({ belongs: [{ label: 'ux' }], formerIds: ['old-pay'] }), null);
    await saveRoadmapItem(one.ports, wish({ id: 'trust', title: 'Trust', belongs: [{ label: 'safe' }] }), null);
    const merge = { id: 'pay', source: wish({ belongs: [{ label: 'ux' }], formerIds: ['old-pay'] }), into: wish({ id: 'trust', title: 'Trust', belongs: [{ label: 'safe' }] }) };
    await mergeRoadmapItem(one.ports, 'pay', 'trust');
    await moveRoadmapItem(one.ports, 'trust', { horizon: 'later' });
    await unmergeRoadmapItem(one.ports, merge);
    // Asked twice when the worker died over its answer.
    await unmergeRoadmapItem(one.ports, merge);
    await recount(one);
    expect((await openRoadmap(one.ports)).items.map(({ item, progress }) => [item.id, item.horizon, progress.issues.total, item.belongs, item.formerIds])).toEqual([
      ['pay', wish().horizon, 3, [{ label: 'ux' }], ['old-pay']], ['trust', 'later', 1, [{ label: 'safe' }], undefined],
    ]);
    expect((await openCard(one.ports, key(4)))?.tag).toMatchObject({ item: 'pay', former: 'old-pay' });
  });

  it('a move puts a horizon in the place of a window and the other way round', async () => {
    const one = await house();
    await saveRoadmapItem(one.ports, wish(), null);
    const window = { from: null, to: '2026-12-31' as PlainDate };
    expect(await moveRoadmapItem(one.ports, 'pay', { window })).toMatchObject({ horizon: null, window });
    expect(await moveRoadmapItem(one.ports, 'pay', { horizon: 'later' })).not.toHaveProperty('window');
  });

  it('what was removed can be saved again as it was, and its tags are flagged meanwhile', async () => {
    const one = await house();
    await bring(one, issue(1, PAY));
    await saveRoadmapItem(one.ports, wish(), null);
    await saveRoadmapItem(one.ports, wish({ id: 'other', title: 'Other' }), null);
    const { removed } = await removeRoadmapItem(one.ports, 'pay');
    expect((await openCard(one.ports, key(1)))?.flags.map(({ rule }) => rule)).toContain('tag-to-nowhere');
    if (!removed) throw new Error('It was there.');
    const { createdAt: _createdAt, updatedAt: _updatedAt, ...again } = removed;
    // Asked again, as when the worker died over its answer.
    expect(await removeRoadmapItem(one.ports, 'pay')).toEqual({ removed: null });
    await saveRoadmapItem(one.ports, again, null);
    expect((await openCard(one.ports, key(1)))?.flags.map(({ rule }) => rule)).not.toContain('tag-to-nowhere');
  });

  it('of changes at once, from two tabs, none undoes another', async () => {
    const one = await house();
    for (const id of ['pay', 'quick-pay', 'old-pay']) await saveRoadmapItem(one.ports, wish({ id, title: id }), null);
    await Promise.all([
      moveRoadmapItem(one.ports, 'pay', { horizon: 'later' }), mergeRoadmapItem(one.ports, 'quick-pay', 'pay'), mergeRoadmapItem(one.ports, 'old-pay', 'pay'),
      saveRoadmapAim(one.ports, { vision: '', productGoal: 'Half of them come back' }), pickSprint(one.ports, PROJECT, null), hideLine(one.ports, 'item|pay', true),
    ]);
    expect(await one.store.roadmap()).toMatchObject([{ id: 'pay', horizon: 'later', formerIds: ['quick-pay', 'old-pay'] }]);
    expect(await one.store.settings()).toMatchObject({ aim: { productGoal: 'Half of them come back' }, hiddenLines: ['item|pay'] });
    const made = await Promise.allSettled(['One', 'Two'].map((title) => saveRoadmapItem(one.ports, wish({ id: 'gifts', title }), null)));
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect((await one.store.roadmap()).map(({ title }) => title)).toContain('One');
  });

  it('refuses an id that is another item’s, an item that is not there, and one without a title; the same wish again is no conflict', async () => {
    const one = await house();
    const saved = await saveRoadmapItem(one.ports, wish(), null);
    expect(await saveRoadmapItem(one.ports, wish(), null)).toEqual(saved);
    await expect(saveRoadmapItem(one.ports, wish({ title: 'Another' }), null)).rejects.toMatchObject({ problem: { kind: 'taken' } });
    await expect(moveRoadmapItem(one.ports, 'nobody', { horizon: 'now' })).rejects.toMatchObject({ problem: { kind: 'unknown' } });
    await expect(saveRoadmapItem(one.ports, wish({ title: ' ' }), null)).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    await moveRoadmapItem(one.ports, 'pay', { window: { from: null, to: null } });
    await expect(createRoadmapItem(one.ports, { id: 'pay', title: 'Mine', outcome: '', horizon: 'now' })).rejects.toMatchObject({ problem: { kind: 'taken' } });
  });

  it('a tag that is taken back falls to what is above it', async () => {
    const one = await house();
    await bring(one, issue(1, PAY), issue(2, { parent: key(1) }));
    await tagIssues(one.ports, [key(2)], 'trust');
    expect((await openCard(one.ports, key(2)))?.tag).toMatchObject({ item: 'trust', via: 'local' });
    await tagIssues(one.ports, [key(2)], null);
    expect((await openCard(one.ports, key(2)))?.tag).toMatchObject({ item: 'pay', via: 'parent', from: key(1) });
  });
});

const WHOLE: RoadmapItemWish = wish({
  measure: { name: 'Completed checkouts', from: '61 %', to: '70 %', by: '2027-03-31' as PlainDate }, horizon: null, window: { from: '2026-10-01' as PlainDate, to: null }, theme: 'Growth', owner: 'ada',
  declared: { health: 'at-risk', note: 'PSD2', on: '2026-11-20' as PlainDate }, confidence: 70, risks: { value: 'tested', viability: 'open' }, links: [{ title: 'Interviews', url: 'https://acme.example/i' }],
  belongs: [{ label: 'payments', project: 'acme/shop' }, { parent: 'SHOP-1' }], dropped: false, formerIds: ['old'],
});

describe('all that an item can hold', () => {
  it('goes out to a file and comes back as it was, with what stands above the items', async () => {
    const [one, other] = [await house(), await house()];
    const saved: RoadmapItem = await saveRoadmapItem(one.ports, WHOLE, null);
    await saveRoadmapAim(one.ports, { vision: ' A shop for everybody ', productGoal: 'Pay anywhere' });
    const { json } = await exportOwnData(one.ports);
    expect(await importOwnData(other.ports, json, true)).toMatchObject({ ok: true });
    expect(await other.store.roadmap()).toEqual([saved]);
    expect((await openRoadmap(other.ports)).aim).toEqual({ vision: 'A shop for everybody', productGoal: 'Pay anywhere' });
  });

  it('passes the gate of messages whole, and nothing that is shaped otherwise does', () => {
    const { schema } = PROTOCOL.saveRoadmapItem;
    expect(schema.safeParse({ item: WHOLE, former: null })).toEqual({ success: true, data: { item: WHOLE, former: null } });
    const wrong: readonly object[] = [{ id: 'Pay' }, { horizon: 'soon' }, { window: { from: '2026-02-30', to: null } }, { confidence: 101 }, { risks: { value: 'maybe' } }, { links: [{ title: 'x', url: 'javascript:alert(1)' }] }, { declared: { health: 'fine', note: '', on: null } }, { formerIds: ['Ä'] }, { title: 'x'.repeat(201) }];
    for (const given of wrong) expect(schema.safeParse({ item: { ...wish(), ...given }, former: null }).success).toBe(false);
    const seen = { ...WHOLE, createdAt: 1, updatedAt: 2 };
    expect(PROTOCOL.changeRoadmapItem.schema.safeParse({ item: WHOLE, seen })).toEqual({ success: true, data: { item: WHOLE, seen } });
    expect(PROTOCOL.moveRoadmapItem.schema.safeParse({ id: 'pay', to: { horizon: 'never' } }).success).toBe(false);
  });
});

describe('an item that two people change at once', () => {
  const at = async () => {
    const one = await house();
    const seen = await saveRoadmapItem(one.ports, wish({ theme: 'Growth', owner: 'ada' }), null);
    one.pass(1000);
    const stored = async () => (await one.store.roadmap()).toSorted((a, b) => a.id.localeCompare(b.id));
    return { ...one, seen, stored };
  };

  it('keeps what each has changed, says where both have changed the same, and gives back only what one has', async () => {
    const { ports, seen, stored } = await at();
    await changeRoadmapItem(ports, { ...wish(), outcome: 'Theirs', theme: 'Trust', owner: 'ben', belongs: [{ label: 'ux' }] }, seen);
    const mine = await changeRoadmapItem(ports, { ...wish(), title: ' Pay at once ', outcome: ' Mine ', theme: 'Growth', owner: 'ada' }, seen);
    expect(mine).toMatchObject({ over: ['outcome'], before: { outcome: 'Theirs' } });
    const both = { id: 'pay', title: 'Pay at once', outcome: 'Mine', horizon: 'now', theme: 'Trust', owner: 'ben', belongs: [{ label: 'ux' }], createdAt: NOW, updatedAt: NOW + 1000 };
    expect(await stored()).toEqual([both]);
    await moveRoadmapItem(ports, 'pay', { horizon: 'later' });
    await changeRoadmapItem(ports, mine.before!, mine.item);
    expect(await stored()).toEqual([{ ...both, title: 'Pay faster', outcome: 'Theirs', horizon: 'later' }]);
  });

  it('takes the answer that was lost for the one that comes: what is done already is done once, and leads back', async () => {
    const { ports, seen, stored } = await at();
    const wished = wish({ id: 'checkout', theme: 'Growth', owner: 'ben' });
    await changeRoadmapItem(ports, wished, seen);
    const again = await changeRoadmapItem(ports, wished, seen);
    expect(again).toMatchObject({ over: [], item: { id: 'checkout', owner: 'ben', formerIds: ['pay'], createdAt: NOW } });
    expect(await stored()).toHaveLength(1);
    await changeRoadmapItem(ports, again.before!, again.item);
    expect(await stored()).toMatchObject([{ id: 'pay', owner: 'ada', formerIds: ['checkout'] }]);
  });

  it('is not put back where it was deleted, and what was written can be added anew', async () => {
    const { ports, seen, stored } = await at();
    await removeRoadmapItem(ports, 'pay');
    await expect(changeRoadmapItem(ports, wish({ outcome: 'Mine' }), seen)).rejects.toMatchObject({ problem: { kind: 'gone', sentence: expect.stringContaining('“Pay faster” is not on the roadmap any more') as string } });
    expect(await stored()).toEqual([]);
    await saveRoadmapItem(ports, wish({ outcome: 'Mine' }), null);
    expect(await stored()).toMatchObject([{ id: 'pay', outcome: 'Mine' }]);
  });

  it('is the same one after another tab has renamed it, and is not the one that it was merged into', async () => {
    const { ports, seen, stored } = await at();
    await changeRoadmapItem(ports, wish({ id: 'checkout', theme: 'Growth', owner: 'ada' }), seen);
    await changeRoadmapItem(ports, wish({ outcome: 'Mine', theme: 'Growth', owner: 'ada' }), seen);
    expect(await stored()).toMatchObject([{ id: 'checkout', outcome: 'Mine', formerIds: ['pay'] }]);
    // Items of a team's file are all made in one moment.
    const [checkout] = await stored();
    await ports.store.amendRoadmap(() => [{ put: [{ ...checkout!, id: 'trust', title: 'Trust', formerIds: [] }], remove: [] }, null]);
    await mergeRoadmapItem(ports, 'checkout', 'trust');
    const merged = await stored();
    await expect(changeRoadmapItem(ports, wish({ outcome: 'Mine again' }), seen)).rejects.toMatchObject({ problem: { kind: 'merged', sentence: expect.stringContaining('“Pay faster” is “Trust” now') as string } });
    expect(await stored()).toEqual(merged);
  });

  it('takes no id that is another item’s, and no title that is none', async () => {
    const { ports, seen, stored } = await at();
    await saveRoadmapItem(ports, wish({ id: 'trust', title: 'Trust' }), null);
    const before = await stored();
    await expect(changeRoadmapItem(ports, wish({ id: 'trust' }), seen)).rejects.toMatchObject({ problem: { kind: 'taken' } });
    await expect(changeRoadmapItem(ports, wish({ title: ' ' }), seen)).rejects.toMatchObject({ problem: { kind: 'invalid' } });
    expect(await stored()).toEqual(before);
  });

  it('is made by being described where it was known from its label alone, once, and keeps what another tab has said of it meanwhile', async () => {
    const { ports, stored } = await at();
    const labelled = { id: 'zeal', title: 'zeal', outcome: '', horizon: null, createdAt: 0, updatedAt: 0 } as const;
    for (const id of ['zeal-for-all', 'zeal-for-all']) expect(await changeRoadmapItem(ports, wish({ id, title: 'Zeal' }), labelled)).toMatchObject({ before: null, item: { id, formerIds: ['zeal'], createdAt: NOW + 1000 } });
    await changeRoadmapItem(ports, wish({ id: 'care', title: 'Care', outcome: '', horizon: null, owner: 'ben' }), { ...labelled, id: 'care', title: 'care' });
    expect(await changeRoadmapItem(ports, wish({ id: 'care', title: 'Care for all', outcome: '' }), { ...labelled, id: 'care', title: 'care' })).toMatchObject({ over: ['title'], item: { title: 'Care for all', horizon: 'now', owner: 'ben' } });
    await expect(changeRoadmapItem(ports, wish({ id: 'zeal', title: 'Other' }), labelled)).rejects.toMatchObject({ problem: { kind: 'merged' } });
    expect((await stored()).map(({ id }) => id)).toEqual(['care', 'pay', 'zeal-for-all']);
  });
});

/** Working days until so many issues are finished with that probability, where a day finishes one with the chance `share` and none otherwise. */
function daysFor(issues: number, share: number, probability: number): number {
  let mass = share ** issues;
  let days = issues;
  for (let sum = mass; sum < probability; sum += mass) {
    days += 1;
    mass *= ((days - 1) / (days - issues)) * (1 - share);
  }
  return days;
}

/** The steps of the sync that count anew. */
async function recount({ store }: Awaited<ReturnType<typeof house>>): Promise<void> {
  for (const job of await store.jobs()) if (job.kind === 'recount') await store.recount(job, 1000);
}
