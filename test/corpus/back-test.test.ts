import { describe, expect, it } from 'vitest';
import { backTestCorpus } from '../bench/back-test.ts';

const result = backTestCorpus();
if (result === null) console.log('Skipped: the back-test on tidev, for ../shared/corpus is not here.');

describe.skipIf(result === null)('the back-test on the sprints of tidev', () => {
  it('has forecast many, and reports how many forecasts came true', () => {
    const { levels = [], sprints = 0, declined = 0 } = result ?? {};
    console.log(`tidev: ${sprints} sprints forecast, ${declined} declined; held ${levels.map(({ percent, held, of }) => `${percent} %: ${held} of ${of}`).join(', ')}`);
    expect(sprints).toBeGreaterThan(100);
    const shares = levels.map(({ held, of }) => held / of);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    // A real team's pace changes: what is wanted is that the surer statement is true more often, not that it is exact.
    expect(shares[1]).toBeGreaterThan(0.5);
  });
});
