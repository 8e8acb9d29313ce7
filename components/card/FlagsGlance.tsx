import type { RiskFlag } from '../../lib/core/risk/risk.ts';
import { SeverityMark } from '../ui/SeverityMark.tsx';
import { namesOf, openFlags } from './flag-order.ts';

/** The badge has counted the flags: here are their names at once, and the way to their reasons further down. */
export function FlagsGlance({ flags }: { readonly flags: readonly RiskFlag[] }) {
  const open = openFlags(flags);
  const [worst] = open;
  if (worst === undefined) return null;
  return (
    <button type="button" className="button button-link glance" onClick={({ currentTarget }) => currentTarget.closest('dialog')?.querySelector<HTMLElement>('#waymark-flags')?.focus()}>
      <span className="visually-hidden">Risk flags: </span><SeverityMark severity={worst.severity} /> <span className="glance-names">{namesOf(open)}</span>
    </button>
  );
}
