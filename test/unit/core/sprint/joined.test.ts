import { describe, expect, it } from 'vitest';
import type { History } from '../../../../lib/core/history.ts';
import { joinedAt } from '../../../../lib/core/sprint/joined.ts';

const history = (sprints: History['sprints'], complete = true): History => ({ statuses: [], sprints, complete, readAt: 99 });

describe('the moment an issue came into a sprint', () => {
  it('is that of the change that added it', () => expect(joinedAt({ createdAt: 1, history: history([{ at: 5, added: [31], removed: [] }, { at: 7, added: [32], removed: [31] }]) }, 31)).toBe(5));
  it('is the last one of several', () => expect(joinedAt({ createdAt: 1, history: history([{ at: 5, added: [31], removed: [] }, { at: 6, added: [], removed: [31] }, { at: 8, added: [31], removed: [] }]) }, 31)).toBe(8));
  it('is its creation where a whole history tells of no change', () => expect(joinedAt({ createdAt: 1, history: history([]) }, 31)).toBe(1));
  it('is unknown where only the end of a history was told, or none', () => {
    expect(joinedAt({ createdAt: 1, history: history([], false) }, 31)).toBeNull();
    expect(joinedAt({ createdAt: 1 }, 31)).toBeNull();
  });
});
