import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseGoal, readGoal, writeGoal } from '../../../../lib/core/sprint/sprint-goal.ts';

const GOAL = 'Buyers pay in one step.';

describe('reading the goal', () => {
  it.each([
    [`Sprint Goal: ${GOAL}`], [`sprint goal: ${GOAL}\nScope: cards`], [`SPRINT GOAL - ${GOAL}`], [`Sprint goal – ${GOAL}`], [`**Sprint Goal:** ${GOAL}`], [`**Sprint Goal**: ${GOAL}`], [`**Sprint goal: ${GOAL}**`], [`__Sprint Goal:__ ${GOAL}`], [`*Sprint goal:* ${GOAL}`],
    [`## Sprint goal\n\n${GOAL}\n\n## Scope\nCards`], [`## Sprint goal\r\n\r\n${GOAL}\r\n\r\n## Scope\r\nCards`], [`# Sprint Goal:\n${GOAL}`], [`### Sprint Goal ###\n${GOAL}`], [`## 🎯 Sprint Goal\n${GOAL}`], [`## **Sprint Goal**\n${GOAL}`], [`## Sprint Goal: ${GOAL} ##`],
    [`Sprint Goal\n===========\n\n${GOAL}`], [`Sprint Goal:\n\n${GOAL}`], [`**Sprint Goal**\n${GOAL}\n\nMore`], [`🎯 Sprint Goal: ${GOAL}`], [`- Sprint Goal: ${GOAL}`], [`* Sprint Goal: ${GOAL}`], [`> Sprint Goal: ${GOAL}`], [`Sprint-Goal: ${GOAL}`],
    [`We begin on Monday.\n\nSprint Goal: ${GOAL}\n`], [`## Sprint goal\nBuyers pay\nin one step.`], [`<!-- Sprint Goal: the old one -->\nSprint Goal: ${GOAL}`], [`Sprint Goal: <!-- one line --> ${GOAL} <!-- ok -->`], [`## Sprint Goal\n<!-- What is it for? -->\n\n${GOAL}`],
    [`## Sprint goal\n\n**Sprint Goal:** ${GOAL}`],
  ])('finds it in %j', (description) => {
    expect(readGoal(description)).toEqual({ text: GOAL, source: 'description' });
  });

  it.each([[GOAL], [`${GOAL}\n\nScope: cards`], [`\r\n\r\n${GOAL}\r\n`], [`# Sprint 12\n\n${GOAL}`], [`Sprint 12\n---------\n${GOAL}`], [`---\n${GOAL}`], [`<!-- template -->\n\n${GOAL}`], ['Buyers pay\nin one step.'], [`${GOAL}\n## Scope`]])('takes the first paragraph of %j', (description) => {
    expect(readGoal(description)).toEqual({ text: GOAL, source: 'first-paragraph' });
  });

  it('does not take a sentence that begins with the words for a label', () => {
    expect(readGoal('Sprint goals are useful.\n\nScope')).toEqual({ text: 'Sprint goals are useful.', source: 'first-paragraph' });
  });

  it.each([[''], ['  \r\n '], ['<!-- nothing -->'], ['<!-- never closed\n\nSprint Goal: x'], ['# Sprint 12'], ['## Sprint goal\n\n## Scope\n\nCards'], ['Sprint Goal:']])('finds none in %j', (description) => {
    expect(readGoal(description)).toBeNull();
  });

  it('does not take long over a long line of signs', () => {
    const started = performance.now();
    readGoal(`${'>'.repeat(300_000)} sprint goal`);
    readGoal(`${'sprint goal '.repeat(50_000)}`);
    // No assertion on speed, only against what would hang a worker.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('writing the goal', () => {
  it.each([
    ['Sprint Goal: Old.\nScope: cards', 'Sprint Goal: New.\nScope: cards'],
    ['**Sprint Goal:** Old.\r\n\r\nScope', '**Sprint Goal:** New.\r\n\r\nScope'],
    ['**Sprint Goal: Old.**\n', '**Sprint Goal: New.**\n'],
    ['# Sprint 12\n\n## Sprint goal\n\nOld\nand long.\n\n## Scope\n', '# Sprint 12\n\n## Sprint goal\n\nNew.\n\n## Scope\n'],
    ['Old.\n\nScope', 'New.\n\nScope'],
    ['', 'Sprint Goal: New.\n\n'],
    ['# Sprint 12\r\n', 'Sprint Goal: New.\r\n\r\n# Sprint 12\r\n'],
    ['Sprint Goal:\n\n## Scope', 'Sprint Goal: New.\n\n## Scope'],
    ['## Sprint goal\n\n## Scope', '## Sprint goal\n\nNew.\n\n## Scope'],
    ['Sprint Goal: <!-- one line --> Old. <!-- ok -->', 'Sprint Goal: <!-- one line --> New. <!-- ok -->'],
    ['Sprint Goal: Old <!-- why --> one.', 'Sprint Goal: New. <!-- why -->'],
  ])('makes of %j %j', (before, after) => {
    expect(writeGoal(before, 'New.')).toBe(after);
  });

  it('gives a text that looks like a heading a line of its own, and keeps it as it is', () => {
    expect(writeGoal('## Sprint goal\n\nOld.\n', '# One step')).toBe('## Sprint goal\n\nSprint Goal: # One step\n');
    expect(readGoal(writeGoal('Old.\n\nScope', 'Sprint Goal: again'))?.text).toBe('Sprint Goal: again');
  });

  it('takes the goal away for an empty text', () => {
    expect(writeGoal('Sprint Goal: Old.', ' ')).toBe('Sprint Goal: ');
    expect(writeGoal('Old.\n\nScope', '')).toBe('Scope');
  });

  const piece = fc.oneof(
    fc.constantFrom('Sprint Goal', 'sprint goal:', '## Sprint goal', '**Sprint Goal:**', '**', '__', '#', '# ', '## Scope', '---', '===', '<!--', '-->', '<!-- x -->', '<!', '--', '\n', '\r\n', '\r', '\n\n', ' ', '  ', ':', '-', '>', '* ', '🎯', 'a', 'Buyers pay.', '\u00a0', '\u2028', '$&', '$1'),
    fc.string({ maxLength: 4 }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('reads back what was written, whatever the description and the text', () => {
    fc.assert(
      fc.property(text, text, (description, goal) => {
        const wanted = normaliseGoal(goal);
        fc.pre(wanted !== '');
        expect(readGoal(writeGoal(description, goal))?.text).toBe(wanted);
      }),
      { numRuns: 3000 },
    );
  });

  it('changes nothing more when the same goal is written twice', () => {
    fc.assert(
      fc.property(text, text, (description, goal) => {
        fc.pre(normaliseGoal(goal) !== '');
        const once = writeGoal(description, goal);
        expect(writeGoal(once, goal)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('normalises to one line without comments, once and for all', () => {
    expect(normaliseGoal(' Buyers pay\n in one step. <!-- ok -->')).toBe(GOAL);
    fc.assert(
      fc.property(text, (goal) => {
        expect(normaliseGoal(normaliseGoal(goal))).toBe(normaliseGoal(goal));
      }),
    );
  });
});
