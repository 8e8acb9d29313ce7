const CONTEXT = 3;
/** Beyond so many pairs of lines the stretch between the first and the last change is shown as one. */
const MOST_PAIRS = 4_000_000;

type Line = { readonly sign: ' ' | '-' | '+'; readonly text: string };

/**
 * The difference of two texts as `diff -u` shows it, with three lines around each change; empty when they are the same.
 *
 * `unifiedDiff('a\nb\n', 'a\nc\n', 'x.yml')` → `'--- a/x.yml\n+++ b/x.yml\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n'`
 */
export function unifiedDiff(before: string, after: string, path: string): string {
  if (before === after) return '';
  const lines = difference(linesOf(before), linesOf(after));
  return `--- ${before === '' ? '/dev/null' : `a/${path}`}\n+++ b/${path}\n${hunks(lines).join('')}`;
}

/** With their ends, so that a missing one at the end of the file is a difference. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function difference(before: readonly string[], after: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const same = (text: string): Line => ({ sign: ' ', text });
  return [...before.slice(0, start).map(same), ...between(before.slice(start, before.length - end), after.slice(start, after.length - end)), ...before.slice(before.length - end).map(same)];
}

/** The longest common lines by the usual table; removed lines stand before added ones. */
function between(before: readonly string[], after: readonly string[]): readonly Line[] {
  const [rows, columns] = [before.length, after.length];
  if (rows * columns > MOST_PAIRS) return [...before.map((text): Line => ({ sign: '-', text })), ...after.map((text): Line => ({ sign: '+', text }))];
  const width = columns + 1;
  const common = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) common[row * width + column] = before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  }
  const lines: Line[] = [];
  for (let row = 0, column = 0; row < rows || column < columns; ) {
    const [old, next] = [before[row], after[column]];
    if (old !== undefined && old === next) {
      lines.push({ sign: ' ', text: old });
      row += 1;
      column += 1;
    } else if (old !== undefined && (next === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push({ sign: '-', text: old });
      row += 1;
    } else {
      lines.push({ sign: '+', text: next ?? '' });
      column += 1;
    }
  }
  return lines;
}

function hunks(lines: readonly Line[]): string[] {
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ sign }) => sign !== ' '));
  const texts: string[] = [];
  let [old, next] = [1, 1];
  for (let index = 0; index < lines.length; ) {
    let end = index;
    while (end < lines.length && near[end] === near[index]) end += 1;
    const part = lines.slice(index, end);
    const [olds, news] = [part.filter(({ sign }) => sign !== '+').length, part.filter(({ sign }) => sign !== '-').length];
    if (near[index]) texts.push(`@@ -${olds === 0 ? old - 1 : old},${olds} +${news === 0 ? next - 1 : next},${news} @@\n${part.map(({ sign, text }) => (text.endsWith('\n') ? `${sign}${text}` : `${sign}${text}\n\\ No newline at end of file\n`)).join('')}`);
    old += olds;
    next += news;
    index = end;
  }
  return texts;
}
