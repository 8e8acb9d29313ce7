import { DAY, HOUR } from '../../seed/dates.ts';
import { readLocal, writeTime } from '../represent/when.ts';
import { JqlError } from './tokens.ts';
import type { Operand } from './parse.ts';

const UNITS: Readonly<Record<string, number>> = { w: 7 * DAY, d: DAY, h: HOUR, m: 60_000 };

/** A moment as JQL writes it: milliseconds since the epoch, a span from now (`-45m`, `"-1w 2d"`), or a date by the clocks of the account's time zone. */
export function momentOf(field: string, { text, call }: Operand, { now, zone }: { now: number; zone: string }): number {
  if (call && text === 'now') return now;
  if (call && text === 'startofday') return readLocal(writeTime(now, zone, 'cloud').slice(0, 10), zone) ?? now;
  if (/^\d{5,}$/.test(text)) return Number(text);
  const span = /^([+-]?)((?:\d+[wdhm]\s*)+)$/i.exec(text);
  if (span) {
    const length = [...(span[2] ?? '').matchAll(/(\d+)([wdhm])/gi)].reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit?.toLowerCase() ?? ''] ?? 0), 0);
    return span[1] === '-' ? now - length : now + length;
  }
  const local = readLocal(text, zone);
  if (local === undefined) {
    throw new JqlError(`Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`);
  }
  return local;
}
