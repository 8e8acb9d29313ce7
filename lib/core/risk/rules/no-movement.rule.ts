import type { RiskRule } from '../risk.ts';
import { counted, issueFact } from '../issue-fact.ts';

/** Flags work in progress that nobody has moved for some working days. Backlog items rest by right and are never flagged. */
export default {
  id: 'no-movement',
  kind: 'execution',
  label: 'No movement',
  source: 'No change while in progress for k working days, as Linear’s “stale”; the threshold is our choice and can be set',
  assess({ issue, now, calendar, thresholds }) {
    if (issue.status.category !== 'doing') return undefined;
    const idle = calendar.workingDaysBetween(issue.updatedAt, now);
    if (idle < thresholds.idleDays) return undefined;
    return {
      severity: idle < 2 * thresholds.idleDays ? 'watch' : 'risk',
      reason: `In progress, and nothing has changed for ${counted(idle, 'working day')}.`,
      facts: [issueFact(issue, 'Last change', idle, calendar.dateOf(issue.updatedAt), { kind: 'field', name: 'Updated' })],
    };
  },
  examples: [
    { name: 'in progress, six quiet working days', given: { status: 'doing', idleDays: 6 }, flags: 'watch' },
    { name: 'in progress, two quiet weeks', given: { status: 'doing', idleDays: 10 }, flags: 'risk' },
    { name: 'in progress, moved yesterday', given: { status: 'doing', idleDays: 1 }, flags: undefined },
    { name: 'an open pull request that nobody touches', given: { kind: 'pull-request', status: 'doing', idleDays: 7 }, flags: 'watch' },
    { name: 'in the backlog, a quiet year', given: { status: 'todo', idleDays: 250 }, flags: undefined },
  ],
} satisfies RiskRule;
