import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../../../../lib/core/roadmap/file/unified-diff.ts';
import { SAMPLE } from './sample.ts';

describe('unifiedDiff', () => {
  it('shows a change with three lines around it', () => {
    expect(unifiedDiff(SAMPLE, SAMPLE.replace('horizon: later', 'horizon: next'), 'x.yml')).toBe(
      '--- a/x.yml\n+++ b/x.yml\n@@ -31,7 +31,7 @@\n \n   - id: search   # nothing yet\n     title: Better search\n-    horizon: later\n+    horizon: next\n     window: {from: 2027-01-01, to: 2027-03-31}\n     budget: 12   # ours, not Waymark\'s\n \n',
    );
  });

  it('shows a new file against nothing, a missing end of line, and nothing for the same', () => {
    expect(unifiedDiff('', 'a\n', 'x')).toBe('--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n');
    expect(unifiedDiff('a', 'a\n', 'x')).toBe('--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n');
    expect(unifiedDiff('a\n', 'a\n', 'x')).toBe('');
  });

  it('makes the new text of the old one wherever it is applied', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 30 }).map((lines) => lines.join('\n'));
    fc.assert(fc.property(text, text, (before, after) => {
      expect(patched(before, unifiedDiff(before, after, 'x'))).toBe(after);
    }), { numRuns: 500 });
  });
});

/** What `patch` does, strictly. */
function patched(before: string, diff: string): string {
  if (diff === '') return before;
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const line of diff.replaceAll('\n\\ No newline at end of file\n', '␀\n').split('\n').slice(2, -1)) {
    const [, start, count] = /^@@ -(\d+),(\d+) /.exec(line) ?? [];
    const text = line.endsWith('␀') ? line.slice(1, -1) : `${line.slice(1)}\n`;
    if (start !== undefined) {
      const from = count === '0' ? Number(start) : Number(start) - 1;
      result.push(...old.slice(at, from));
      at = from;
      continue;
    }
    if (!line.startsWith('+') && old[at++] !== text) throw new Error(`the patch does not fit at line ${at}`);
    if (!line.startsWith('-')) result.push(text);
  }
  return [...result, ...old.slice(at)].join('');
}
