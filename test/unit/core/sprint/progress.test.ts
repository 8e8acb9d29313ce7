import { describe, expect, it } from 'vitest';
import { sprintProgress, unreadIn } from '../../../../lib/core/sprint/progress.ts';
import { buildIssue, statusOf } from '../build.ts';

const issue = (category: 'todo' | 'doing' | 'done', estimate: number | null = null, resolution: 'completed' | 'not-planned' | 'duplicate' | null = null) => buildIssue({ status: statusOf(category), estimate, resolution });

describe('the progress of a sprint', () => {
  it('counts by issues and by estimate, and what has none', () => {
    expect(sprintProgress([issue('done', 3), issue('doing', 5), issue('todo')])).toEqual({ issues: { done: 1, total: 3 }, estimate: { done: 3, total: 8, unestimated: 1 } });
  });

  it('adds no hours to points, and calls nothing unestimated that has either', () => {
    const inHours = (category: 'todo' | 'done', estimate: number) => ({ ...issue(category, estimate), estimateIn: 'hours' as const });
    expect(sprintProgress([issue('done', 3), issue('todo', 5), inHours('done', 40), inHours('todo', 1.5), issue('todo')])).toEqual({
      issues: { done: 2, total: 5 }, estimate: { done: 3, total: 8, unestimated: 1 }, hours: { done: 40, total: 41.5, unestimated: 1 },
    });
    expect(sprintProgress([inHours('todo', 4)])).toEqual({ issues: { done: 0, total: 1 }, estimate: null, hours: { done: 0, total: 4, unestimated: 0 } });
  });

  it('leaves out what was closed as not planned or as a duplicate', () => {
    expect(sprintProgress([issue('done', 3, 'completed'), issue('done', 8, 'not-planned'), issue('done', 8, 'duplicate'), issue('todo', 1)])).toEqual({ issues: { done: 1, total: 2 }, estimate: { done: 3, total: 4, unestimated: 0 } });
  });

  it('leaves out pull requests, as the goal’s coverage and the burn-up do', () => {
    expect(sprintProgress([issue('done', 3), issue('todo'), { ...issue('done', 8), kind: 'pull-request' }])).toEqual({ issues: { done: 1, total: 2 }, estimate: { done: 3, total: 3, unestimated: 1 } });
  });

  it('says nothing of estimates where there is none, or none that is a number', () => {
    expect(sprintProgress([issue('todo'), issue('done', Number.NaN), issue('done', -2), issue('todo', 1e308), issue('todo', 1e308)])).toEqual({ issues: { done: 2, total: 5 }, estimate: null });
    expect(sprintProgress([])).toEqual({ issues: { done: 0, total: 0 }, estimate: null });
    expect(sprintProgress([issue('todo', 0)])).toEqual({ issues: { done: 0, total: 1 }, estimate: { done: 0, total: 0, unestimated: 0 } });
  });
});

describe('what of a sprint is not read', () => {
  it('is what its tracker counts beyond it, until the whole project has been read', () => {
    const counts = { openIssues: 10, closedIssues: 11 };
    expect([unreadIn(counts, 10, false), unreadIn(counts, 21, false), unreadIn(counts, 24, false), unreadIn(counts, 20, true)]).toEqual([11, 0, 0, 0]);
  });
});
