import { asOf } from '../as-of.ts';
import type { Instant, PlainDate } from '../time.ts';
import type { RiskContext, RiskFlag, Severity } from './risk.ts';
import { acceptedLast, bySeverity } from './severity.ts';
import { rules } from './registry.ts';

/** A flag that a person has looked at and accepted, with the reason. */
export interface Acceptance {
  readonly rule: string;
  readonly reason: string;
  readonly at: Instant;
}

/**
 * Every risk flag of an issue, worst first (late, risk, watch; then by rule); accepted ones come last, with the newest acceptance. Rules that the user muted do not speak, and what is done has no risk.
 * `lastRead`: the day that `now` lies on, where nothing was read since: each flag says that it is of then.
 *
 * `assessRisk({issue: blocked by #12, …}, [], [])` → `[{rule: 'blocked', severity: 'risk', reason: 'Blocked by #12.', …}]`
 */
export function assessRisk(context: RiskContext, accepted: readonly Acceptance[], muted: readonly string[], lastRead: PlainDate | null = null): RiskFlag[] {
  if (context.issue.status.category === 'done') return [];
  const flags = rules.flatMap((rule): RiskFlag[] => {
    if (muted.includes(rule.id)) return [];
    const finding = rule.assess(context);
    if (!finding) return [];
    const acceptance = accepted.filter((row) => row.rule === rule.id).sort((a, b) => b.at - a.at)[0];
    return [{ ...finding, reason: asOf(finding.reason, lastRead), rule: rule.id, kind: rule.kind, label: rule.label, accepted: acceptance ? { reason: acceptance.reason, at: acceptance.at } : null }];
  });
  // The registry is sorted by id and sorting is stable, so equals stay in that order.
  return flags.sort(acceptedLast);
}

/**
 * How many flags a badge shows, and the worst of them; accepted flags do not count.
 *
 * `countFlags([])` → `{flags: 0, worst: null}`
 */
export function countFlags(flags: readonly RiskFlag[]): { readonly flags: number; readonly worst: Severity | null } {
  const counted = flags.filter((flag) => flag.accepted === null);
  const worst = [...counted].sort(bySeverity)[0];
  return { flags: counted.length, worst: worst?.severity ?? null };
}
