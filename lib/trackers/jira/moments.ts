import type { Instant, PlainDate } from '../../core/time.ts';
import { plainDate } from '../../core/work-calendar.ts';

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})$/;

/** A moment as Jira writes it: `2026-03-02T14:39:00.000+0000`, `…+03:00`, `…Z`, or milliseconds; `null` for anything else. */
export function readMoment(value: unknown): Instant | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string') return null;
  const [, day, time, offset] = MOMENT.exec(value) ?? [];
  if (day === undefined || time === undefined || offset === undefined) return null;
  // Not every engine reads an offset without its colon.
  const at = Date.parse(`${day}T${time}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(at) || readDay(day) === null ? null : at;
}

/** The day as it is written, in the site's own offset; `null` for a day that no calendar has. */
export function readDay(value: unknown): PlainDate | null {
  const [day] = typeof value === 'string' ? (/^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value) ?? []) : [];
  return day === undefined ? null : plainDate(day);
}
