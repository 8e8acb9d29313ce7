import { dateInWords } from '../../date-words.ts';
import type { RiskContext, RiskRule } from '../risk.ts';
import { saysBlocked } from '../../blocked.ts';
import type { Fact } from '../../fact.ts';
import { HISTORY, inStatusSince } from '../../work-history.ts';
import { counted, issueFact } from '../issue-fact.ts';

/** Flags work that waits for other work. Since when, only a status “Blocked” tells, by its history: neither dependencies nor labels do, so then neither does the flag. */
export default {
  id: 'blocked',
  kind: 'execution',
  label: 'Blocked',
  source: 'The tracker’s own dependencies (GitHub “blocked by”, Jira “is blocked by”), else a status or a label “blocked”; risk once it is being done or is in the current sprint',
  assess(context) {
    const { issue, inCurrentSprint } = context;
    const open = issue.dependencies?.blockedBy ?? 0;
    const label = issue.labels.find(saysBlocked);
    const status = saysBlocked(issue.status.name) ? statusFact(context) : undefined;
    if (open <= 0 && label === undefined && !status) return undefined;
    const severity = issue.status.category === 'doing' || inCurrentSprint ? 'risk' : 'watch';
    if (open > 0) return { severity, reason: sentence(context, open, status?.since ?? ''), facts: [issueFact(issue, 'Blocked by', open, `${open} open`, { kind: 'field', name: 'Dependencies' }), ...(status ? [status.fact] : [])] };
    if (status) return { severity, reason: `Status “${issue.status.name}”${status.since}, but no blocking issue is known.`, facts: [status.fact] };
    return { severity, reason: `Labelled “${label}”, but no blocking issue is known.`, facts: [issueFact(issue, 'Blocked', 1, label ?? '', { kind: 'label', name: label ?? '' })] };
  },
  examples: [
    { name: 'in progress and blocked by one', given: { status: 'doing', blockedBy: 1, blockers: [{ reference: '#12', title: 'Payment API', inCurrentSprint: false }] }, flags: 'risk' },
    { name: 'in the sprint and blocked', given: { inCurrentSprint: true, blockedBy: 2 }, flags: 'risk' },
    { name: 'in the backlog and blocked', given: { blockedBy: 1 }, flags: 'watch' },
    { name: 'a label only', given: { status: 'doing', labels: ['status: blocked'] }, flags: 'risk' },
    { name: 'a status only', given: { status: 'doing', statusName: 'Blocked', startedDays: 12, statusDays: 5 }, flags: 'risk' },
    { name: 'a status of which no history tells', given: { status: 'doing', statusName: 'Blocked' }, flags: 'risk' },
    { name: 'blocked by nothing', given: { status: 'doing', blockedBy: 0 }, flags: undefined },
    { name: 'a label about something else', given: { labels: ['unblocked'] }, flags: undefined },
    { name: 'a tracker that tells nothing', given: { status: 'doing' }, flags: undefined },
  ],
} satisfies RiskRule;

function statusFact({ issue, now, calendar }: RiskContext): { readonly since: string; readonly fact: Fact } {
  const since = inStatusSince(issue);
  if (!since) return { since: '', fact: issueFact(issue, 'Status', 1, issue.status.name) };
  const days = calendar.workingDaysBetween(since.at, now);
  return { since: ` since ${dateInWords(calendar.dateOf(since.at))} (${counted(days, 'working day')})`, fact: issueFact(issue, 'Blocked for', days, counted(days, 'working day'), HISTORY) };
}

function sentence({ blockers, inCurrentSprint }: RiskContext, open: number, since: string): string {
  const named = blockers.slice(0, 3).map((blocker) => `${blocker.reference} ${blocker.title}`.trim());
  if (named.length === 0) return `Blocked by ${open} open issue${open === 1 ? '' : 's'}${since}.`;
  const more = open > named.length ? ` and ${open - named.length} more` : '';
  const outside = blockers.filter((blocker) => !blocker.inCurrentSprint).length;
  const where = inCurrentSprint && outside > 0 ? `; ${outside >= open ? (outside === 1 ? 'it is' : 'they are') : `${outside} of them ${outside === 1 ? 'is' : 'are'}`} not in the current sprint` : '';
  return `Blocked by ${named.join(', ')}${more}${since}${where}.`;
}
