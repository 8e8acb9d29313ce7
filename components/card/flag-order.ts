import type { RiskFlag } from '../../lib/core/risk/risk.ts';
import { bySeverity } from '../../lib/core/risk/severity.ts';

/** Those that count, worst first. */
export function openFlags(flags: readonly RiskFlag[]): RiskFlag[] {
  return flags.filter(({ accepted }) => accepted === null).toSorted(bySeverity);
}

/** Labels have commas of their own: `Overdue · Blocked · 2 more` */
export function namesOf(flags: readonly RiskFlag[]): string {
  const names = flags.map(({ label }) => label);
  return (names.length <= 2 ? names : [...names.slice(0, 2), `${names.length - 2} more`]).join(' · ');
}
