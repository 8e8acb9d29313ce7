/** One line of a description, with its place in it. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly isHeading: boolean;
  /** The line of `===` or `---` that makes a heading of the line above, or parts two sections. */
  readonly isUnderline: boolean;
}

/** The lines of a Markdown text; CRLF, LF and CR all end one. `linesOf('# Goal\r\nPay')` → `[{text: '# Goal', start: 0, isHeading: true, …}, {text: 'Pay', start: 8, isHeading: false, …}]` */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const end of text.matchAll(/\r\n|\r|\n|$/g)) {
    const line = text.slice(start, end.index);
    lines.push({ text: line, start, isHeading: /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line), isUnderline: /^ {0,3}(?:={3,}|-{3,}|\*{3,}|_{3,})[ \t]*$/.test(line) });
    start = end.index + end[0].length;
  }
  return lines;
}

/** Where the text after "Sprint Goal" starts and ends on a line; equal when there is none. */
export interface GoalLabel {
  readonly start: number;
  readonly end: number;
  readonly hasColon: boolean;
}

// Bullets, quotes and emoji; a heading's signs; an opening emphasis; the words; the rest.
const LABEL = /^([^\p{L}\p{N}*_#]*(?:#{1,6}[ \t]+)?[^\p{L}\p{N}*_#]*(\*{1,3}|_{1,3})?[ \t]*sprint[ \t-]*goals?[ \t]*)(.*)$/iu;

/**
 * Reads a line that names the Sprint Goal: `## Sprint goal`, `**Sprint Goal:** text`, `- Sprint goal: text`, `🎯 SPRINT GOAL – text`. `null` for every other line, also for a sentence that only
 * begins with the words ("Sprint goals are useful").
 *
 * `labelIn({text: 'Sprint Goal: ship', start: 0, …})` → `{start: 13, end: 17, hasColon: true}`
 */
export function labelIn(line: Line): GoalLabel | null {
  // Most lines are not one; and the pattern must not walk over a long line of signs.
  if (!/^.{0,24}sprint/iu.test(line.text)) return null;
  const match = LABEL.exec(line.text);
  if (!match) return null;
  const [, head = '', mark = '', tail = ''] = match;
  let rest = tail;
  let closed = mark === '';
  const close = () => {
    if (closed || !rest.startsWith(mark)) return;
    closed = true;
    rest = rest.slice(mark.length);
  };
  close();
  rest = rest.trimStart();
  const hasColon = /^(?:[:：]|[-–—](?:[ \t]|$))/u.test(rest);
  if (hasColon) rest = rest.slice(1);
  close();
  const from = head.length + tail.length - rest.length;
  let text = rest.trimEnd();
  if (line.isHeading) text = text.replace(/(?:^|[ \t]+)#+$/, '').trimEnd();
  if (!closed && text.endsWith(mark)) text = text.slice(0, -mark.length).trimEnd();
  if (!hasColon && text.trim() !== '') return null;
  const start = text.trim() === '' ? line.start + from : line.start + from + text.length - text.trimStart().length;
  return { start, end: text.trim() === '' ? start : line.start + from + text.length, hasColon };
}
