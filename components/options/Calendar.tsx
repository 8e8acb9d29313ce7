import { useId, useState } from 'react';
import type { CalendarSettings } from '../../lib/core/time.ts';
import { count } from '../ui/wording/count.ts';
import { readHolidays } from './holidays.ts';
import { Section } from './Section.tsx';

interface Props {
  readonly calendar: CalendarSettings;
  onChange(calendar: CalendarSettings): void;
}

const DAYS = [[1, 'Monday'], [2, 'Tuesday'], [3, 'Wednesday'], [4, 'Thursday'], [5, 'Friday'], [6, 'Saturday'], [0, 'Sunday']] as const;

/** When the team works: every “working day” in scores, flags and sprints is counted with this. */
export function Calendar({ calendar, onChange }: Props) {
  const [text, setText] = useState<string | null>(null);
  const ids = useId();
  const { dates, wrong } = readHolidays(text ?? calendar.holidays.join('\n'));
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <Section id="calendar" title="Calendar" intro="Days left, due dates and ageing count the team’s working days, not the days of the week.">
      <div className="box calendar">
        <div className="field">
          <label htmlFor={`${ids}-zone`}>Time zone</label>
          <select id={`${ids}-zone`} className="input" value={calendar.timeZone} onChange={(event) => onChange({ ...calendar, timeZone: event.target.value })}>
            {!zones.includes(calendar.timeZone) && <option value={calendar.timeZone}>{calendar.timeZone}</option>}
            {zones.map((zone) => <option key={zone} value={zone}>{zone.replaceAll('_', ' ')}</option>)}
          </select>
        </div>
        <fieldset className="weekend">
          <legend className="field-label">Days off every week</legend>
          {DAYS.map(([day, name]) => (
            <label key={day}><input type="checkbox" checked={calendar.weekend.includes(day)} onChange={(event) => onChange({ ...calendar, weekend: event.target.checked ? [...calendar.weekend, day].toSorted() : calendar.weekend.filter((one) => one !== day) })} /> {name}</label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={`${ids}-holidays`}>Holidays, one date a line</label>
          <textarea
            id={`${ids}-holidays`} className="input" rows={4} placeholder={'2026-12-25\n2027-01-01'} spellCheck={false} value={text ?? calendar.holidays.join('\n')} aria-invalid={wrong.length > 0} aria-describedby={`${ids}-hint`}
            onChange={(event) => { setText(event.target.value); onChange({ ...calendar, holidays: readHolidays(event.target.value).dates }); }}
          />
          <p id={`${ids}-hint`} className={wrong.length > 0 ? 'small wrong' : 'small muted'}>{wrong.length > 0 ? `Not a date: ${wrong.join(', ')}. Write it like 2026-12-25.` : count(dates.length, 'day off', 'days off')}</p>
        </div>
      </div>
    </Section>
  );
}
