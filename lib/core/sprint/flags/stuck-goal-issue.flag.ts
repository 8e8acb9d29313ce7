import { counted } from '../../risk/issue-fact.ts';
import { nameAll, type SprintRule } from '../sprint-flag.ts';

/** In a sprint half of the idle days of work at large, rounded up, are long. */
const SHARE = 2;

/** Flags goal issues in progress that do not move. In a sprint a few days are long, so it speaks sooner than the rule for any work in progress. */
export default {
  id: 'stuck-goal-issue',
  label: 'Stuck goal issue',
  source: 'Our choice: half of the team’s threshold “no movement after”, 3 working days as it stands, because a two-week sprint has ten; risk from the whole of it',
  assess({ open, thresholds: { idleDays } }) {
    const stuck = open.filter((work) => work.goal && work.inProgress && work.quietDays >= Math.ceil(idleDays / SHARE)).toSorted((a, b) => b.quietDays - a.quietDays);
    const longest = stuck[0]?.quietDays ?? 0;
    if (stuck.length === 0) return undefined;
    return { severity: longest >= idleDays ? 'risk' : 'watch', reason: `${counted(stuck.length, 'goal issue')} in progress ${stuck.length === 1 ? 'has' : 'have'} not moved for ${stuck.length === 1 ? '' : 'up to '}${counted(longest, 'working day')}: ${nameAll(stuck)}.`, issues: stuck.map(({ issue }) => issue) };
  },
  examples: [
    { name: 'a goal issue quiet for a week', given: { open: [{ goal: true, inProgress: true, quietDays: 5 }] }, flags: 'risk' },
    { name: 'two goal issues quiet for three days', given: { open: [{ goal: true, inProgress: true, quietDays: 3 }, { goal: true, inProgress: true, quietDays: 3 }] }, flags: 'watch' },
    { name: 'moved yesterday', given: { open: [{ goal: true, inProgress: true, quietDays: 1 }] }, flags: undefined },
    { name: 'not begun', given: { open: [{ goal: true, quietDays: 9 }] }, flags: undefined },
    { name: 'serves something else', given: { open: [{ inProgress: true, quietDays: 9 }] }, flags: undefined },
  ],
} satisfies SprintRule;
