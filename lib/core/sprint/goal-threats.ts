import type { IssueKey } from '../issue.ts';
import type { RiskFlag } from '../risk/risk.ts';
import { bySeverity } from '../risk/severity.ts';
import type { GoalThreat } from './daily.ts';
import type { SprintFlag } from './sprint-flag.ts';

/** These are sums over the issues that are named one by one already. */
const SUMMARIES: readonly string[] = ['goal-at-risk', 'stuck-goal-issue', 'ageing-in-sprint'];

/**
 * The things that most threaten the goal, three unless otherwise asked: the worst flag of each open goal issue, and the flags of the sprint as a whole that are about more than those; worst first, of equals the issue with more flags.
 * Accepted flags threaten nothing.
 *
 * `threatsTo([[#1, [blocked]], [#2, []]], [over-committed])` → `[{issue: #1, rule: 'blocked', …}, {issue: null, rule: 'over-committed', …}]`
 */
export function threatsTo(goalIssues: readonly (readonly [IssueKey, readonly RiskFlag[]])[], sprintFlags: readonly SprintFlag[], most = 3): GoalThreat[] {
  const ofIssues = goalIssues.flatMap(([issue, flags]) => {
    const counted = flags.filter(({ accepted }) => accepted === null).toSorted(bySeverity);
    return counted[0] ? [{ issue, flag: counted[0], weight: counted.length }] : [];
  });
  const named = new Set(ofIssues.map(({ issue }) => issue));
  const ofSprint = sprintFlags.filter(({ rule, issues }) => !SUMMARIES.includes(rule) || !issues.some((issue) => named.has(issue)))
    // A flag about one issue leads to it.
    .map((flag) => ({ issue: flag.issues.length === 1 ? (flag.issues[0] ?? null) : null, flag, weight: 0 }));
  return [...ofIssues, ...ofSprint]
    .toSorted((a, b) => bySeverity(a.flag, b.flag) || b.weight - a.weight)
    .slice(0, most)
    .map(({ issue, flag: { rule, label, severity, reason } }) => ({ issue, rule, label, severity, reason }));
}
