/** How wide a text is in a font, in px: the page asks a canvas. */
export type Measure = (text: string, font: string) => number;

export interface Ink {
  readonly size: number;
  readonly weight?: number;
  readonly fill: string;
}

/** A picture is for a slide or a message: always in the light colours. */
export const INKS = { title: { size: 14, weight: 600, fill: '#1f2328' }, body: { size: 12, fill: '#1f2328' }, muted: { size: 12, fill: '#59636e' }, goal: { size: 20, weight: 600, fill: '#1f2328' } } as const satisfies Record<string, Ink>;
export const HEALTH_FILLS = { 'on-track': '#0b6b5d', complete: '#0b6b5d', 'at-risk': '#b04300', 'off-track': '#c11f2b', inactive: '#59636e' } as const;
const FONT = '-apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif';

const fontOf = ({ size, weight = 400 }: Ink): string => `${weight} ${size}px ${FONT}`;

/** A whole picture; `label` is what it shows, for who does not see it. */
export function svg(width: number, height: number, label: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(label)}" font-family='${FONT}'>${rect(0, 0, width, height, '#ffffff')}${parts.join('')}</svg>`;
}

export function rect(x: number, y: number, width: number, height: number, fill: string, more: { readonly round?: number; readonly stroke?: string } = {}): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(Math.max(0, width))}" height="${short(height)}" fill="${fill}"${more.round === undefined ? '' : ` rx="${more.round}"`}${more.stroke === undefined ? '' : ` stroke="${more.stroke}"`}/>`;
}

/** `y` is the line's middle. */
export function line(x: number, y: number, words: string, { size, weight = 400, fill }: Ink): string {
  return `<text x="${short(x)}" y="${short(y)}" dominant-baseline="central" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`;
}

/** Breaks a text between words into lines of at most `width`; what is left after `most` lines ends in `…`. */
export function wrap(text: string, width: number, ink: Ink, measure: Measure, most: number): string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/).filter(Boolean);
  while (rest.length > 0 && lines.length < most) {
    let taken = 1;
    while (taken < rest.length && measure(rest.slice(0, taken + 1).join(' '), fontOf(ink)) <= width) taken += 1;
    lines.push(rest.slice(0, taken).join(' '));
    rest = rest.slice(taken);
  }
  return lines.map((words, at) => fit(at === lines.length - 1 && rest.length > 0 ? `${words} …` : words, width, ink, measure));
}

/** Cut to the width, with `…` where something is missing. */
export function fit(text: string, width: number, ink: Ink, measure: Measure): string {
  if (measure(text, fontOf(ink)) <= width) return text;
  let end = text.length - 1;
  while (end > 0 && measure(`${text.slice(0, end)}…`, fontOf(ink)) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// Control characters are no XML, not even as entities.
const escaped = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ').replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
const short = (number: number): string => String(Math.round(number * 100) / 100);
