import type { BurnUp } from '../../lib/core/sprint/burn-up.ts';
import type { WorkUnit } from '../../lib/core/sprint/comparison.ts';
import { dateInWords, fromToInWords } from '../../lib/core/date-words.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import { count } from '../ui/wording/count.ts';
import { dayInWords, momentInWords } from '../ui/wording/days-left.ts';
import { plain } from '../ui/wording/numbers.ts';
import { type BurnForecast, countsIn } from './burn-up-plot.ts';

/** What the picture says, in two or three sentences: `7 of 12 issues are done. 2 more than on the first day are in the sprint. …` */
export function burnUpInWords({ burnUp, unit, dueOn, forecast }: { readonly burnUp: BurnUp; readonly unit: WorkUnit; readonly dueOn: PlainDate | null; readonly forecast: BurnForecast | null }): string {
  const known = burnUp.days.flatMap(({ counts }) => (counts === null ? [] : [countsIn(counts, unit)]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'Nothing is known of its days yet.';
  // Before the first day that is known nobody can say how much there was.
  const from = burnUp.days.find(({ counts }) => counts !== null)?.on;
  const firstDay = from === undefined || from === (burnUp.whole?.from ?? burnUp.days[0]?.on) ? 'the first day' : dayInWords(from);
  const things = unit === 'issues' ? count(last.scope, 'issue') : `${plain(last.scope)}${unit === 'hours' ? ' h' : ''} by estimate`;
  const grown = last.scope - first.scope;
  return [
    `${plain(last.done)} of ${things} ${unit === 'issues' && (last.done === 1 || last.scope === 1) ? 'is' : 'are'} done.`,
    last.goalScope > 0 ? `Of the goal’s, ${plain(last.goalDone)} of ${plain(last.goalScope)}.` : '',
    grown === 0 ? '' : `The scope has ${grown > 0 ? 'grown' : 'shrunk'} by ${plain(Math.abs(grown))} since ${firstDay}.`,
    dueOn === null ? '' : `The last day is ${burnUp.whole ? dateInWords(dueOn) : dayInWords(dueOn)}.`,
    forecastInWords(forecast),
  ].filter((sentence) => sentence !== '').join(' ');
}

/** `Of 1 Jan 1970 – 31 Dec 9999 only 23 May – 23 Dec 2026 is shown.` `''` where all of it is. */
export function partInWords({ days, whole }: Pick<BurnUp, 'days' | 'whole'>): string {
  const [first, last] = [days[0], days.at(-1)];
  return whole && first && last ? `Of ${fromToInWords(whole.from, whole.to)} only ${fromToInWords(first.on, last.on)} is shown.` : '';
}

/** `11 issues of the sprint are not read, so they are not counted.` `''` where all are. */
export function unreadInWords(unread: number): string {
  return unread === 0 ? '' : `${count(unread, 'issue')} of the sprint ${unread === 1 ? 'is not read, so it is' : 'are not read, so they are'} not counted.`;
}

/** `forecastInWords({p50: '2026-11-30', p85: '2026-12-03'})` → `All of it is done by Mon 30 Nov in 50 of 100 simulations, by Thu 3 Dec in 85.` */
function forecastInWords(forecast: BurnForecast | null): string {
  if (forecast === null || forecast.p50 === null) return '';
  return `All of it is done by ${dayInWords(forecast.p50)} in 50 of 100 simulations${forecast.p85 === null ? '' : `, by ${dayInWords(forecast.p85)} in 85`}.`;
}

/** `Since Thu 12 Nov: what was in the sprint before is not known.` `''` where all of it is told. */
export function sinceInWords({ basis, since }: Pick<BurnUp, 'basis' | 'since'>): string {
  const from = since === null ? '' : ` What was there before ${momentInWords(since)} is not known.`;
  if (basis === 'history') return from === '' ? '' : `By the tracker’s histories.${from}`;
  if (basis === 'both') return `By the tracker’s histories, for some issues by what Waymark saw each day.${from}`;
  return `By what Waymark saw each day${since === null ? '' : `, since ${momentInWords(since)}`}: the tracker’s histories are not read.`;
}

/** How far the goal's lines can be believed. `Since when some issues serve the goal is not known: before Thu 12 Nov they count as marked then.` `''` where all of it is told, or nothing serves the goal. */
export function goalSinceInWords({ goalSince, days }: Pick<BurnUp, 'goalSince' | 'days'>): string {
  const last = days.findLast(({ counts }) => counts !== null);
  if (goalSince === null || !last || !days.some(({ counts }) => counts !== null && counts.issues.goalScope > 0)) return '';
  return `Since when some issues serve the goal is not known: ${goalSince >= last.on ? 'they count for every day as they are marked today' : `before ${dayInWords(goalSince)} they count as marked then`}.`;
}
