import { useMemo } from 'react';
import { dayInWords } from '../ui/wording/days-left.ts';
import { useNarrowWindow } from '../ui/useNarrowWindow.ts';
import { plain } from '../ui/wording/numbers.ts';
import { type Plot, plotOf, type PlotInput, type PlotSize } from './burn-up-plot.ts';

interface Props extends Omit<PlotInput, 'size'> {
  readonly small: boolean;
  readonly describedBy: string;
}

const LARGE: PlotSize = { width: 860, height: 320, left: 36, right: 28, top: 40, bottom: 42, dates: 11 };
const SMALL: PlotSize = { width: 348, height: 160, left: 22, right: 10, top: 34, bottom: 34, dates: 5 };

/** `Mon 30 Nov` → `30 Nov` */
const short = (words: string): string => words.slice(4);

/** The picture of a burn-up. Lines are told apart by their style and their names, days off by their shade. */
export function BurnUpPicture({ small, describedBy, burnUp, unit, dueOn, today, forecast }: Props) {
  // Made smaller as a whole, its words could not be read.
  const narrow = useNarrowWindow();
  const size = small || narrow ? SMALL : LARGE;
  const plot = useMemo(() => plotOf({ burnUp, unit, dueOn, today, forecast, size }), [burnUp, unit, dueOn, today, forecast, size]);
  const floor = size.height - size.bottom;
  const middle = (size.left + size.width - size.right) / 2;
  return (
    // What it shows is drawn here: there is no address that an img could have.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <svg className="burn-up-picture" viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label="Burn-up" aria-describedby={describedBy}>
      {plot.bands.map((band) => <rect key={band.x} className="burn-up-off" x={band.x} y={size.top} width={band.width} height={floor - size.top} />)}
      {plot.steps.map(({ y, value }) => (
        <g key={value}><line className="burn-up-grid" x1={size.left} x2={size.width - size.right} y1={y} y2={y} /><text className="burn-up-scale" x={size.left - 6} y={y + 4} textAnchor="end">{plain(value)}</text></g>
      ))}
      {plot.dates.map(({ x, on }) => <text key={on} className="burn-up-scale" x={x} y={floor + 16} textAnchor="middle">{short(dayInWords(on))}</text>)}
      {plot.ends !== null && <line className="burn-up-end" x1={plot.ends} x2={plot.ends} y1={size.top - 4} y2={floor} />}
      {plot.today !== null && <line className="burn-up-today" x1={plot.today} x2={plot.today} y1={size.top} y2={floor} />}
      {marksOf(plot).map(({ x, words, anchor }) => <text key={words} className="burn-up-mark" x={x} y={floor + 31} textAnchor={anchor}>{words}</text>)}
      <polygon className="burn-up-area" points={plot.area} />
      {plot.forecasts.map(({ percent, pieces, end }) => <g key={percent}>{pieces.map((points) => <polyline key={points} className="burn-up-forecast" points={points} />)}<circle className="burn-up-forecast-end" cx={end.x} cy={end.y} r={3.5} /></g>)}
      {plot.lines.map(({ kind, points, end }) => <g key={kind}><polyline className={`burn-up-line burn-up-${kind}`} points={points} /><circle className={`burn-up-dot burn-up-dot-${kind}`} cx={end.x} cy={end.y} r={kind === 'done' ? 4 : 3} /></g>)}
      {plot.lines.map(({ kind, label, labelX, labelY, isLeft }) => <text key={kind} className={`burn-up-label burn-up-label-${kind}`} x={labelX} y={labelY} textAnchor={isLeft ? 'end' : 'start'}>{label}</text>)}
      {plot.forecasts.map(({ percent, end, on, beyond }) => (
        <text key={percent} className="burn-up-label burn-up-label-forecast" x={Math.min(end.x, size.width - size.right)} y={size.top - (percent === 50 ? 26 : 10)} textAnchor={end.x > middle ? 'end' : 'middle'}>{percent} % by {short(dayInWords(on))}{beyond && ' →'}</text>
      ))}
    </svg>
  );
}

/** So near to each other, today and the last day are written away from each other. */
const NEAR = 90;

function marksOf({ today, ends }: Pick<Plot, 'today' | 'ends'>): { x: number; words: string; anchor: 'start' | 'middle' | 'end' }[] {
  if (today !== null && today === ends) return [{ x: today, words: 'Today, the last day', anchor: 'end' }];
  const near = today !== null && ends !== null && Math.abs(today - ends) < NEAR;
  const side = (x: number, other: number | null) => (!near || other === null ? 'middle' as const : x < other ? 'end' as const : 'start' as const);
  return [...(today === null ? [] : [{ x: today, words: 'Today', anchor: side(today, ends) }]), ...(ends === null ? [] : [{ x: ends, words: 'Last day', anchor: side(ends, today) }])];
}
