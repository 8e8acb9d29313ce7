import { labelIn, linesOf, type Line } from './goal-lines.ts';

/** The goal as a description tells it. */
export interface ReadGoal {
  readonly text: string;
  readonly source: 'description' | 'first-paragraph';
}

/**
 * The Sprint Goal in a sprint's description: the text after a heading, a bold or a plain "Sprint Goal", in any case, on its line or in the paragraph below; else the first paragraph. HTML comments are
 * never part of it. `null` when the description is empty, or says "Sprint Goal" with nothing under it.
 *
 * `readGoal('## Sprint goal\n\nBuyers pay in one step.\n\n## Scope\n…')` → `{text: 'Buyers pay in one step.', source: 'description'}`
 */
export function readGoal(description: string): ReadGoal | null {
  const place = findGoal(description);
  return place.text === '' ? null : { text: place.text, source: place.source };
}

/**
 * The description with another goal: exactly what `readGoal` read is replaced, all else stays as it was, byte for byte, comments and line ends included. Without a goal it is put at the top as
 * `Sprint Goal: …`. Whatever the text, reading it back gives `normaliseGoal(text)`; a text that would be misread in its place (one that looks like a heading) gets its own `Sprint Goal:` line.
 * An empty text takes the goal away.
 *
 * `writeGoal('**Sprint Goal:** Old.\r\n\r\nScope', 'New.')` → `'**Sprint Goal:** New.\r\n\r\nScope'`
 */
export function writeGoal(description: string, text: string): string {
  const goal = normaliseGoal(text);
  const { start, end, text: old, source, opening } = findGoal(description);
  const eol = /\r\n|\r|\n/.exec(description)?.[0] ?? '\n';
  // A comment inside what is replaced is no part of what was read, so it stays.
  const kept = (description.slice(start, end).match(COMMENT) ?? []).map((comment) => ` ${comment}`).join('');
  const before = description.slice(0, start);
  const after = kept + description.slice(end);
  if (goal === '') return before + after.trimStart();
  const labelled = `Sprint Goal: ${goal}`;
  const ways = [
    ...(old !== '' || source === 'description' ? [before + opening(eol) + goal + after] : []),
    ...(old === '' ? [] : [before + labelled + after]),
    labelled + eol + eol + (old === '' ? description : before + after),
  ];
  return ways.find((way) => readGoal(way)?.text === goal) ?? labelled + eol + eol + description;
}

/** Twenty goals of the length that one may have are 40,000 characters. A tracker may send without end, and a goal stands in every popup, every line and every export. */
const LONGEST_GOAL = 100_000;

/**
 * A goal as it is shown and compared: one line, without HTML comments, at most 100,000 characters long.
 *
 * `normaliseGoal(' Buyers pay\n in one step. <!-- ok -->')` → `'Buyers pay in one step.'`
 */
export function normaliseGoal(text: string): string {
  const without = text.replaceAll(COMMENT, ' ');
  // Taking one comment out can put the halves of another together.
  return without === text ? text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_GOAL).trimEnd() : normaliseGoal(without);
}

const COMMENT = /<!--[^]*?(?:-->|$)/g;

/** Where a goal stands, or would be put. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly source: ReadGoal['source'];
  /** What must stand between `start` and a new text. */
  opening(eol: string): string;
}

function findGoal(description: string): Place {
  // Comments become spaces of the same length, so that places in the one text are places in the other.
  const lines = linesOf(description.replaceAll(COMMENT, (comment) => ' '.repeat(comment.length)));
  let empty: Place | null = null;
  for (const [index, line] of lines.entries()) {
    const label = labelIn(line);
    if (!label) continue;
    if (label.end > label.start) return placeOf(lines, label.start, label.end, 'description');
    const below = blockFrom(lines, index + (lines[index + 1]?.isUnderline ? 2 : 1));
    if (below) return placeOf(lines, below.start, below.end, 'description');
    const colon = label.hasColon;
    empty ??= { start: label.start, end: label.start, text: '', source: 'description', opening: (eol) => (colon ? ' ' : eol + eol) };
  }
  if (empty) return empty;
  for (let index = 0; index < lines.length; index += 1) {
    if (lines[index]?.isHeading || lines[index + 1]?.isUnderline || lines[index]?.isUnderline || lines[index]?.text.trim() === '') continue;
    const first = blockFrom(lines, index);
    if (first) return placeOf(lines, first.start, first.end, 'first-paragraph');
  }
  return { start: 0, end: 0, text: '', source: 'first-paragraph', opening: () => '' };
}

/** The paragraph that starts at a line, after blank ones; `null` where a heading, another label or the end comes first. */
function blockFrom(lines: readonly Line[], from: number): { readonly start: number; readonly end: number } | null {
  let index = from;
  while (lines[index]?.text.trim() === '') index += 1;
  const first = lines[index];
  if (!first || stops(first) || lines[index + 1]?.isUnderline) return null;
  let last = first;
  for (index += 1; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || line.text.trim() === '' || stops(line) || lines[index + 1]?.isUnderline) break;
    last = line;
  }
  return { start: first.start + first.text.length - first.text.trimStart().length, end: last.start + last.text.trimEnd().length };
}

function stops(line: Line): boolean {
  return line.isHeading || line.isUnderline || labelIn(line) !== null;
}

function placeOf(lines: readonly Line[], start: number, end: number, source: ReadGoal['source']): Place {
  const text = lines.map((line) => line.text.slice(Math.max(0, start - line.start), Math.max(0, end - line.start))).join('\n');
  return { start, end, text: normaliseGoal(text), source, opening: () => '' };
}
