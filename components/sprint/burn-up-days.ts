import type { BurnDay, BurnUp } from '../../lib/core/sprint/burn-up.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import type { BurnForecast } from './burn-up-plot.ts';

const DAY = 86_400_000;
const WEEK = 7;

export type AxisDay = Pick<BurnDay, 'on' | 'off' | 'counts'>;

/** The days of the picture: the sprint's, and as many after it as lead to the careful forecast, if that is not more than half as many again. Which of those are off is told by the weekdays. */
export function axisDays({ days }: Pick<BurnUp, 'days'>, forecast: BurnForecast | null): readonly AxisDay[] {
  const first = days[0];
  if (first === undefined) return days;
  const needed = [forecast?.p50, forecast?.p85].flatMap((date) => (date == null ? [] : [indexOfDay(days, date) + 1]));
  const most = days.length + Math.max(4, Math.ceil(days.length / 2));
  const length = Math.min(most, Math.max(days.length, ...needed));
  const isOff = (index: number): boolean => {
    const same = days.filter((_, other) => other % WEEK === index % WEEK);
    return same.length > 0 && same.every(({ off }) => off);
  };
  return [...days, ...Array.from({ length: length - days.length }, (_, more): AxisDay => ({ on: dayAt(first.on, days.length + more), off: isOff(days.length + more), counts: null }))];
}

/** Which day of the picture a date is; negative before the first. */
export function indexOfDay(days: readonly AxisDay[], date: PlainDate): number {
  return days[0] === undefined ? -1 : Math.round((Date.parse(date) - Date.parse(days[0].on)) / DAY);
}

function dayAt(first: PlainDate, index: number): PlainDate {
  return new Date(Date.parse(first) + index * DAY).toISOString().slice(0, 10) as PlainDate; // what toISOString writes
}
