import type { RiskFlag, Severity } from './risk.ts';

/** How soon each counts, the worst first: what has happened before what needs an act, and that before what needs an eye. */
export const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { late: 0, risk: 1, watch: 2 };

/** For sorting, the worst first: `[{severity: 'watch'}, {severity: 'late'}].toSorted(bySeverity)` → late, watch */
export function bySeverity(a: { readonly severity: Severity }, b: { readonly severity: Severity }): number {
  return SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity];
}

/** For sorting flags: the worst first, and after all of those what a person has accepted, again the worst first. `[late and accepted, watch, risk].toSorted(acceptedLast)` → risk, watch, late and accepted */
export function acceptedLast(a: Pick<RiskFlag, 'severity' | 'accepted'>, b: Pick<RiskFlag, 'severity' | 'accepted'>): number {
  return Number(a.accepted !== null) - Number(b.accepted !== null) || bySeverity(a, b);
}
