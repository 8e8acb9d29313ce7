import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SprintOdds } from '../../../../lib/core/forecast/odds.ts';
import type { Issue, StatusCategory } from '../../../../lib/core/issue.ts';
import type { RiskFlag, Severity } from '../../../../lib/core/risk/risk.ts';
import { coverageOf } from '../../../../lib/core/sprint/goal-coverage.ts';
import { goalHealth, type GoalHealthInput } from '../../../../lib/core/sprint/goal-health.ts';
import { threatsTo } from '../../../../lib/core/sprint/goal-threats.ts';
import { daysOf, openWork } from '../../../../lib/core/sprint/sprint-work.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import { buildIssue, CALENDAR, date, key, NOW, statusOf } from '../build.ts';

const issue = (number: number, category: StatusCategory, differing: Partial<Issue> = {}): Issue => buildIssue({ key: key(number), number, reference: `#${number}`, status: statusOf(category), ...differing });

describe('goal coverage', () => {
  it('counts goal issues and others, names what is left and what is off the goal', () => {
    const issues = [issue(1, 'todo'), issue(2, 'doing'), issue(3, 'done'), issue(4, 'doing'), issue(5, 'done'), issue(6, 'done', { resolution: 'not-planned' }), issue(7, 'doing', { kind: 'pull-request' })];
    expect(coverageOf(issues, new Set([1, 2, 3, 6, 7].map(key)))).toEqual({ goal: { done: 1, total: 3 }, other: { done: 1, total: 2 }, left: [key(2), key(1)], inProgress: 1, offGoal: [key(4)] });
  });
});

describe('goal health', () => {
  const from = { historyDays: 60, finished: 60, growth: null, runs: 2000 };
  const odds = (probability: number): SprintOdds => ({ state: 'odds', goal: { remaining: 2, probability, mixed: null, p50: null, p85: null, p95: null }, everything: { remaining: 3, probability: 0, p50: null, p85: null, p95: null }, byEnd: null, workingDays: 5, from });
  const declined: SprintOdds = { state: 'declined', because: 'Only 3 working days are known; odds need 10.', from };
  const judge = (given: Partial<Omit<GoalHealthInput, 'coverage'>> & { done?: number; total?: number }) => {
    const { done = 2, total = 4, ...rest } = given;
    return goalHealth({ coverage: { goal: { done, total }, other: { done: 0, total: 0 }, left: [], inProgress: 0, offGoal: [] }, odds: odds(0.9), days: { over: 5, total: 10 }, dueOn: '2026-11-27' as PlainDate, over: false, blocked: 0, ...rest });
  };

  it.each<[string, Parameters<typeof judge>[0], string]>([
    ['all goal issues done', { done: 4 }, 'met'],
    ['all done, after the end', { done: 4, over: true }, 'met'],
    ['the time over', { over: true }, 'off-track'],
    ['very likely', { odds: odds(0.85) }, 'on-track'],
    ['likely', { odds: odds(0.84) }, 'at-risk'],
    ['less than even', { odds: odds(0.49) }, 'off-track'],
    ['very likely, but one is blocked', { blocked: 1 }, 'at-risk'],
    ['no odds, as far as the time', { odds: declined }, 'on-track'],
    ['no odds, behind the time', { odds: declined, done: 1 }, 'at-risk'],
    ['no odds, far behind the time', { odds: declined, done: 0 }, 'off-track'],
    ['no odds and no dates', { odds: declined, days: null }, 'unknown'],
    ['no goal issue marked', { done: 0, total: 0 }, 'unknown'],
  ])('%s', (_name, given, health) => {
    const judged = judge(given);
    expect(judged.health).toBe(health);
    expect(judged.reasons.length).toBeGreaterThan(0);
    for (const reason of judged.reasons) expect(reason).toMatch(/^\S.*\.$/);
  });

  it('tells nothing of today where its issues cannot be read any more: only what had come about by then, and says so', () => {
    const stopped = { on: '2026-11-12' as PlainDate, because: 'Not all of acme/shop can be read any more.' };
    const then = 'As of 12 Nov 2026, when it was last read.';
    expect(judge({ stopped, blocked: 1 })).toEqual({ health: 'unknown', reasons: [stopped.because, `2 of 4 goal issues are done. ${then}`] });
    expect(judge({ stopped, odds: declined, done: 0 }).health).toBe('unknown');
    expect(judge({ stopped, done: 4 })).toEqual({ health: 'met', reasons: [`All 4 goal issues are done. ${then}`, stopped.because] });
    expect(judge({ stopped, over: true })).toEqual({ health: 'off-track', reasons: [`The sprint ended on 27 Nov 2026, with 2 of 4 goal issues open. ${then}`, stopped.because] });
  });

  it('speaks of one goal issue as of one', () => {
    const words = (given: Parameters<typeof judge>[0]) => judge({ done: 0, total: 1, ...given }).reasons.join(' ');
    expect(words({ blocked: 1 })).toContain('The one open goal issue is blocked. In 90 of 100 simulations all goal issues are done by the end. 0 of 1 goal issue is done.');
    expect(words({ over: true })).toBe('The sprint ended on 27 Nov 2026, with the one goal issue open.');
  });

  it('is never worse for one more goal issue done or for better odds', () => {
    const ORDER = ['off-track', 'at-risk', 'on-track', 'met'];
    fc.assert(fc.property(fc.nat({ max: 8 }), fc.nat({ max: 8 }), fc.option(fc.double({ min: 0, max: 1, noNaN: true })), fc.nat({ max: 10 }), fc.nat({ max: 3 }), fc.boolean(), (done, left, chance, days, blocked, over) => {
      const given = { total: done + left + 1, odds: chance === null ? declined : odds(chance), days: { over: days, total: 10 }, blocked, over };
      const rank = (more: Parameters<typeof judge>[0]) => ORDER.indexOf(judge({ ...given, done, ...more }).health);
      expect(rank({ done: done + 1 })).toBeGreaterThanOrEqual(rank({}));
      expect(rank(chance === null ? {} : { odds: odds(Math.min(1, chance + 0.2)) })).toBeGreaterThanOrEqual(rank({}));
    }));
  });
});

describe('what threatens the goal', () => {
  const flag = (rule: string, severity: Severity, accepted: RiskFlag['accepted'] = null): RiskFlag => ({ rule, severity, kind: 'execution', label: rule, reason: 'It waits.', facts: [], accepted });
  it('is the worst flag of each goal issue and those of the sprint, worst first, three of them', () => {
    const threats = threatsTo([[key(1), [flag('ageing', 'watch')]], [key(2), [flag('unowned', 'watch'), flag('blocked', 'risk')]], [key(3), [flag('overdue', 'late', { reason: 'agreed', at: 0 })]], [key(4), [flag('overdue', 'late')]]], [
      { rule: 'over-committed', label: 'Over-committed', severity: 'risk', reason: 'It holds 12.', issues: [] },
      { rule: 'stuck-goal-issue', label: 'Stuck', severity: 'risk', reason: '1 is stuck.', issues: [key(2)] },
    ]);
    expect(threats.map(({ issue: about, rule }) => [about, rule])).toEqual([[key(4), 'overdue'], [key(2), 'blocked'], [null, 'over-committed']]);
  });
});

describe('the days and the work of a sprint', () => {
  it('are counted in working days, today not over', () => {
    const span = { from: '2026-11-16' as PlainDate, dueOn: '2026-11-27' as PlainDate };
    expect([Date.UTC(2026, 10, 14), Date.UTC(2026, 10, 16, 9), NOW, Date.UTC(2026, 10, 28), Date.UTC(2026, 11, 9)].map((now) => daysOf(span, now, CALENDAR))).toEqual([0, 0, 5, 10, 10].map((over) => ({ over, total: 10 })));
    expect(daysOf({ ...span, dueOn: null }, NOW, CALENDAR)).toBeNull();
    // Of decades no share is told, but that they are over.
    expect(daysOf({ ...span, dueOn: date('9999-12-31') }, NOW, CALENDAR)).toBeNull();
    expect(daysOf({ from: date('1970-01-01'), dueOn: date('1990-01-01') }, NOW, CALENDAR)).toEqual({ over: 5218, total: 5218 });
  });
  it('is what is open, with its age and its rest', () => {
    const began = { statuses: [{ at: NOW - 3 * 86_400_000, from: 'Open', to: 'In progress', category: 'doing' as const }], sprints: [], complete: true, readAt: NOW };
    expect(openWork([issue(1, 'doing', { createdAt: 0, history: began, updatedAt: NOW - 5 * 86_400_000 }), issue(2, 'todo', { impediment: true }), issue(3, 'done')], new Set([key(1)]), NOW, CALENDAR)).toEqual([
      { issue: key(1), reference: '#1', goal: true, blocked: false, inProgress: true, ageDays: 3, quietDays: 3 },
      { issue: key(2), reference: '#2', goal: false, blocked: true, inProgress: false, ageDays: null, quietDays: 0 },
    ]);
  });
});
