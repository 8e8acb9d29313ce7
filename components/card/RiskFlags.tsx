import type { RiskFlag } from '../../lib/core/risk/risk.ts';
import type { Instant } from '../../lib/core/time.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { FlagItem } from './FlagItem.tsx';

interface Props {
  readonly flags: readonly RiskFlag[];
  readonly now: Instant;
  onAccept(rule: string, reason: string | null): void;
}

const ORDER = { late: 0, risk: 1, watch: 2 } as const;

/** What can go wrong, worst first; what a person has accepted comes last and is not counted. */
export function RiskFlags({ flags, now, onAccept }: Props) {
  const sorted = flags.toSorted((a, b) => Number(a.accepted !== null) - Number(b.accepted !== null) || ORDER[a.severity] - ORDER[b.severity]);
  const open = flags.filter((flag) => flag.accepted === null).length;
  return (
    <section className="card-section" aria-labelledby="waymark-flags">
      <h3 id="waymark-flags">Risk flags {open > 0 && <span className="count">{open}</span>}</h3>
      {flags.length === 0 ? (
        <p className="muted row"><CheckIcon /> No rule raises a flag on what is known.</p>
      ) : (
        <ul className="flags">{sorted.map((flag) => <FlagItem key={flag.rule} flag={flag} now={now} onAccept={(reason) => onAccept(flag.rule, reason)} />)}</ul>
      )}
    </section>
  );
}
