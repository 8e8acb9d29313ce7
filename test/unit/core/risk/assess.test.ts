import { describe, expect, it } from 'vitest';
import { type Acceptance, assessRisk, countFlags } from '../../../../lib/core/risk/assess.ts';
import { percentile } from '../../../../lib/core/risk/percentile.ts';
import { rules } from '../../../../lib/core/risk/registry.ts';
import type { RiskFlag } from '../../../../lib/core/risk/risk.ts';
import { DEFAULT_THRESHOLDS, THRESHOLDS } from '../../../../lib/core/risk/thresholds.ts';
import { buildRiskContext } from '../build.ts';

const troubled = { status: 'doing', inCurrentSprint: true, hasRoadmap: true, blockedBy: 1, dueInWorkingDays: -2, idleDays: 6, assignees: ['ana'] };
/** Of those rules that the claims are about: a new one may find something here too. */
const assess = (accepted: readonly Acceptance[], muted: readonly string[]) => assessRisk(buildRiskContext(troubled), accepted, muted).filter(({ rule }) => ['overdue', 'blocked', 'no-movement', 'sprint-no-roadmap'].includes(rule));
const of = (flags: readonly RiskFlag[]) => flags.map((flag) => `${flag.severity} ${flag.rule}`);

describe('assessRisk', () => {
  it('puts the worst first', () => {
    expect(of(assess([], []))).toEqual(['late overdue', 'risk blocked', 'watch no-movement', 'watch sprint-no-roadmap']);
  });

  it('puts accepted flags last, with the newest reason, and does not count them', () => {
    const flags = assess([{ rule: 'overdue', reason: 'old', at: 1 }, { rule: 'overdue', reason: 'agreed with the customer', at: 2 }], []);
    expect(of(flags)).toEqual(['risk blocked', 'watch no-movement', 'watch sprint-no-roadmap', 'late overdue']);
    expect(flags.at(-1)?.accepted).toEqual({ reason: 'agreed with the customer', at: 2 });
    expect(countFlags(flags)).toEqual({ flags: 3, worst: 'risk' });
  });

  it('does not ask muted rules', () => {
    expect(of(assess([], ['overdue', 'sprint-no-roadmap']))).toEqual(['risk blocked', 'watch no-movement']);
  });

  it('finds no risk in anything that is done, whatever the rule', () => {
    for (const rule of rules) for (const example of rule.examples) expect(assessRisk(buildRiskContext({ ...example.given, status: 'done' }), [], [])).toEqual([]);
  });

  it('finds nothing wrong with a plain new issue', () => {
    expect(assessRisk(buildRiskContext({}), [], [])).toEqual([]);
    expect(countFlags([])).toEqual({ flags: 0, worst: null });
  });

  it('holds an age against finished work in the same measure: time that has passed', () => {
    const late = (startedDays: number, cycleDays: number) => assessRisk(buildRiskContext({ status: 'doing', ageDays: 30, startedDays, cycleDays: Array.from({ length: 20 }, () => cycleDays) }), [], []).find(({ rule }) => rule === 'ageing');
    // Begun at 22 h the evening before yesterday, by noon it has taken a day and a half, on whatever dates.
    expect(late(1.6, 1.7)).toBeUndefined();
    expect(late(1.6, 1.5)).toMatchObject({ severity: 'late', reason: 'In progress for 1.6 days; 95 % of the team’s 20 finished issues took at most 1.5 days from start to finish.' });
    expect(late(0.9, 0.1)).toBeUndefined();
    expect(late(1, 0.01)?.reason).toContain('In progress for 1 day; 95 % of the team’s 20 finished issues took at most 0.1 days');
  });

  it('says when something is due in days that nobody works on', () => {
    const said = (now: string, dueOn: string) => assessRisk({ ...buildRiskContext({ dueOn }), now: Date.parse(now) }, [], []).find(({ rule }) => rule === 'due-soon-not-started')?.reason;
    expect(said('2026-11-28T12:00Z', '2026-11-29')).toBe('Due in 1 day, none to work on (29 Nov 2026, due date) and not started.');
    expect(said('2026-11-27T12:00Z', '2026-11-29')).toBe('Due in 2 days, none to work on (29 Nov 2026, due date) and not started.');
    expect(said('2026-11-29T12:00Z', '2026-11-29')).toBe('Due today (29 Nov 2026, due date) and not started.');
    expect(said('2026-11-28T12:00Z', '2026-11-30')).toBe('Due in 1 working day (30 Nov 2026, due date) and not started.');
  });

  it('counts what was added from the day on which a sprint was really started', () => {
    const context = buildRiskContext({ inCurrentSprint: true, sprintStartedDays: 7, joinedSprint: { 3: 6 } });
    const found = (startedAt: number | null) => assessRisk({ ...context, sprint: context.sprint && { ...context.sprint, startedAt } }, [], []).some(({ rule }) => rule === 'added-after-start');
    expect([found(null), found(context.now - 5 * 86_400_000), found(context.now - 7 * 86_400_000)]).toEqual([true, false, true]);
  });

  it('names the blockers, and those outside the sprint', () => {
    const blockers = [{ reference: '#12', title: 'Payment API', inCurrentSprint: false }, { reference: '#13', title: 'Tax', inCurrentSprint: true }];
    expect(assessRisk(buildRiskContext({ inCurrentSprint: true, assignees: ['ana'], blockedBy: 3, blockers }), [], []).find((flag) => flag.rule === 'blocked')?.reason).toBe('Blocked by #12 Payment API, #13 Tax and 1 more; 1 of them is not in the current sprint.');
  });

  it('shows n with a percentile, and says so when n is too small', () => {
    const reason = (finishedDays: readonly number[]) => assessRisk(buildRiskContext({ status: 'doing', ageDays: 200, finishedDays }), [], []).find((flag) => flag.rule === 'ageing')?.reason;
    expect(reason(Array.from({ length: 40 }, (_, index) => index + 1))).toBe('Open for 200 days; 95 % of the team’s 40 finished issues took at most 38 days.');
    expect(reason([3])).toBe('Open for 200 days; the limit is 60 until 20 finished issues are known (1 so far).');
  });
});

describe('percentile', () => {
  it('is the nearest rank', () => {
    expect([0, 20, 21, 50, 85, 100].map((percent) => percentile([1, 2, 3, 4, 10], percent))).toEqual([1, 1, 2, 3, 10, 10]);
    expect(percentile([], 50)).toBeNaN();
    const upTo = (length: number) => Array.from({ length }, (_, index) => index + 1);
    for (let length = 1; length <= 200; length += 1) for (let percent = 1; percent <= 100; percent += 1) expect([length, percent, percentile(upTo(length), percent)]).toEqual([length, percent, Math.trunc((percent * length + 99) / 100)]);
  });
});

describe('the thresholds', () => {
  it('are all documented, with a standard that may be entered', () => {
    expect(Object.fromEntries(THRESHOLDS.map(({ id, standard }) => [id, standard]))).toEqual(DEFAULT_THRESHOLDS);
    for (const { source, min, max, standard } of THRESHOLDS) {
      expect(source.length).toBeGreaterThan(20);
      expect(standard >= min && standard <= max).toBe(true);
    }
  });
});
