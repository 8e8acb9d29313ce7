import type { RiskRule } from '../risk.ts';
import { counted, issueFact } from '../issue-fact.ts';

/** Flags a bottleneck: what several other issues wait for. */
export default {
  id: 'blocks-others',
  kind: 'execution',
  label: 'Blocks others',
  source: 'The tracker’s own dependencies (GitHub “blocking”, Jira “blocks”) against the threshold “blocks others”; risk at twice of it',
  assess({ issue, thresholds }) {
    const waiting = issue.dependencies?.blocking ?? 0;
    if (waiting < Math.max(1, thresholds.blocksOthers)) return undefined;
    return {
      severity: waiting < 2 * thresholds.blocksOthers ? 'watch' : 'risk',
      reason: `${counted(waiting, 'other issue')} wait${waiting === 1 ? 's' : ''} for it${issue.status.category === 'todo' ? ', and it has not been started' : ''}.`,
      facts: [issueFact(issue, 'Blocking', waiting, `${waiting}`, { kind: 'field', name: 'Dependencies' })],
    };
  },
  examples: [
    { name: 'two wait', given: { blocking: 2 }, flags: 'watch' },
    { name: 'five wait', given: { blocking: 5, status: 'doing' }, flags: 'risk' },
    { name: 'one waits', given: { blocking: 1 }, flags: undefined },
    { name: 'a tracker that tells nothing', given: {}, flags: undefined },
  ],
} satisfies RiskRule;
