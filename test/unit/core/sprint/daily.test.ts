import { describe, expect, it } from 'vitest';
import type { SprintChange, StatusChange } from '../../../../lib/core/history.ts';
import type { Issue, StatusCategory } from '../../../../lib/core/issue.ts';
import { figuresOf, velocityOf } from '../../../../lib/core/sprint/comparison.ts';
import { dailyChanges, lastDailyOn } from '../../../../lib/core/sprint/daily.ts';
import { flowMetrics } from '../../../../lib/core/sprint/flow-metrics.ts';
import { growthOf } from '../../../../lib/core/sprint/growth.ts';
import type { LedgerGoal } from '../../../../lib/core/sprint/ledger.ts';
import type { SprintSnapshot } from '../../../../lib/core/sprint/snapshot.ts';
import { spanOf } from '../../../../lib/core/sprint/span.ts';
import { storyOf } from '../../../../lib/core/sprint/story.ts';
import { tracksOf } from '../../../../lib/core/sprint/track.ts';
import { workCalendar } from '../../../../lib/core/work-calendar.ts';
import { at, buildIssue, buildSprint, CALENDAR, date, key, NOW, statusOf } from '../build.ts';

const sprint = buildSprint({ number: 3, startsOn: date('2026-11-16'), dueOn: date('2026-11-27') });
const moved = (when: string, added: number[], removed: number[] = []): SprintChange => ({ at: at(when), added, removed });
const went = (when: string, from: string, to: string, category: StatusCategory): StatusChange => ({ at: at(when), from, to, category, by: 'eve' });
const issue = (number: number, category: StatusCategory, sprints: SprintChange[], statuses: StatusChange[], differing: Partial<Issue> = {}): Issue =>
  buildIssue({ key: key(number), number, createdAt: at('2026-11-01T09:00'), sprint: sprint.key, status: statusOf(category), history: { sprints, statuses, complete: true, readAt: NOW }, ...differing });

// NOW is Monday the 23rd, noon; the last working day before is Friday the 20th.
const planned = [moved('2026-11-15T09:00', [3])];
const issues = [
  issue(1, 'done', planned, [went('2026-11-20T10:00', 'Open', 'Closed', 'done')]),
  issue(2, 'done', planned, [went('2026-11-19T10:00', 'Open', 'Closed', 'done')]),
  issue(3, 'doing', planned, [went('2026-11-23T09:00', 'Open', 'In progress', 'doing')]),
  issue(4, 'todo', [moved('2026-11-21T09:00', [3])], []),
  issue(5, 'todo', [...planned, moved('2026-11-22T09:00', [], [3])], [], { sprint: null }),
  issue(6, 'todo', planned, [went('2026-11-20T11:00', 'Open', 'Closed', 'done'), went('2026-11-20T12:00', 'Closed', 'Open', 'todo')]),
  issue(7, 'todo', [moved('2026-11-20T09:00', [3]), moved('2026-11-20T10:00', [], [3])], [], { sprint: null }),
];
const span = spanOf(sprint, [sprint], CALENDAR);
const input = { sprint, span, known: [sprint], issues, snapshots: [], now: NOW, calendar: CALENDAR };

describe('what changed since yesterday', () => {
  const daily = (snapshots: SprintSnapshot[] = []) => dailyChanges({ span, since: lastDailyOn(NOW, CALENDAR), now: NOW, calendar: CALENDAR, snapshots, flags: new Map([[key(3), ['ageing', 'blocked']], [key(4), ['unowned-in-sprint']], [key(6), ['ageing']]]) }, tracksOf(input));

  it('reaches back to the beginning of the last working day', () => {
    expect(lastDailyOn(NOW, CALENDAR)).toBe('2026-11-20');
    expect(lastDailyOn(at('2026-11-25T08:00'), CALENDAR)).toBe('2026-11-24');
    expect(lastDailyOn(NOW, workCalendar({ timeZone: 'UTC', weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [] }))).toBe('2026-11-09');
  });

  it('begins with that day where the team is', () => {
    const calendar = workCalendar({ timeZone: 'Asia/Tokyo', weekend: [0, 6], holidays: [] });
    const { since, finished } = dailyChanges({ span, since: lastDailyOn(NOW, calendar), now: NOW, calendar, snapshots: [], flags: new Map() }, tracksOf({ ...input, issues: [issue(8, 'done', planned, [went('2026-11-19T15:30', 'Open', 'Closed', 'done')]), issue(9, 'done', planned, [went('2026-11-19T14:30', 'Open', 'Closed', 'done')])] }));
    expect([since, finished.map((one) => one.issue)]).toEqual(['2026-11-20', [key(8)]]);
  });

  it('is what was finished, started, added and removed, net, and by whom', () => {
    const { finished, started, added, removed, flagged, basis } = daily();
    expect(finished).toEqual([{ issue: key(1), at: at('2026-11-20T10:00'), by: 'eve', estimate: null }]);
    expect(started).toEqual([{ issue: key(3), at: at('2026-11-23T09:00'), by: 'eve', estimate: null }]);
    expect([added, removed].map((list) => list.map((one) => one.issue))).toEqual([[key(4)], [key(5)]]);
    expect([flagged, basis]).toEqual([null, 'history']);
  });

  it('is what is newly flagged, against the last snapshot that asked for flags', () => {
    const snapshot = (when: string, flags?: string[]): SprintSnapshot => ({ sprint: sprint.key, at: at(when), issues: [{ key: key(3), category: 'todo', estimate: null, ...(flags && { flags }) }, { key: key(6), category: 'todo', estimate: null, ...(flags && { flags: ['ageing'] }) }] });
    expect(daily([snapshot('2026-11-18T18:00', []), snapshot('2026-11-19T18:00', ['ageing']), snapshot('2026-11-19T19:00'), snapshot('2026-11-20T18:00', [])]).flagged).toEqual([{ issue: key(3), rules: ['blocked'] }, { issue: key(4), rules: ['unowned-in-sprint'] }]);
  });
});

describe('the comparison of sprints', () => {
  it('has the figures of each, an issue once', () => {
    const goal = (result: 'met' | 'partly' | 'not'): LedgerGoal => ({ wordings: [], outcome: { result, note: '', at: 0, by: null } });
    const figures = figuresOf('Sprint 3', storyOf({ ...input, issues: issues.map((one) => ({ ...one, estimate: one.number === 1 ? 3 : null })) }), [goal('met'), goal('partly')]);
    expect(figures).toMatchObject({ planned: { issues: 5, estimate: 3 }, added: { issues: 2, estimate: null }, removed: { issues: 2 }, done: { issues: 2, estimate: 3 }, carried: { issues: 3 }, accuracy: 0.4, goal: 'partly' });
  });

  it('gives a velocity from three ended sprints on, of the latest six', () => {
    const one = (ended: number | null, done: number, estimate: number | null = null) => ({ span: { ...span, endedAt: ended }, done: { issues: done, estimate } });
    expect(velocityOf([one(1, 4), one(2, 6)])).toBeNull();
    expect(velocityOf([one(1, 4), one(2, 6), one(null, 99), one(3, 8)])).toEqual({ velocity: 6, unit: 'issues', sprints: 3 });
    expect(velocityOf([one(1, 4, 10), one(2, 6, 20), one(3, 8, 30)])).toEqual({ velocity: 20, unit: 'estimate', sprints: 3 });
    expect(velocityOf(Array.from({ length: 8 }, (_, index) => one(index, index)))?.velocity).toBe(4.5);
  });
});

describe('the growth of scope', () => {
  const story = { ...storyOf(input), span: { ...span, endedAt: at('2026-11-25T17:00') } };
  it('is net, by working day after the first; days off count for the working day before', () => {
    // Tuesday to Wednesday week: on Friday one came and went, another came on Saturday, a third left on Sunday.
    expect([...(growthOf([story], CALENDAR) ?? [])]).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect([...(growthOf([{ ...story, removed: [] }], CALENDAR) ?? [])]).toEqual([0, 0, 0, 2, 0, 0, 0]);
  });
  it('is not known of sprints that run, or whose beginning nobody tells', () => {
    expect(growthOf([{ ...story, span }], CALENDAR)).toBeNull();
    expect(growthOf([{ ...story, span: { ...story.span, from: date('1970-01-01') } }], CALENDAR)).toBeNull();
    expect(growthOf([{ ...story, since: NOW }], CALENDAR)).toBeNull();
  });
});

describe('the measures of flow', () => {
  it('are throughput, cycle time, work in progress and age, each with its n', () => {
    const DAY = 86_400_000;
    const finished = (days: number, took: number) => buildIssue({ createdAt: NOW - 60 * DAY, status: statusOf('done'), resolution: 'completed', closedAt: NOW - days * DAY, history: {
      statuses: [{ at: NOW - (days + took) * DAY, from: 'Open', to: 'In progress', category: 'doing' }, { at: NOW - days * DAY, from: 'In progress', to: 'Closed', category: 'done' }], sprints: [], complete: true, readAt: NOW,
    } });
    const metrics = flowMetrics([finished(3, 2), finished(4, 8), finished(200, 1), buildIssue({ status: statusOf('doing'), createdAt: NOW - 9 * DAY }), buildIssue({ kind: 'pull-request', status: statusOf('doing') })], NOW, CALENDAR);
    expect(metrics).toMatchObject({ throughput: { finished: 2 }, cycleDays: { p50: 2, p85: 8, p95: 8, n: 2 }, inProgress: 1, ageDays: { p50: 9, n: 1 } });
    expect(flowMetrics([], NOW, CALENDAR)).toMatchObject({ throughput: { finished: 0 }, cycleDays: null, inProgress: 0, ageDays: null });
  });
});
