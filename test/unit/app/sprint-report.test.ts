import { describe, expect, it } from 'vitest';
import { markGoal } from '../../../lib/app/mark-goal.ts';
import { resolveGoalConflict, setGoal, setGoalItems, setGoalOutcome } from '../../../lib/app/set-goal.ts';
import { sprintComparison } from '../../../lib/app/sprint-comparison.ts';
import { lastSprintReport, sprintReport } from '../../../lib/app/sprint-report.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { renewReport, toolbarState } from '../../../lib/app/toolbar.ts';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import type { History } from '../../../lib/core/history.ts';
import type { Issue } from '../../../lib/core/issue.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { NOW, wholeOf } from './house.ts';
import { bringJira, HOST, jiraHouse, jiraIssue, jiraSprint, SHOP } from './jira-house.ts';

const DAY = 86_400_000;
const DONE = { category: 'done', name: 'Done', guessedFrom: null } as const;
const DOING = { category: 'doing', name: 'In Progress', guessedFrom: null } as const;
const running = jiraSprint(31, { description: 'Guests pay without an account.', createdAt: NOW - 60 * DAY });

function history(sprints: History['sprints'], statuses: History['statuses'] = []): History {
  return { sprints, statuses, estimates: [], complete: true, readAt: NOW };
}
const since = (days: number) => history([{ at: NOW - days * DAY, added: [31], removed: [], by: 'Maya' }]);
const begun = (days: number) => ({ at: NOW - days * DAY, from: 'To Do', to: 'In Progress', category: 'doing' as const });
const ended = (days: number) => ({ at: NOW - days * DAY, from: 'In Progress', to: 'Done', category: 'done' as const, by: 'Jonas' });
const finished = (number: number, days: number, more: Partial<Issue> = {}) => jiraIssue(number, { status: DONE, resolution: 'completed', closedAt: NOW - days * DAY, updatedAt: NOW - days * DAY, ...more });

const inSprint = [
  finished(1, 1, { sprint: running.key, history: history(since(12).sprints, [begun(5), ended(1)]) }),
  jiraIssue(2, { sprint: running.key, status: DOING, history: history(since(12).sprints, [begun(4)]) }),
  jiraIssue(3, { sprint: running.key, history: since(12) }),
  jiraIssue(4, { sprint: running.key, status: DOING, estimate: 3, history: history([{ at: NOW - DAY, added: [31], removed: [], by: 'Maya' }], [begun(0.1)]) }),
];
/** A team that finishes two a working day. */
const past = Array.from({ length: 60 }, (_, index) => finished(100 + index, 2 + index / 2, { createdAt: NOW - 60 * DAY, history: history([{ at: NOW - 50 * DAY, added: [29], removed: [] }]) }));
const former = jiraSprint(29, { state: 'closed', startsOn: plainDate('2026-09-28'), dueOn: plainDate('2026-10-23'), completedAt: Date.UTC(2026, 9, 23, 15) });

async function team() {
  const one = await jiraHouse();
  await bringJira(one, { issues: [...inSprint, ...past], sprints: [running, former, jiraSprint(33, { title: 'Payments 9', board: { id: 5, name: 'Payments' }, dueOn: plainDate('2026-11-27') })] });
  return one;
}
const keyOf = (number: number) => jiraIssue(number).key;

describe('the report on a sprint', () => {
  it('tells the goal, what happened, what will happen and what changed, from what is stored', async () => {
    const one = await team();
    await markGoal(one.ports, [keyOf(1), keyOf(2)], true);
    const report = await sprintReport(one.ports, SHOP, null);
    expect(report).toMatchObject({
      project: { key: SHOP, name: 'SHOP' }, sprint: { number: 31 }, workingDaysLeft: 2, madeAt: NOW,
      goals: { goals: ['Guests pay without an account.'], from: 'field', pending: false, via: { via: 'tracker' }, conflict: null, label: 'sprint-goal', items: [] },
      coverage: { goal: { done: 1, total: 2 }, other: { done: 0, total: 2 }, inProgress: 1, left: [keyOf(2)], offGoal: [keyOf(4)] },
      story: { basis: 'history', since: null },
    });
    expect(report?.story.committed.map(({ issue }) => issue)).toEqual([keyOf(1), keyOf(2), keyOf(3)]);
    expect(report?.story.added).toMatchObject([{ issue: keyOf(4), by: 'Maya', at: NOW - DAY }]);
    expect(report?.daily.finished).toMatchObject([{ issue: keyOf(1), by: 'Jonas' }]);
    expect(report?.daily.started.map(({ issue }) => issue)).toEqual([keyOf(4)]);
    expect(report?.odds).toMatchObject({ state: 'odds', goal: { remaining: 1 }, everything: { remaining: 3 } });
    expect(report?.burnUp.days.find(({ on }) => on === '2026-11-18')?.counts?.issues).toEqual({ scope: 4, done: 1, goalScope: 2, goalDone: 1 });
    expect(report?.issues[keyOf(2)]).toMatchObject({ reference: 'SHOP-2', category: 'doing', mark: { via: 'label', pending: true } });
    expect(report?.flags.map(({ rule }) => rule)).toContain('unowned-in-sprint');
    expect(report?.flags.find(({ rule }) => rule === 'unowned-in-sprint')?.issues.map(({ issue }) => issue).toSorted()).toEqual([keyOf(2), keyOf(3), keyOf(4)]);
    expect(report?.text).toContain('Sprint Goal: Guests pay without an account.');
    expect(report?.text).toContain('Finished:\n- SHOP-1 Issue 1');
  });

  it('gives no odds of a project that may not be read any more, and says since when', async () => {
    const one = await team();
    expect((await sprintReport(one.ports, SHOP, null))?.odds.state).toBe('odds');
    await one.store.putJobs([{ ...wholeOf(SHOP, HOST), error: { kind: 'not-found' } }]);
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject({ state: 'declined', because: expect.stringMatching(/^Not all of SHOP could be read since 18 Nov 2026: that takes an account/) as unknown });
  });

  it('of a project that cannot be read any more tells the goal’s health as little as its odds, and all flags as they were then', async () => {
    const one = await team();
    await markGoal(one.ports, [keyOf(1), keyOf(2)], true);
    const because = 'Not all of SHOP could be read since 18 Nov 2026: that takes an account on acme.atlassian.net that may see it.';
    const before = await sprintReport(one.ports, SHOP, running.key);
    one.pass(5 * DAY);
    // Nobody was there, which is no refusal: it is read again as soon as somebody is.
    expect((await sprintReport(one.ports, SHOP, running.key))?.health.health).toBe('off-track');
    const snapshots = async () => (await one.store.everIn(running.key)).snapshots.length;
    const kept = await snapshots();
    // Its session has been refused ever since.
    await one.store.commit({ job: null, session: { host: HOST, tracker: 'jira', login: 'maya', tokenKind: 'session', missing: [], state: 'unauthorised', expiresAt: null, checkedAt: null, refusedAt: NOW } });
    one.pass(DAY);
    const report = await sprintReport(one.ports, SHOP, running.key);
    const asOf = 'As of 18 Nov 2026, when it was last read.';
    expect(report).toMatchObject({ odds: { state: 'declined', because }, health: { health: 'unknown', reasons: [because, `1 of 2 goal issues is done. ${asOf}`] }, workingDaysLeft: -2, daily: { since: '2026-11-17', until: '2026-11-18' } });
    expect(report?.text).toContain(`Not known: ${because}`);
    const flagged = (of: typeof report) => of?.flags.flatMap(({ rule, issues }) => issues.map(({ issue, severity, reason }) => [rule, issue, severity, reason]));
    // None is late, stuck or old for the days that nobody has seen.
    expect(flagged(report)).toEqual(flagged(before)?.map(([rule, issue, severity, reason]) => [rule, issue, severity, `${reason} ${asOf}`]));
    expect(report?.threats.every(({ reason }) => reason.endsWith(asOf))).toBe(true);
    expect(report?.burnUp.days.filter(({ counts }) => counts !== null).at(-1)?.on).toBe('2026-11-18');
    expect(await snapshots()).toBe(kept);
  });

  it('by a clock that was put back counts what has happened by the tracker’s all the same: what is done is done in each of its figures', async () => {
    const one = await team();
    await markGoal(one.ports, [keyOf(1), keyOf(2)], true);
    one.pass(-DAY - 3 * 3_600_000);
    const report = await sprintReport(one.ports, SHOP, running.key);
    expect([report?.coverage.goal, report?.story.done.map(({ issue }) => issue), report?.daily.finished.map(({ issue }) => issue)]).toEqual([{ done: 1, total: 2 }, [keyOf(1)], [keyOf(1)]]);
    expect(report?.burnUp.days.findLast(({ counts }) => counts !== null)?.counts?.issues).toMatchObject({ scope: 4, done: 1, goalDone: 1 });
  });

  it('counts a mark and its way back at once, also by a clock that goes on while the report is made', async () => {
    const one = await team();
    const [job] = await one.store.jobs();
    await one.store.commit({ job: job ?? null, snapshots: { project: SHOP, at: NOW } });
    let ticks = 0;
    const ports = { ...one.ports, now: () => NOW + (ticks += 1) };
    await markGoal(ports, [keyOf(2), keyOf(3)], true);
    expect((await sprintReport(ports, SHOP, null))?.coverage.goal.total).toBe(2);
    // What the report has noted of both in today's snapshot is not what counts.
    await markGoal(ports, [keyOf(2)], false);
    const report = await sprintReport(ports, SHOP, null);
    expect(report?.coverage.goal.total).toBe(1);
    expect(report?.burnUp.days.findLast(({ counts }) => counts !== null)?.counts?.issues.goalScope).toBe(1);
  });

  it('counts a mark that waits to be written from when it was made; one that was refused tells nothing', async () => {
    const one = await team();
    await markGoal(one.ports, [keyOf(2)], true);
    one.pass(DAY);
    const scopes = async () => (await sprintReport(one.ports, SHOP, null))?.burnUp.days.flatMap(({ on, counts }) => (counts && on >= '2026-11-17' ? [counts.issues.goalScope] : []));
    expect(await scopes()).toEqual([0, 1, 1]);
    const [wish] = await one.store.outbox();
    await one.store.commit({ job: null, outbox: { ...wish!, state: 'failed', failure: 'No.' } });
    expect(await scopes()).toEqual([0, 0, 0]);
  });

  it('counts a mark that was made after the sprint’s end for its end', async () => {
    const one = await team();
    await bringJira(one, { sprints: [{ ...running, state: 'closed', completedAt: NOW }] });
    one.pass(DAY);
    await markGoal(one.ports, [keyOf(2)], true);
    expect((await sprintReport(one.ports, SHOP, running.key))?.burnUp.days.map(({ counts }) => counts?.issues.goalScope).slice(-2)).toEqual([0, 1]);
  });

  it('takes closed issues that were not read for unknown, not for none', async () => {
    const unknown = { state: 'declined', because: expect.stringContaining('is known yet') as unknown };
    const one = await jiraHouse();
    await bringJira(one, { issues: [...inSprint.slice(1), ...past], sprints: [running, former] });
    // A first reading ends with what was closed last; that a visit before it met all open issues, so that the backlog counts as complete, says nothing of it.
    const endReading = (at: number | null) => one.store.amendJobs([`changes:${SHOP}`], (stored) => [...stored.values()].map((job) => ({ ...job, finishedAt: at })));
    await endReading(null);
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject(unknown);
    await endReading(NOW);
    expect((await sprintReport(one.ports, SHOP, null))?.odds.state).toBe('odds');
  });

  it('knows without a sign-in of no day before the first issue that it saw closed', async () => {
    const one = await jiraHouse();
    await bringJira(one, { issues: inSprint.slice(1), sprints: [running, former] });
    await one.store.commit({ job: null, removeJobs: [`changes:${SHOP}`] });
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject({ state: 'declined', because: expect.stringContaining('is known yet') as unknown });
    one.pass(20_000);
    await one.store.commit({ job: null, issues: past.slice(0, 12) });
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject({ because: 'Only 6 working days are known; odds need 10.' });
  });

  it('gives a sprint that has not begun the odds of its own days', async () => {
    const one = await team();
    const coming = jiraSprint(32, { state: 'future', startsOn: plainDate('2026-11-30'), dueOn: plainDate('2026-12-11') });
    await bringJira(one, { issues: [jiraIssue(9, { sprint: coming.key })], sprints: [coming] });
    expect((await sprintReport(one.ports, SHOP, coming.key))?.odds).toMatchObject({ state: 'odds', workingDays: 10, everything: { remaining: 1, p50: '2026-11-30' } });
  });

  it('counts anew what the team has finished while its project is still being read, and once more when that ends, however short ago it was counted', async () => {
    const one = await jiraHouse();
    const reading = { ...wholeOf(SHOP, HOST), id: `histories:${SHOP}`, kind: 'histories', finishedAt: null } as const;
    await bringJira(one, { issues: inSprint, sprints: [running, former] });
    await one.store.putJobs([reading]);
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject({ state: 'declined', because: expect.stringContaining('Only 1 issue was finished') });
    one.pass(20_000);
    await bringJira(one, { issues: past.slice(0, 30) });
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject({ from: { finished: 31 } });
    one.pass(2000);
    await bringJira(one, { issues: past });
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject({ from: { finished: 31 } });
    await one.store.commit({ job: reading, removeJobs: [reading.id] });
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject({ from: { finished: 61 } });
    // All is read: for some minutes what was counted stands.
    await bringJira(one, { issues: [finished(999, 3, { history: history([{ at: NOW - 50 * DAY, added: [29], removed: [] }]) })] });
    one.pass(60_000);
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject({ from: { finished: 61 } });
    one.pass(600_000);
    expect((await sprintReport(one.ports, SHOP, null))?.odds).toMatchObject({ from: { finished: 62 } });
  });

  it('is kept as it was, to be shown at once, and of each sprint that was asked for', async () => {
    const one = await team();
    expect(await lastSprintReport(one.ports, SHOP, null)).toBeNull();
    const report = await sprintReport(one.ports, SHOP, null);
    one.pass(DAY);
    expect(await lastSprintReport(one.ports, SHOP, null)).toEqual(report);
    const other = await sprintReport(one.ports, SHOP, jiraSprint(33).key);
    expect(other?.sprint.number).toBe(33);
    expect((await lastSprintReport(one.ports, SHOP, jiraSprint(33).key))?.sprint.number).toBe(33);
    expect((await lastSprintReport(one.ports, SHOP, null))?.sprint.number).toBe(31);
    await one.store.keepSprintView(SHOP, { form: 0, report: { old: true } });
    expect(await lastSprintReport(one.ports, SHOP, null)).toBeNull();
  });

  it('counts what belongs to a roadmap item that the goal is about, unless somebody says otherwise of the issue', async () => {
    const one = await team();
    await tagIssues(one.ports, [keyOf(2), keyOf(3)], 'pay');
    await setGoalItems(one.ports, running.key, ['pay']);
    expect((await sprintReport(one.ports, SHOP, null))?.coverage.goal).toEqual({ done: 0, total: 2 });
    await markGoal(one.ports, [keyOf(3)], false);
    await markGoal(one.ports, [keyOf(1)], true);
    const report = await sprintReport(one.ports, SHOP, null);
    expect(report?.issues[keyOf(2)]?.mark).toEqual({ via: 'item', pending: false });
    expect(report?.goals.items).toEqual([{ id: 'pay', title: 'pay' }]);
    expect(report?.coverage.goal.done).toBe(1);
  });

  it('shows several goals in their order, ours on the way at once, and a conflict until it is answered', async () => {
    const one = await team();
    await setGoal(one.ports, running.key, '1. Guests pay. 2. Support hears less.');
    expect((await sprintReport(one.ports, SHOP, null))?.goals).toMatchObject({ goals: ['Guests pay.', 'Support hears less.'], pending: true, writes: [{ state: 'queued' }] });
    const [row] = await one.store.outbox();
    await queueWish(one.store, { ...row!, state: 'failed', failure: 'Somebody …', conflict: 'Theirs' });
    await bringJira(one, { sprints: [{ ...running, description: 'Theirs' }] });
    expect((await sprintReport(one.ports, SHOP, null))?.goals).toMatchObject({ goals: ['Theirs'], pending: false, conflict: { mine: ['Guests pay.', 'Support hears less.'], theirs: ['Theirs'] } });
    await resolveGoalConflict(one.ports, running.key, 'mine');
    expect((await sprintReport(one.ports, SHOP, null))?.goals).toMatchObject({ goals: ['Guests pay.', 'Support hears less.'], pending: true, conflict: null });
  });

  it('says nothing where no sprint runs or the project is unknown', async () => {
    const one = await jiraHouse();
    expect(await sprintReport(one.ports, SHOP, null)).toBeNull();
    expect(await sprintReport(one.ports, SHOP, running.key)).toBeNull();
  });

  it('tells the toolbar the days, how the goal goes by sign and colour, and the goal', async () => {
    const one = await team();
    expect(await toolbarState(one.ports)).toMatchObject({ text: '2d', title: expect.stringContaining('Guests pay without an account.') });
    expect([await renewReport(one.ports), await renewReport(one.ports)]).toEqual([true, false]);
    await markGoal(one.ports, [keyOf(1)], true);
    one.pass(16 * 60_000);
    expect(await renewReport(one.ports)).toBe(true);
    expect(await toolbarState(one.ports)).toEqual({ text: '✓', colour: '#1a7f37', title: expect.stringMatching(/^Sprint 31 \(Checkout\): 2 working days left\nGuests pay without an account\.\nGoal met\. /) });
    expect(HOST).toBe('acme.atlassian.net');
  });

  it('compares ended sprints of the same team, with what was said of their goals', async () => {
    const one = await team();
    const before = jiraSprint(30, { state: 'closed', description: 'Before', startsOn: plainDate('2026-10-26'), dueOn: plainDate('2026-11-06'), completedAt: NOW - 12 * DAY });
    const was = finished(50, 15, { sprint: before.key, history: history([{ at: NOW - 30 * DAY, added: [30], removed: [] }], [begun(20), ended(15)]) });
    await bringJira(one, { sprints: [before], issues: [was] });
    expect((await sprintReport(one.ports, SHOP, null))?.asks).toEqual({ sprint: before.key, title: 'Sprint 30', goals: ['Before'] });
    await setGoalOutcome(one.ports, before.key, 0, { result: 'partly', note: '' });
    expect((await sprintReport(one.ports, SHOP, null))?.asks).toBeNull();
    const { sprints, backTest } = await sprintComparison(one.ports, SHOP);
    expect(sprints).toMatchObject([{ sprint: before.key, title: 'Sprint 30', done: { issues: 1 }, planned: { issues: 1 }, accuracy: 1, goal: 'partly' }, { sprint: former.key, goal: null }]);
    expect((backTest?.sprints ?? 0) + (backTest?.declined ?? 0)).toBe(2);
  });
});
