import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinGoals, splitGoals } from '../../../../lib/core/sprint/goal-list.ts';
import { normaliseGoal, readGoal, writeGoal } from '../../../../lib/core/sprint/sprint-goal.ts';

const words = fc.array(fc.stringMatching(/^[a-zA-Zé.]{1,9}$/), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));

test('several goals in their order go through a tracker’s one text and come back', () => {
  fc.assert(fc.property(fc.array(words, { maxLength: 12 }), (goals) => {
    expect(splitGoals(normaliseGoal(joinGoals(goals)))).toEqual(goals);
  }));
});

test('they survive a description', () => {
  expect(splitGoals(readGoal(writeGoal('Scope: all of it', joinGoals(['Buyers pay.', 'Support hears less.'])))?.text ?? '')).toEqual(['Buyers pay.', 'Support hears less.']);
});

test.each([['', []], ['Buyers pay.', ['Buyers pay.']], ['1. FC Köln signs up', ['1. FC Köln signs up']], ['2. First 3. Second', ['2. First 3. Second']], ['1. One 3. Three', ['1. One 3. Three']]])('“%s” is no list of several', (text, goals) => {
  expect(splitGoals(text)).toEqual(goals);
});
