import type { RiskFlag } from '../../lib/core/risk/risk.ts';
import { acceptedLast } from '../../lib/core/risk/severity.ts';
import type { Instant } from '../../lib/core/time.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { openFlags } from './flag-order.ts';
import { FlagItem } from './FlagItem.tsx';

interface Props {
  readonly flags: readonly RiskFlag[];
  readonly now: Instant;
  onAccept(rule: string, reason: string | null): void;
}

/** What can go wrong, worst first; what a person has accepted comes last and is not counted. */
export function RiskFlags({ flags, now, onAccept }: Props) {
  const open = openFlags(flags).length;
  return (
    <section className="card-section" aria-labelledby="waymark-flags">
      <h3 id="waymark-flags" tabIndex={-1}>Risk flags {open > 0 && <span className="count">{open}</span>}</h3>
      {flags.length === 0 ? (
        <p className="muted row"><CheckIcon /> No risk flag on what is known.</p>
      ) : (
        <ul className="flags">{flags.toSorted(acceptedLast).map((flag) => <FlagItem key={flag.rule} flag={flag} now={now} onAccept={(reason) => onAccept(flag.rule, reason)} />)}</ul>
      )}
    </section>
  );
}
