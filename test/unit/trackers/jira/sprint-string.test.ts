import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSprintString } from '../../../../lib/trackers/jira/sprint-string.ts';

const print = (members: readonly (readonly [string, string])[]) => `com.atlassian.greenhopper.service.sprint.Sprint@6c5f[${members.map(([name, value]) => `${name}=${value}`).join(',')}]`;

describe('a sprint as Java prints it', () => {
  it('is read whole, `<null>` as nothing', () => {
    expect(readSprintString(print([['id', '31'], ['rapidViewId', '5'], ['state', 'ACTIVE'], ['name', 'S54 I do not seek, I find.'], ['goal', '<null>'], ['startDate', '2016-06-21T09:52:08.106+09:00'], ['sequence', '156']]))).toEqual({
      id: '31', rapidViewId: '5', state: 'ACTIVE', name: 'S54 I do not seek, I find.', goal: null, startDate: '2016-06-21T09:52:08.106+09:00', sequence: '156',
    });
  });

  it.each(['', 'x', 'Sprint@1[]', 'Sprint@1[name=x]', '[id=1]', 'Sprint@1[id=1', 'Sprint@1[id=x]'])('%s is none', (text) => {
    expect(readSprintString(text)).toBeNull();
  });

  it('comes back as it was, whatever its name and goal hold and in whatever order its members stand', () => {
    // What people write: commas, brackets, equals signs, `<null>` inside, other members’ names; only a member that is written rightly cannot be told from a real one.
    const words = fc.constantFrom('a', ' ', ',', '=', '[', ']', '<null>', 'id=7', ',id=x', ',state=very good', ',startDate=soon', ',id=7,', 'sequence', ']]', '=[,', 'é', '\n', '{}', ',synced=maybe');
    const text = fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')).filter((value) => value !== '<null>' && !/,(?:name|goal)=|,sequence=<null>/.test(value));
    const law = fc.property(text, text, fc.shuffledSubarray(['rapidViewId', 'state', 'startDate', 'endDate', 'completeDate', 'sequence', 'synced'], { minLength: 0 }), fc.nat(8), fc.nat(8), (name, goal, others, at, then) => {
      const values: Record<string, string> = { rapidViewId: '5', state: 'CLOSED', startDate: '2026-01-06T11:38:31.937Z', endDate: '2026-01-19T11:38:00.000Z', completeDate: '<null>', sequence: '9', synced: 'false' };
      const members = others.map((member) => [member, values[member] ?? ''] as const);
      members.splice(Math.min(at, members.length), 0, ['name', name]);
      members.splice(Math.min(then, members.length), 0, ['goal', goal]);
      const read = readSprintString(print([['id', '31'], ...members]));
      expect(read).toMatchObject({ id: '31', name, goal });
      for (const member of others) expect(read?.[member] ?? '<null>').toBe(values[member]);
    });
    expect(() => fc.assert(law, { numRuns: 500 })).not.toThrow();
  });

  it('is done with a hostile text at once', () => {
    const before = performance.now();
    readSprintString(`Sprint@1[id=1,${'name=,goal=,'.repeat(100_000)}`);
    readSprintString(`${'Sprint@1['.repeat(100_000)}id=1]`);
    // No assertion on speed, only against what would hang a worker.
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
