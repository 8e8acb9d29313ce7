import { nameAll, type SprintRule } from '../sprint-flag.ts';

/** Flags work on other things while the goal lags behind the time: the goal is what the sprint is for. */
export default {
  id: 'off-goal-work',
  label: 'Other work while the goal lags',
  source: 'The Sprint Goal is the single objective of the sprint (Scrum Guide 2020). It lags when a smaller share of its issues is done than of its days is over; watch with other work in progress, risk when that is more than the work on the goal and goal issues rest',
  assess({ coverage: { goal, inProgress, left }, open, days }) {
    const others = open.filter((work) => work.inProgress && !work.goal);
    if (goal.total === 0 || left.length === 0 || others.length === 0 || days === null || days.total === 0) return undefined;
    const lags = goal.done / goal.total < Math.min(1, days.over / days.total);
    if (!lags) return undefined;
    const waiting = left.length - inProgress;
    return {
      severity: others.length > inProgress && waiting > 0 ? 'risk' : 'watch',
      reason: `${goal.total === 1 ? 'The one goal issue is open' : `${goal.done} of ${goal.total} goal issues are done`} after ${days.over} of ${days.total} working days, ${waiting} idle, and ${others.length} in progress serve${others.length === 1 ? 's' : ''} something else: ${nameAll(others)}.`,
      issues: others.map(({ issue }) => issue),
    };
  },
  examples: [
    { name: 'the goal rests while others are worked on', given: { days: { over: 7, total: 10 }, coverage: { inProgress: 0 }, open: [{ inProgress: true }, { inProgress: true }] }, flags: 'risk' },
    { name: 'the goal lags, and something else is in progress beside it', given: { days: { over: 7, total: 10 }, coverage: { inProgress: 2 }, open: [{ inProgress: true }] }, flags: 'watch' },
    { name: 'the goal is as far as the time', given: { days: { over: 5, total: 10 }, coverage: { inProgress: 0 }, open: [{ inProgress: true }] }, flags: undefined },
    { name: 'all that is in progress serves the goal', given: { days: { over: 9, total: 10 }, open: [{ inProgress: true, goal: true }] }, flags: undefined },
    { name: 'no issue is marked for the goal', given: { days: { over: 9, total: 10 }, coverage: { goal: { done: 0, total: 0 }, left: [] }, open: [{ inProgress: true }] }, flags: undefined },
  ],
} satisfies SprintRule;
