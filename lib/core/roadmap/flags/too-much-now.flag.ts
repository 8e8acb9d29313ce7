import type { RoadmapRule } from '../roadmap-flag.ts';
import { counted } from '../../risk/issue-fact.ts';

/** Flags a roadmap that calls more Now than its teams finish in a quarter: then Now says nothing of what comes first. */
export default {
  id: 'too-much-now',
  of: 'roadmap',
  label: 'More Now than a quarter holds',
  source: 'Open issues of the Now items against what 65 working days finish, by Monte Carlo: watch above what is 85 % sure, risk above an even chance. Caps of Now (ProdPad: 3 to 5 items) count items; this counts the work in them',
  assess({ now, quarter }) {
    if (quarter === null || now.open <= quarter.likely) return undefined;
    return {
      severity: now.open > quarter.half ? 'risk' : 'watch',
      reason: `The ${now.items === 1 ? 'one Now item has' : `${now.items} Now items have`} ${counted(now.open, 'open issue')}; a quarter finishes ${quarter.likely} or more (85 % sure), ${quarter.half} or more at an even chance (${quarter.finished} in the last ${quarter.workingDays} working days).`,
    };
  },
  examples: [
    { name: 'more than is likely at all', given: { now: { items: 6, open: 130 }, quarter: { half: 60, likely: 48, finished: 55, workingDays: 60 } }, flags: 'risk' },
    { name: 'more than is likely', given: { now: { items: 4, open: 55 }, quarter: { half: 60, likely: 48, finished: 55, workingDays: 60 } }, flags: 'watch' },
    { name: 'as much as fits', given: { now: { items: 3, open: 48 }, quarter: { half: 60, likely: 48, finished: 55, workingDays: 60 } }, flags: undefined },
    { name: 'too little is known of the pace', given: { now: { items: 9, open: 900 }, quarter: null }, flags: undefined },
  ],
} satisfies RoadmapRule;
