import { outOfHundred } from '../../share-words.ts';
import { nameAll, type SprintRule } from '../sprint-flag.ts';

const LIKELY = 0.85;
const EVEN = 0.5;

/** Flags a goal that will probably not be met in time, or that waits for something. */
export default {
  id: 'goal-at-risk',
  label: 'Goal at risk',
  source: 'Probability that the goal’s issues are done by the end, taken first: watch under 85 % (the level of a service level expectation, Kanban Guide for Scrum Teams), risk under an even chance, late once the time is over; watch for a blocked goal issue',
  assess({ coverage, odds, open, days }) {
    const { goal } = coverage;
    const left = goal.total - goal.done;
    if (left === 0) return undefined;
    if (days !== null && days.total > 0 && days.over >= days.total) return { severity: 'late', reason: `The time is over, with ${goal.total === 1 ? 'the one goal issue' : `${left} of ${goal.total} goal issues`} open.`, issues: coverage.left };
    const probability = odds.state === 'odds' ? (odds.goal?.probability ?? null) : null;
    if (probability !== null && probability < LIKELY) {
      return { severity: probability < EVEN ? 'risk' : 'watch', reason: `The ${left === 1 ? 'one goal issue that is left is' : `${left} goal issues that are left are`} done in time in ${outOfHundred(probability)} simulations, even when taken first.`, issues: coverage.left };
    }
    const blocked = open.filter((work) => work.goal && work.blocked);
    return blocked.length === 0 ? undefined : { severity: 'watch', reason: `${left === 1 ? 'The one open goal issue' : `${blocked.length} of ${left} open goal issues`} ${blocked.length === 1 ? 'is' : 'are'} blocked: ${nameAll(blocked)}.`, issues: blocked.map(({ issue }) => issue) };
  },
  examples: [
    { name: 'less than an even chance', given: { chance: 0.3 }, flags: 'risk' },
    { name: 'likely, but not very', given: { chance: 0.7 }, flags: 'watch' },
    { name: 'the time is over', given: { days: { over: 10, total: 10 } }, flags: 'late' },
    { name: 'a sprint without a working day is not over for that', given: { days: { over: 0, total: 0 }, chance: 0.95 }, flags: undefined },
    { name: 'a goal issue is blocked', given: { chance: 0.95, open: [{ goal: true, blocked: true }] }, flags: 'watch' },
    { name: 'another issue is blocked', given: { chance: 0.95, open: [{ goal: false, blocked: true }] }, flags: undefined },
    { name: 'very likely', given: { chance: 0.95 }, flags: undefined },
    { name: 'met', given: { chance: 0.1, coverage: { goal: { done: 4, total: 4 }, left: [] } }, flags: undefined },
  ],
} satisfies SprintRule;
