import type { PlainDate } from '../../../lib/core/time.ts';
import { quarterOf } from '../../../lib/core/roadmap/window-words.ts';

const DAY = 86_400_000;
/** Fewer quarters make a single item fill the page. */
const FEWEST = 4;
/** More cannot be told apart; what lies farther is cut at the edge and said in words. */
const MOST = 12;

export interface TimelineScale {
  readonly quarters: readonly { readonly name: string; readonly at: number; readonly width: number }[];
  /** Where a day begins, in percent of the whole, kept within it. */
  at(date: PlainDate): number;
  /** Where it ends. */
  endOf(date: PlainDate): number;
}

/** Whole quarters around the days that matter, today always among them. */
export function timelineScale(dates: readonly PlainDate[], today: PlainDate): TimelineScale {
  const quarters = quartersAround([...dates, today].toSorted(), today);
  const start = dayOf(quarters[0]?.from ?? today);
  const end = dayOf(quarters.at(-1)?.to ?? today) + 1;
  const within = (day: number) => Math.min(100, Math.max(0, ((day - start) / (end - start)) * 100));
  return {
    quarters: quarters.map(({ name, from, to }) => ({ name, at: within(dayOf(from)), width: within(dayOf(to) + 1) - within(dayOf(from)) })),
    at: (date) => within(dayOf(date)),
    endOf: (date) => within(dayOf(date) + 1),
  };
}

function quartersAround(sorted: readonly PlainDate[], today: PlainDate): ReturnType<typeof quarterOf>[] {
  // What has passed is not planned any more: at most one quarter of it is shown.
  const earliest = quarterOf(today).from;
  const first = sorted[0] !== undefined && sorted[0] < earliest ? quarterOf(dayBefore(earliest)) : quarterOf(today);
  const last = sorted.at(-1) ?? today;
  const quarters = [first];
  for (let next = first; quarters.length < FEWEST || (next.to < last && quarters.length < MOST);) {
    next = quarterOf(dayAfter(next.to));
    quarters.push(next);
  }
  return quarters;
}

const dayOf = (date: PlainDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
const dateAt = (day: number): PlainDate => new Date(day * DAY).toISOString().slice(0, 10) as PlainDate; // what toISOString writes
const dayAfter = (date: PlainDate): PlainDate => dateAt(dayOf(date) + 1);
const dayBefore = (date: PlainDate): PlainDate => dateAt(dayOf(date) - 1);
