import { dateInWords } from '../../date-words.ts';
import type { RoadmapRule } from '../roadmap-flag.ts';
import { counted } from '../../risk/issue-fact.ts';

/** Flags an item that its window is too short for. Without a forecast, only a window that has ended says so. */
export default {
  id: 'past-window',
  of: 'item',
  label: 'Forecast past its window',
  source: 'Monte Carlo forecast of its open issues against the last day of its window: watch from P85, risk from P50, late once the window has ended',
  assess({ item, forecast, progress: { issues, partial }, today }) {
    const end = item.window?.to ?? null;
    if (end === null || issues.total === 0) return undefined;
    const open = issues.total - issues.done;
    const finished = `its ${counted(open, 'open issue')} will be finished`;
    if (today > end) return { severity: 'late', reason: `Its window ended on ${dateInWords(end)}, with ${open} of ${counted(issues.total, partial ? 'known issue' : 'issue')} open.` };
    if (forecast.state === 'beyond') return { severity: 'risk', reason: `Its window ends on ${dateInWords(end)}. ${forecast.because}` };
    if (forecast.state !== 'forecast') return undefined;
    if (forecast.p50 > end) return { severity: 'risk', reason: `At an even chance ${finished} by ${dateInWords(forecast.p50)}, after its window ends on ${dateInWords(end)}.` };
    if (forecast.p85 !== null && forecast.p85 <= end) return undefined;
    return { severity: 'watch', reason: `At 85 % ${finished} ${forecast.p85 === null ? 'in more than a year' : `by ${dateInWords(forecast.p85)}`}, after its window ends on ${dateInWords(end)}.` };
  },
  examples: [
    { name: 'its window has ended', given: { windowEndsIn: -1, p50In: 5, p85In: 9 }, flags: 'late' },
    { name: 'the even chance lies after it', given: { windowEndsIn: 10, p50In: 11, p85In: 30 }, flags: 'risk' },
    { name: 'the 85 % lie after it', given: { windowEndsIn: 20, p50In: 11, p85In: 30 }, flags: 'watch' },
    { name: 'the 85 % take more than a year', given: { windowEndsIn: 20, p50In: 11, p85In: null }, flags: 'watch' },
    { name: 'one issue is left, and late', given: { windowEndsIn: 10, p50In: 11, p85In: 30, issues: { done: 11, total: 12 } }, flags: 'risk' },
    { name: 'its one issue is open, and its window has ended', given: { windowEndsIn: -1, issues: { done: 0, total: 1 } }, flags: 'late' },
    { name: 'time enough', given: { windowEndsIn: 40, p50In: 11, p85In: 30 }, flags: undefined },
    { name: 'no forecast', given: { windowEndsIn: 5 }, flags: undefined },
    { name: 'no window', given: { p50In: 100, p85In: null }, flags: undefined },
    { name: 'no issues, so nothing to forecast', given: { windowEndsIn: -1, issues: { done: 0, total: 0 } }, flags: undefined },
  ],
} satisfies RoadmapRule;
