import { describe, expect, it } from 'vitest';
import { goalOf, withGoal } from '../../../../lib/core/sprint/goal-of.ts';

describe('a goal with a field of its own', () => {
  const sprint = { description: ' Buyers pay\n in one step. ', goalIn: 'field' } as const;
  it('is the whole field', () => expect(goalOf(sprint)).toEqual({ text: 'Buyers pay in one step.', source: 'field' }));
  it('is none where the field is empty', () => expect(goalOf({ ...sprint, description: ' ' })).toBeNull());
  it('is written whole, headings and all', () => expect(withGoal({ ...sprint, description: 'Sprint Goal: old\n\nmore' }, ' New. ')).toBe('New.'));
});

describe('a goal within a description', () => {
  it('is read and written there', () => {
    expect(goalOf({ description: 'Sprint Goal: Old.\n\nScope' })).toEqual({ text: 'Old.', source: 'description' });
    expect(withGoal({ description: 'Sprint Goal: Old.\n\nScope' }, 'New.')).toBe('Sprint Goal: New.\n\nScope');
  });
});
