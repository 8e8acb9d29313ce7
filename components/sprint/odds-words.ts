import type { Chance, OddsBasis } from '../../lib/core/forecast/odds.ts';
import { count } from '../ui/wording/count.ts';
import { dayInWords } from '../ui/wording/days-left.ts';
import { plain, signed } from '../ui/wording/numbers.ts';

/** `datesInWords({p50: '2026-11-26', p85: '2026-12-01', p95: null})` → `Thu 26 Nov at 50 %, Tue 1 Dec at 85 %, more than half a year ahead at 95 %` */
export function datesInWords({ p50, p85, p95 }: Pick<Chance, 'p50' | 'p85' | 'p95'>): string {
  const known = ([[p50, 50], [p85, 85], [p95, 95]] as const).map(([date, percent]) => `${date === null ? 'more than half a year ahead' : dayInWords(date)} at ${percent} %`);
  return p50 === null ? 'more than half a year ahead' : known.join(', ');
}

/** `basisInWords({historyDays: 60, finished: 41, growth: null, runs: 2000})` → `Based on 60 working days with 41 finished issues; as no past sprint tells how scope grows, today’s is assumed to stay. 2,000 simulations.` */
export function basisInWords({ historyDays, finished, growth, runs }: OddsBasis): string {
  const scope = growth === null ? 'as no past sprint tells how scope grows, today’s is assumed to stay' : `and on how scope grew in ${count(growth.days, 'day')} of past sprints: ${signed(growth.net, 0)} ${Math.abs(growth.net) === 1 ? 'issue' : 'issues'}`;
  return `Based on ${count(historyDays, 'working day')} with ${count(finished, 'finished issue')}${growth === null ? '; ' : ', '}${scope}. ${plain(runs)} simulations.`;
}
