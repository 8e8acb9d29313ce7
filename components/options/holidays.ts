import type { PlainDate } from '../../lib/core/time.ts';

/** Reads days off, one date a line or between commas. What is no date is given back, never dropped. */
export function readHolidays(text: string): { dates: PlainDate[]; wrong: string[] } {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  const dates = words.filter(isDate);
  return { dates: [...new Set(dates)].toSorted(), wrong: words.filter((word) => !isDate(word)) };
}

function isDate(word: string): word is PlainDate {
  const at = new Date(`${word}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(word) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(word);
}
