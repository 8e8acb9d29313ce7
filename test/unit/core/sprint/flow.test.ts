import { describe, expect, it } from 'vitest';
import type { Issue, StatusCategory } from '../../../../lib/core/issue.ts';
import { FLOW_WEEKS, readFlow } from '../../../../lib/core/sprint/flow.ts';
import { buildIssue, CALENDAR, deepFreeze, NOW, statusOf } from '../build.ts';

const DAY = 86_400_000;
const moved = (...moves: readonly [number, StatusCategory | null][]): Pick<Issue, 'history'> => ({
  history: { statuses: moves.map(([daysAgo, category]) => ({ at: NOW - daysAgo * DAY, from: 'A', to: 'B', category })), sprints: [], complete: true, readAt: NOW },
});
const doing = (more: Partial<Issue> = {}) => buildIssue({ status: statusOf('doing'), createdAt: NOW - 30 * DAY, ...more });
const done = (daysAgo: number, more: Partial<Issue> = {}) => buildIssue({ status: statusOf('done'), resolution: 'completed', createdAt: NOW - 60 * DAY, closedAt: NOW - daysAgo * DAY, ...more });
const flow = (...issues: Issue[]) => readFlow(deepFreeze(issues), NOW, CALENDAR);

describe('work in progress', () => {
  it('is as old as its move into progress', () => expect(flow(doing(moved([9, 'doing']))).inProgress).toMatchObject([{ ageDays: 9, from: 'history' }]));
  it('goes on through every step of progress', () => expect(flow(doing(moved([9, 'doing'], [2, 'doing']))).inProgress).toMatchObject([{ ageDays: 9 }]));
  it('that was put back begins anew', () => expect(flow(doing(moved([20, 'doing'], [12, 'todo'], [3, 'doing']))).inProgress).toMatchObject([{ ageDays: 3, from: 'history' }]));
  it('a status of unknown kind begins and ends nothing', () => expect(flow(doing(moved([9, 'doing'], [4, null]))).inProgress).toMatchObject([{ ageDays: 9 }]));
  it('of which only the latest part is told is older still, and says so', () => {
    const told = doing({ history: { statuses: [{ at: NOW - 4 * DAY, from: 'In progress', to: 'In progress', category: 'doing' }], sprints: [], complete: false, readAt: NOW } });
    expect(flow(told).inProgress).toMatchObject([{ ageDays: 4, from: 'latest-history' }]);
  });
  it('without a history is as old as the issue, and says so', () => expect(flow(doing()).inProgress).toMatchObject([{ ageDays: 30, from: 'created' }]));
  it('comes oldest first, without what waits or is done', () => {
    expect(flow(doing({ ...moved([2, 'doing']), number: 1 }), doing({ number: 2 }), buildIssue(), done(1)).inProgress.map(({ issue }) => issue.number)).toEqual([2, 1]);
  });
});

describe('throughput', () => {
  it('counts what was finished in each week, and names its n', () => {
    const { weeks, finished, perWeek } = flow(done(0), done(6.9), done(8), done(20));
    expect(weeks).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 2]);
    expect([finished, perWeek]).toEqual([4, 4 / 9]);
  });
  it('looks back twelve weeks at the most', () => {
    const { weeks, finished } = flow(done(1, { createdAt: NOW - 900 * DAY }), done(7 * FLOW_WEEKS + 1));
    expect([weeks.length, finished]).toEqual([FLOW_WEEKS, 1]);
  });
  it('counts no week from before anything was known', () => expect(flow(done(1, { createdAt: NOW - 10 * DAY })).weeks).toEqual([0, 1]));
  it('what was given up was not finished', () => expect(flow(done(1, { resolution: 'not-planned' }), done(2, { resolution: 'duplicate' }), done(3, { closedAt: null })).finished).toBe(0));
  it('of nothing is unknown, not zero', () => expect(flow()).toEqual({ inProgress: [], weeks: [], finished: 0, perWeek: null }));
});
