import type { Instant } from '../core/time.ts';

/** `Retry-After` in seconds or as a date; `null` if absent or unreadable. */
export function readRetryAfter(headers: Headers, now: Instant): Instant | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (text === '') return null;
  if (/^\d{1,15}(?:\.\d+)?$/.test(text)) return now + Math.ceil(Number(text)) * 1000;
  // Without a day or a month it is no date, though engines make one of `-5`.
  const at = /[a-z]{3}|\dT\d/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at + clockSkew(headers, now);
}

/**
 * How far our clock is ahead of the server's: its moments are told by its own clock, and real ones stand minutes off.
 * Zero where `Date` may not be read: without a host permission CORS hides it.
 */
export function clockSkew(headers: Headers, now: Instant): number {
  const served = servedAt(headers);
  return served === null ? 0 : now - served;
}

/** When the server answered, by its own clock; `null` where it does not tell. */
export function servedAt(headers: Headers): Instant | null {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
}

export function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}
