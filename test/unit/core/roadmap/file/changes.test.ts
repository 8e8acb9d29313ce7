import { describe, expect, it } from 'vitest';
import { goalsChange } from '../../../../../lib/core/roadmap/file/changes.ts';

const goal = (sprint: string, words: string) => ({ sprint, goal: words });
const file = { team: { sprints: { goals: [goal('Sprint 23', 'Before'), goal('sprint 24', 'Pay'), goal('Sprint 25', 'After')] } } };
const goalsAfter = (sprint: string, wanted: readonly string[]) => goalsChange(file, sprint, wanted).map((change) => (change.kind === 'team' ? change.team.sprints?.goals : null));

describe('a change of a sprint’s goals in the team’s file', () => {
  it('puts them where the sprint’s stood, under the title that the file gives it', () => {
    expect(goalsAfter('Sprint 24', ['Pay', 'Find'])).toEqual([[goal('Sprint 23', 'Before'), goal('sprint 24', 'Pay'), goal('sprint 24', 'Find'), goal('Sprint 25', 'After')]]);
  });

  it('adds those of a new sprint at the end, and leaves no empty list behind', () => {
    expect(goalsAfter('Sprint 26', ['New'])[0]?.at(-1)).toEqual(goal('Sprint 26', 'New'));
    expect(goalsChange({ team: { sprints: { goals: [goal('S', 'Only')] } } }, 'S', [])).toEqual([{ kind: 'team', team: { sprints: {} } }]);
  });

  it('is none where the file says the same', () => {
    expect(goalsChange(file, 'Sprint 24', ['Pay'])).toEqual([]);
    expect(goalsChange({ team: {} }, 'Sprint 24', [])).toEqual([]);
  });
});
