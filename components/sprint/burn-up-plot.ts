import type { BurnCounts, BurnUp } from '../../lib/core/sprint/burn-up.ts';
import type { WorkUnit } from '../../lib/core/sprint/comparison.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import { plain } from '../ui/wording/numbers.ts';
import { axisDays, type AxisDay, indexOfDay } from './burn-up-days.ts';
import { spread } from './spread.ts';

/** When all that is in the sprint is done in 50 and in 85 of 100 runs; `null` further ahead than is said. */
export interface BurnForecast {
  readonly p50: PlainDate | null;
  readonly p85: PlainDate | null;
}

export interface PlotInput {
  readonly burnUp: BurnUp;
  readonly unit: WorkUnit;
  readonly dueOn: PlainDate | null;
  readonly today: PlainDate;
  /** `null` where there is none, or where it says nothing of this unit. */
  readonly forecast: BurnForecast | null;
  readonly size: PlotSize;
}

/** In the picture's own units, which are pixels where it is not made smaller. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How many days bear their date, at most. */
  readonly dates: number;
}

export interface PlotLine {
  readonly kind: 'scope' | 'done' | 'goal-scope' | 'goal-done';
  readonly points: string;
  readonly end: { readonly x: number; readonly y: number };
  /** The line that its label stands on, so that none lies over another. */
  readonly labelY: number;
  /** Where its label begins, or, past the middle of the picture, ends. */
  readonly labelX: number;
  readonly isLeft: boolean;
  readonly label: string;
}

export interface Plot {
  readonly bands: readonly { readonly x: number; readonly width: number }[];
  readonly lines: readonly PlotLine[];
  /** Below the line of what is done. */
  readonly area: string;
  readonly dates: readonly { readonly x: number; readonly on: PlainDate }[];
  readonly steps: readonly { readonly y: number; readonly value: number }[];
  readonly today: number | null;
  readonly ends: number | null;
  readonly forecasts: readonly { readonly percent: 50 | 85; /** A line that leaves out the names of the others. */ readonly pieces: readonly string[]; readonly end: { readonly x: number; readonly y: number }; readonly on: PlainDate; readonly beyond: boolean }[];
}

/** Of one day, in one unit; nothing where no issue is estimated in it. */
export function countsIn(counts: NonNullable<BurnUp['days'][number]['counts']>, unit: WorkUnit): BurnCounts {
  return counts[unit] ?? { scope: 0, done: 0, goalScope: 0, goalDone: 0 };
}

/** So far apart that two lines of text are read as two. */
const LABEL_HEIGHT = 15;

/** Where everything of a burn-up is drawn. A day's value stands in its middle. */
export function plotOf({ burnUp, unit, dueOn, today, forecast, size }: PlotInput): Plot {
  const days = axisDays(burnUp, forecast);
  const known = days.flatMap(({ counts }, index) => (counts === null ? [] : [{ index, counts: countsIn(counts, unit) }]));
  const step = (size.width - size.left - size.right) / Math.max(1, days.length);
  const floor = size.height - size.bottom;
  const top = topOf(known.map(({ counts }) => counts.scope));
  const x = (index: number): number => round(size.left + (index + 0.5) * step);
  const y = (value: number): number => round(floor - (value / top) * (floor - size.top));
  const last = known.at(-1);
  const first = known[0];
  const indexOf = (date: PlainDate): number => indexOfDay(days, date);
  const within = (index: number): number | null => (index >= 0 && index < days.length ? x(index) : null);
  const lines = last === undefined ? [] : placeLabels(kindsOf(last.counts).map(({ kind, label, valueOf }) => ({
    kind, label, points: known.map(({ index, counts }) => `${x(index)},${y(valueOf(counts))}`).join(' '), end: { x: x(last.index), y: y(valueOf(last.counts)) },
  })), size, floor);
  return {
    bands: bandsOf(days).map(({ from, length }) => ({ x: round(size.left + from * step), width: round(length * step) })),
    lines,
    area: first === undefined || last === undefined ? '' : [`${x(first.index)},${floor}`, ...known.map(({ index, counts }) => `${x(index)},${y(counts.done)}`), `${x(last.index)},${floor}`].join(' '),
    dates: datesOf(days, size.dates).map(({ on, index }) => ({ x: x(index), on })),
    steps: [0, top / 2, top].filter((value) => unit !== 'issues' || Number.isInteger(value)).map((value) => ({ y: y(value), value })),
    today: within(indexOf(today)),
    ends: dueOn === null ? null : within(indexOf(dueOn)),
    forecasts: last === undefined || forecast === null || last.counts.done >= last.counts.scope ? [] : ([50, 85] as const).flatMap((percent) => {
      const on = percent === 50 ? forecast.p50 : forecast.p85;
      if (on === null) return [];
      const at = indexOf(on);
      const beyond = at >= days.length;
      const end = { x: beyond ? size.width - size.right : x(at), y: y(beyond ? last.counts.done + ((last.counts.scope - last.counts.done) * (days.length - 0.5 - last.index)) / (at - last.index) : last.counts.scope) };
      return [{ percent, on, beyond, end: { x: round(end.x), y: round(end.y) }, pieces: piecesOf({ x: x(last.index), y: y(last.counts.done) }, end, lines) }];
    }),
  };
}

function kindsOf({ scope, done, goalScope, goalDone }: BurnCounts): { kind: PlotLine['kind']; label: string; valueOf(counts: BurnCounts): number }[] {
  const all = [{ kind: 'scope' as const, label: `Scope ${plain(scope)}`, valueOf: (counts: BurnCounts) => counts.scope }];
  const goal = goalScope === 0 ? [] : [
    ...(goalScope === scope ? [] : [{ kind: 'goal-scope' as const, label: `Goal’s scope ${plain(goalScope)}`, valueOf: (counts: BurnCounts) => counts.goalScope }]),
    { kind: 'goal-done' as const, label: `Done for the goal ${plain(goalDone)}`, valueOf: (counts: BurnCounts) => counts.goalDone },
  ];
  return [...all, ...goal, { kind: 'done' as const, label: `Done ${plain(done)}`, valueOf: (counts: BurnCounts) => counts.done }];
}

function placeLabels(lines: readonly Omit<PlotLine, 'labelY' | 'labelX' | 'isLeft'>[], { width, left, right, top }: PlotSize, floor: number): PlotLine[] {
  // What is done goes up from here, so its name stands below its end; the others stand beside theirs.
  const heights = spread(lines.map(({ kind, end }) => end.y + (kind.endsWith('done') ? 16 : 4)), LABEL_HEIGHT, top + 4, floor - 4);
  return lines.map((line, index) => {
    const isLeft = line.end.x > (left + width - right) / 2;
    return { ...line, labelY: heights[index] ?? line.end.y, labelX: line.end.x + (isLeft ? -8 : 8), isLeft };
  });
}

/** No letter of a name is wider on average, and none is higher above its line or hangs lower. */
const LETTER = { width: 6.5, above: 11, below: 4 };

/** A line that rises to the right, without what would lie over a name. */
function piecesOf(from: PlotLine['end'], to: PlotLine['end'], names: readonly PlotLine[]): string[] {
  const [across, up] = [to.x - from.x, to.y - from.y];
  const at = (share: number): string => `${round(from.x + share * across)},${round(from.y + share * up)}`;
  const gaps = names.filter(({ isLeft }) => !isLeft).map(({ label, labelX, labelY }) => ({
    start: Math.max((labelX - 2 - from.x) / across, (labelY + LETTER.below - from.y) / up),
    end: Math.min((labelX + label.length * LETTER.width - from.x) / across, (labelY - LETTER.above - from.y) / up),
  }));
  let reached = 0;
  const pieces: string[] = [];
  for (const { start, end } of [...gaps, { start: 1, end: 2 }].toSorted((a, b) => a.start - b.start)) {
    if (!(start < end) || end <= reached) continue;
    if (Math.min(start, 1) > reached) pieces.push(`${at(reached)} ${at(Math.min(start, 1))}`);
    reached = end;
  }
  return pieces;
}

/** Neighbouring days off are one band. */
function bandsOf(days: readonly AxisDay[]): { from: number; length: number }[] {
  return days.reduce<{ from: number; length: number }[]>((bands, { off }, index) => {
    const former = bands.at(-1);
    if (!off) return bands;
    if (former !== undefined && former.from + former.length === index) return [...bands.slice(0, -1), { ...former, length: former.length + 1 }];
    return [...bands, { from: index, length: 1 }];
  }, []);
}

/** Evenly, the first among them. */
function datesOf(days: readonly AxisDay[], most: number): { on: PlainDate; index: number }[] {
  const every = Math.max(1, Math.ceil(days.length / most));
  return days.flatMap(({ on }, index) => (index % every === 0 ? [{ on, index }] : []));
}

/** The least even number that is no less than all of them: half of it is a whole step too. */
function topOf(values: readonly number[]): number {
  return Math.max(2, Math.ceil(Math.max(0, ...values) / 2) * 2);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
