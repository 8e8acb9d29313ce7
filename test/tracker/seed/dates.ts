export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** GitHub writes whole seconds: 2026-11-22T09:30:00Z. */
export const iso = (at: Date | number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Midnight-UTC of the day that is `count` working days after `from`, as GitHub stores a milestone's due date (07:00Z or 08:00Z, Pacific midnight). */
export function workingDaysAfter(from: Date, count: number): string {
  let at = from.getTime();
  for (let left = count; left > 0; ) {
    at += DAY;
    const day = new Date(at).getUTCDay();
    if (day !== 0 && day !== 6) left -= 1;
  }
  return `${iso(at).slice(0, 10)}T08:00:00Z`;
}
