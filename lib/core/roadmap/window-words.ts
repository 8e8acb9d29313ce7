import { dateInWords, fromToInWords } from '../date-words.ts';
import type { PlainDate } from '../time.ts';
import type { Horizon, RoadmapItem } from './roadmap-item.ts';

type Window = NonNullable<RoadmapItem['window']>;

export const HORIZONS: Readonly<Record<Horizon, string>> = { now: 'Now', next: 'Next', later: 'Later' };

/** When an item is planned for: `Now`, or the days of its window, `Q1 2027`; `null` where nobody has said. */
export function plannedFor({ horizon, window }: Pick<RoadmapItem, 'horizon' | 'window'>): string | null {
  return horizon === null ? windowInWords(window) : HORIZONS[horizon];
}

/**
 * The days that an item is planned for: `Q1 2027`, `Q1 – Q2 2027` where they are whole quarters, `5 Jan – 20 Feb 2027`, `from 5 Jan 2027`, `until 20 Feb 2027`.
 * `null` for none.
 */
export function windowInWords(window: RoadmapItem['window']): string | null {
  const { from = null, to = null } = window ?? {};
  if (from === null) return to === null ? null : `until ${dateInWords(to)}`;
  if (to === null) return `from ${dateInWords(from)}`;
  return quartersInWords({ from, to }) ?? fromToInWords(from, to);
}

/** The quarter that a day lies in: its name, its first and its last day. `quarterOf('2027-02-05')` → `{ name: 'Q1 2027', from: '2027-01-01', to: '2027-03-31' }` */
export function quarterOf(date: PlainDate): { name: string; from: PlainDate; to: PlainDate } {
  const year = Number(date.slice(0, 4));
  const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3);
  const day = (month: number, number: number) => new Date(Date.UTC(year, month, number)).toISOString().slice(0, 10) as PlainDate; // what toISOString writes
  return { name: `Q${quarter + 1} ${year}`, from: day(quarter * 3, 1), to: day(quarter * 3 + 3, 0) };
}

function quartersInWords({ from, to }: { readonly from: NonNullable<Window['from']>; readonly to: NonNullable<Window['to']> }): string | null {
  const [first, last] = [quarterOf(from), quarterOf(to)];
  if (first.from !== from || last.to !== to || from > to) return null;
  if (first.name === last.name) return first.name;
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.name.slice(0, 2) : first.name} – ${last.name}`;
}
