import type { Instant } from '../../../lib/core/time.ts';
import type { SprintReport } from '../../../lib/messaging/messages.ts';
import { ageInWords } from '../../ui/wording/age.ts';

/** So old, a report is said to be of another time while the present one is made. */
const OLD = 10 * 60_000;

/** A report that was kept from last time says so. */
export function ReadAgo({ report: { madeAt }, now }: { readonly report: SprintReport; readonly now: Instant }) {
  if (now - madeAt < OLD) return null;
  return <p className="muted small">As it was {ageInWords(madeAt, now)}; it is being renewed.</p>;
}
