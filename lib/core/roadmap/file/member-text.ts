import { Scalar, stringify } from 'yaml';
import type { Written } from './written.ts';

/** A member on as many lines as it takes, without indentation: `blockMember('risks', { value: 'open' })` → `'risks:\n  value: open'`. `blockQuote`: whether a text of several lines may stand on as many. */
export function blockMember(name: string, value: Written, blockQuote = true): string {
  return withoutEnd(stringify({ [name]: value }, { lineWidth: 0, blockQuote }));
}

/** An entry of a list likewise. `blockText({ url: 'https://example.com' })` → `'url: https://example.com'` */
export function blockText(value: Written): string {
  return withoutEnd(stringify(value, { lineWidth: 0 }));
}

/** A member on one line, for a map within braces: `flowMember('window', { to: '2026-12-31' })` → `'window: { to: 2026-12-31 }'` */
export function flowMember(name: string, value: Written): string {
  return stringify({ [name]: value }, { lineWidth: 0, collectionStyle: 'flow', defaultStringType: 'PLAIN' }).replace(/^\{[ \n]*/, '').replace(/[ \n]*\}\n$/, '').replaceAll(/\n */g, ' ');
}

/** A scalar with the quotes that the former one had, where they fit. `scalarText('later', 'QUOTE_DOUBLE', false)` → `'"later"'` · `scalarText(3, undefined, false)` → `'3'` */
export function scalarText(value: string | number | boolean, type: string | undefined, within: boolean): string {
  const scalar = new Scalar(value);
  if (typeof value === 'string' && (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE)) scalar.type = type;
  const put = withoutEnd(stringify(scalar, { lineWidth: 0 }));
  // What is plain on a line of its own would end early within brackets.
  return within && typeof value === 'string' && /^[^'"].*[,[\]{}]/.test(put) ? JSON.stringify(value) : put;
}

/** Every line but the first so far to the right; empty ones stay empty. `indented('risks:\n  value: open', 2)` → `'risks:\n    value: open'` */
export function indented(lines: string, column: number): string {
  return lines.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`);
}

function withoutEnd(lines: string): string {
  return lines.replace(/\n$/, '');
}
