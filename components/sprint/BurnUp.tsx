import { useId, useState } from 'react';
import type { BurnUp as BurnUpData } from '../../lib/core/sprint/burn-up.ts';
import type { WorkUnit } from '../../lib/core/sprint/comparison.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import { BurnUpPicture } from './BurnUpPicture.tsx';
import { BurnUpTable } from './BurnUpTable.tsx';
import { burnUpInWords, goalSinceInWords, partInWords, sinceInWords, unreadInWords } from './burn-up-words.ts';
import type { BurnForecast } from './burn-up-plot.ts';

interface Props {
  readonly burnUp: BurnUpData;
  readonly dueOn: PlainDate | null;
  readonly today: PlainDate;
  /** Of everything in the sprint, in issues; `null` where there is none. */
  readonly forecast: BurnForecast | null;
  /** Issues of the sprint that it does not count, for they are not read; left out where that is said beside it. */
  readonly unread?: number;
  /** As the popup shows it: lower, with fewer dates. */
  readonly small?: boolean;
}

/** What was to do and what was done, day by day: as a picture whose lines differ in their style and bear their names, and the same as a table, which a screen reader always has. */
export function BurnUp({ burnUp, dueOn, today, forecast, unread = 0, small = false }: Props) {
  const [asked, setAsked] = useState<WorkUnit>('issues');
  const [table, setTable] = useState(false);
  const names = useId();
  const units = unitsOf(burnUp);
  const unit = units.some(([one]) => one === asked) ? asked : 'issues';
  // Odds count issues: by estimate they would be somebody's guess.
  const shown = unit === 'issues' ? forecast : null;
  const since = [partInWords(burnUp), unreadInWords(unread), sinceInWords(burnUp), goalSinceInWords(burnUp)].filter((sentence) => sentence !== '').join(' ');
  return (
    <figure className={small ? 'burn-up burn-up-small' : 'burn-up'} aria-labelledby={`${names}-name`}>
      <div className="burn-up-head">
        <span id={`${names}-name`} className={small ? 'visually-hidden' : 'burn-up-name'}>Burn-up</span>
        {units.length > 1 && (
          <fieldset className="burn-up-choice" aria-label="Unit of the burn-up">
            {units.map(([one, words]) => <button key={one} type="button" aria-pressed={unit === one} onClick={() => setAsked(one)}>{words}</button>)}
          </fieldset>
        )}
        <button type="button" className="button button-quiet push" aria-pressed={table} aria-controls={`${names}-table`} onClick={() => setTable(!table)}>Table</button>
      </div>
      <p id={`${names}-words`} hidden={small} className="muted small">{burnUpInWords({ burnUp, unit, dueOn, forecast: shown })}</p>
      <BurnUpPicture describedBy={`${names}-words`} burnUp={burnUp} unit={unit} dueOn={dueOn} today={today} forecast={shown} small={small} />
      <div id={`${names}-table`} className={table ? 'burn-up-table' : 'visually-hidden'}><BurnUpTable burnUp={burnUp} unit={unit} today={today} /></div>
      {since !== '' && <figcaption className="muted small">{since}</figcaption>}
    </figure>
  );
}

/** Hours are added to no points, so each has its own picture. */
function unitsOf({ estimated, timed }: BurnUpData): readonly (readonly [unit: WorkUnit, words: string])[] {
  return [['issues', 'By issues'], ...(estimated ? [['estimate', timed ? 'By points' : 'By estimate'] as const] : []), ...(timed ? [['hours', 'By hours'] as const] : [])];
}
