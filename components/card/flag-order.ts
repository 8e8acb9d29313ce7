import type { RiskFlag } from '../../lib/core/risk/risk.ts';
import { bySeverity } from '../../lib/core/risk/severity.ts';

/** Worst first; what a person has accepted comes last. */
export function worstFirst(flags: readonly RiskFlag[]): RiskFlag[] {
  return flags.toSorted((a, b) => Number(a.accepted !== null) - Number(b.accepted !== null) || bySeverity(a, b));
}

/** Those that count, worst first. */
export function openFlags(flags: readonly RiskFlag[]): RiskFlag[] {
  return worstFirst(flags).filter(({ accepted }) => accepted === null);
}

/** Labels have commas of their own: `Overdue · Blocked · 2 more` */
export function namesOf(flags: readonly RiskFlag[]): string {
  const names = flags.map(({ label }) => label);
  return (names.length <= 2 ? names : [...names.slice(0, 2), `${names.length - 2} more`]).join(' · ');
}
