import { wholePercent } from '../../../lib/core/share-words.ts';

/** `decimal(12.345, 1)` → `12.3`; trailing zeros stay, so that columns line up. */
export function decimal(value: number, digits: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The shortest text of a number with at most two digits after the point: `plain(2)` → `2`, `plain(0.3333)` → `0.33` */
export function plain(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** With its sign, and a real minus: `signed(-3, 0)` → `−3`, `signed(2.5, 1)` → `+2.5`, `signed(0, 0)` → `0` */
export function signed(value: number, digits: number): string {
  const text = decimal(Math.abs(value), digits);
  if (Number(text.replaceAll(',', '')) === 0) return text;
  return value < 0 ? `−${text}` : `+${text}`;
}

/** `percent(0.62)` → `62 %`, which no line breaks in two; `percent(0.998)` → `over 99 %`, for it is not all */
export function percent(share: number): string {
  return `${wholePercent(share)}\xa0%`;
}
