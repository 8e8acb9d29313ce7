import type { RiskContext, RiskRule } from '../risk.ts';
import { words } from '../../scoring/words.ts';
import { issueFact } from '../issue-fact.ts';

/** Flags work that waits for other work. The trackers do not say since when, so neither does the flag. */
export default {
  id: 'blocked',
  kind: 'execution',
  label: 'Blocked',
  source: 'The tracker’s own dependencies (GitHub “blocked by”), else a label “blocked”; risk once it is being done or is in the current sprint',
  assess(context) {
    const { issue, inCurrentSprint } = context;
    const open = issue.dependencies?.blockedBy ?? 0;
    const label = issue.labels.find((name) => /^(?:(?:status|state|is|s) )?blocked(?: by .*)?$/.test(words(name)));
    if (open <= 0 && label === undefined) return undefined;
    const severity = issue.status.category === 'doing' || inCurrentSprint ? 'risk' : 'watch';
    if (open > 0) return { severity, reason: sentence(context, open), facts: [issueFact(issue, 'Blocked by', open, `${open} open`, { kind: 'field', name: 'Dependencies' })] };
    return { severity, reason: `Blocked, says its label “${label}”, but by nothing that the tracker knows.`, facts: [issueFact(issue, 'Blocked', 1, label ?? '', { kind: 'label', name: label ?? '' })] };
  },
  examples: [
    { name: 'in progress and blocked by one', given: { status: 'doing', blockedBy: 1, blockers: [{ reference: '#12', title: 'Payment API', inCurrentSprint: false }] }, flags: 'risk' },
    { name: 'in the sprint and blocked', given: { inCurrentSprint: true, blockedBy: 2 }, flags: 'risk' },
    { name: 'in the backlog and blocked', given: { blockedBy: 1 }, flags: 'watch' },
    { name: 'a label only', given: { status: 'doing', labels: ['status: blocked'] }, flags: 'risk' },
    { name: 'blocked by nothing', given: { status: 'doing', blockedBy: 0 }, flags: undefined },
    { name: 'a label about something else', given: { labels: ['unblocked'] }, flags: undefined },
    { name: 'a tracker that tells nothing', given: { status: 'doing' }, flags: undefined },
  ],
} satisfies RiskRule;

function sentence({ blockers, inCurrentSprint }: RiskContext, open: number): string {
  const named = blockers.slice(0, 3).map((blocker) => `${blocker.reference} ${blocker.title}`.trim());
  if (named.length === 0) return `Blocked by ${open} open issue${open === 1 ? '' : 's'}.`;
  const more = open > named.length ? ` and ${open - named.length} more` : '';
  const outside = blockers.filter((blocker) => !blocker.inCurrentSprint).length;
  const where = inCurrentSprint && outside > 0 ? `; ${outside === blockers.length ? (outside === 1 ? 'it is' : 'they are') : `${outside} of them ${outside === 1 ? 'is' : 'are'}`} not in the current sprint` : '';
  return `Blocked by ${named.join(', ')}${more}${where}.`;
}
