import type { FactReader } from '../fact-reader.ts';
import { tracked } from '../native.ts';

/** Leverage, 0…1: how much other work waits for this issue. */
export default {
  id: 'leverage',
  label: 'Leverage',
  source: '1 − 1 / (1 + n), n = open issues that it blocks by the tracker’s own dependencies: the first counts most (our choice of curve)',
  read({ issue }) {
    const waiting = issue.dependencies?.blocking;
    if (waiting === undefined || !(waiting >= 0)) return undefined;
    return tracked(issue, 'Leverage', 1 - 1 / (1 + waiting), waiting === 0 ? 'blocks nothing' : `blocks ${waiting}`, { kind: 'field', name: 'Dependencies' });
  },
  examples: [
    { name: 'blocks one issue', given: { dependencies: { blockedBy: 0, blocking: 1, blockers: [] } }, value: 0.5 },
    { name: 'blocks three', given: { dependencies: { blockedBy: 0, blocking: 3, blockers: [] } }, value: 0.75 },
    { name: 'known to block nothing', given: { dependencies: { blockedBy: 2, blocking: 0, blockers: [] } }, value: 0 },
    { name: 'a tracker that does not tell', given: { dependencies: null }, value: undefined },
  ],
} satisfies FactReader;
