import type { IssueKey } from '../issue.ts';
import type { RiskFlag, Severity } from '../risk/risk.ts';
import { bySeverity } from '../risk/severity.ts';

/** What one rule says of a sprint's open issues, the worst first. */
export interface RuleFlags {
  readonly rule: string;
  readonly label: string;
  /** The worst of them. */
  readonly severity: Severity;
  readonly issues: readonly { readonly issue: IssueKey; readonly severity: Severity; readonly reason: string }[];
}

/**
 * All flags of a sprint's issues by the rules that raised them: the worst rule first, of equals the one that speaks of more issues. Accepted flags are left out: somebody has looked at them.
 *
 * `flagsByRule([[#1, [blocked, overdue]], [#2, [blocked]]])` → `[{rule: 'overdue', issues: [#1]}, {rule: 'blocked', issues: [#1, #2]}]`, overdue being late
 */
export function flagsByRule(flagged: readonly (readonly [IssueKey, readonly RiskFlag[]])[]): RuleFlags[] {
  const all = flagged.flatMap(([issue, flags]) => flags.filter(({ accepted }) => accepted === null).map((flag) => ({ issue, flag })));
  return [...Map.groupBy(all, ({ flag }) => flag.rule).values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => bySeverity(a.flag, b.flag));
    const [worst] = sorted;
    if (!worst) return [];
    const { rule, label, severity } = worst.flag;
    return [{ rule, label, severity, issues: sorted.map(({ issue, flag }) => ({ issue, severity: flag.severity, reason: flag.reason })) }];
  }).toSorted((a, b) => bySeverity(a, b) || b.issues.length - a.issues.length);
}
