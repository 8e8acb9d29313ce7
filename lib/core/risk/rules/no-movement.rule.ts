import { dateInWords } from '../../date-words.ts';
import type { RiskRule } from '../risk.ts';
import { HISTORY, inStatusSince } from '../../work-history.ts';
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
    const since = inStatusSince(issue);
    const inStatus = since && { days: calendar.workingDaysBetween(since.at, now), on: calendar.dateOf(since.at) };
    return {
      severity: idle < 2 * thresholds.idleDays ? 'watch' : 'risk',
      reason: `In progress, unchanged for ${counted(idle, 'working day')}${inStatus ? `; “${issue.status.name}” since ${dateInWords(inStatus.on)}` : ''}.`,
      facts: [
        issueFact(issue, 'Last change', idle, dateInWords(calendar.dateOf(issue.updatedAt)), { kind: 'field', name: 'Updated' }),
        ...(inStatus ? [issueFact(issue, `In “${issue.status.name}”`, inStatus.days, counted(inStatus.days, 'working day'), HISTORY)] : []),
      ],
    };
  },
  examples: [
    { name: 'in progress, six quiet working days', given: { status: 'doing', idleDays: 6 }, flags: 'watch' },
    { name: 'in progress, quiet for as long as the team allows', given: { status: 'doing', idleDays: 5 }, flags: 'watch' },
    { name: 'in progress, quiet for a day less', given: { status: 'doing', idleDays: 4 }, flags: undefined },
    { name: 'in progress, two quiet weeks', given: { status: 'doing', idleDays: 10 }, flags: 'risk' },
    { name: 'in progress, moved yesterday', given: { status: 'doing', idleDays: 1 }, flags: undefined },
    { name: 'quiet, in a status that it reached long before', given: { status: 'doing', idleDays: 6, startedDays: 30, statusDays: 20 }, flags: 'watch' },
    { name: 'an open pull request that nobody touches', given: { kind: 'pull-request', status: 'doing', idleDays: 7 }, flags: 'watch' },
    { name: 'in the backlog, a quiet year', given: { status: 'todo', idleDays: 250 }, flags: undefined },
  ],
} satisfies RiskRule;
