import { describe, expect, it } from 'vitest';
import { type StandUp, standUpText } from '../../../../lib/core/sprint/stand-up.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import { key } from '../build.ts';

const quiet: StandUp = {
  title: 'Sprint 24', dueOn: '2026-11-24' as PlainDate, goals: [], workingDaysLeft: 4, daysLeft: 6,
  health: { health: 'unknown', reasons: ['No issue of the sprint is marked as serving the goal.'] },
  coverage: { goal: { done: 0, total: 0 }, other: { done: 1, total: 3 }, left: [], inProgress: 0, offGoal: [] },
  odds: { state: 'declined', because: 'Only 3 working days are known.', from: { historyDays: 3, finished: 0, growth: null, runs: 2000 } },
  daily: { since: '2026-11-17' as PlainDate, basis: 'history', finished: [], started: [], added: [], removed: [], flagged: null }, threats: [],
  nameOf: (issue) => issue.replace(/^.*#/, '#'),
};
const told = (numbers: readonly number[]) => numbers.map((number) => ({ issue: key(number), at: 0, by: null, estimate: null }));

describe('a sprint as text for the stand-up', () => {
  it('says what is not there, and leaves out what has nothing to say', () => {
    expect(standUpText(quiet)).toBe('Sprint 24: 4 working days left\nNo Sprint Goal\nNot known: No issue of the sprint is marked as serving the goal.\nNo odds: Only 3 working days are known.');
    expect(standUpText({ ...quiet, workingDaysLeft: null, daysLeft: null })).toMatch(/^Sprint 24\nNo Sprint Goal\n/);
    expect(standUpText({ ...quiet, dueOn: '9999-12-31' as PlainDate, workingDaysLeft: 2_080_080, daysLeft: 2_912_000 })).toMatch(/^Sprint 24: until 31 Dec 9999\n/);
  });

  it('names the goals, how many of their issues are done, and their odds', () => {
    const chance = { remaining: 2, probability: 0.749, mixed: 0.4, p50: null, p85: null, p95: null };
    const text = standUpText({
      ...quiet, goals: ['Pay in one step.', 'Fewer calls.'], health: { health: 'at-risk', reasons: ['The one open goal issue is blocked.'] }, coverage: { ...quiet.coverage, goal: { done: 1, total: 3 } },
      odds: { state: 'odds', goal: chance, everything: { ...chance, probability: 0.2 }, byEnd: { at50: 8, at85: 6, at95: 4 }, workingDays: 5, from: { historyDays: 60, finished: 60, growth: null, runs: 2000 } },
    });
    expect(text.split('\n').slice(1)).toEqual(['Sprint Goal: Pay in one step.', 'Goal 2: Fewer calls.', 'At risk: The one open goal issue is blocked.', 'Goal issues: 1 of 3 done', 'Odds of the goal’s issues in time: 74 %']);
  });

  it('lists what changed and what threatens, five of each and how many more', () => {
    const text = standUpText({ ...quiet, daily: { ...quiet.daily, finished: told([1, 2, 3, 4, 5, 6, 7]), started: told([8, 9, 10, 11, 12]) }, threats: [{ issue: key(3), rule: 'blocked', label: 'Blocked', severity: 'risk', reason: 'Blocked by #12.' }, { issue: null, rule: 'off-goal-work', label: 'Off-goal work', severity: 'watch', reason: '4 of 5 serve no goal.' }] });
    expect(text.split('\n').slice(4)).toEqual(['Finished:', '- #1', '- #2', '- #3', '- #4', '- #5', '- and 2 more', 'Started:', '- #8', '- #9', '- #10', '- #11', '- #12', 'Threats:', '- #3: Blocked by #12.', '- Off-goal work: 4 of 5 serve no goal.']);
  });
});
