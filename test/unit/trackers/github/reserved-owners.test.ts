import reserved from 'github-reserved-names/reserved-names.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { isReserved } from '../../../../lib/trackers/github/reserved-owners.ts';

describe('the reserved owners', () => {
  it('are those of the npm list, in any case', () => {
    expect(reserved.filter((name) => !isReserved(name))).toEqual([]);
    expect(reserved.filter((name) => !isReserved(name.toUpperCase()))).toEqual([]);
  });

  it('are no others: neither parts of a reserved name nor its neighbours', () => {
    const listed = new Set<string>(reserved);
    const near = reserved.flatMap((name) => [name.slice(1), name.slice(0, -1), `${name}x`, `x${name}`]).filter((name) => name !== '' && !listed.has(name));
    const numbers = Array.from({ length: 1000 }, (_, number) => String(number)).filter((name) => !listed.has(name));
    expect([...near, ...numbers, 'www10', 'octocat'].filter((name) => isReserved(name))).toEqual([]);
  });
});
