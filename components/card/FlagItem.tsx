import { useState } from 'react';
import type { RiskFlag } from '../../lib/core/risk/risk.ts';
import type { Instant } from '../../lib/core/time.ts';
import { SeverityMark } from '../ui/SeverityMark.tsx';
import { ageInWords } from '../ui/wording/age.ts';
import { sourceInWords } from '../ui/wording/source.ts';
import { AcceptFlag } from './AcceptFlag.tsx';

interface Props {
  readonly flag: RiskFlag;
  readonly now: Instant;
  onAccept(reason: string | null): void;
}

export function FlagItem({ flag, now, onAccept }: Props) {
  const [accepting, setAccepting] = useState(false);
  return (
    <li className={flag.accepted === null ? 'flag' : 'flag flag-accepted'}>
      <SeverityMark severity={flag.severity} />
      <div className="stack flag-words">
        <p><strong>{flag.label}</strong> <span className="muted small">· {flag.kind}</span></p>
        <p>{flag.reason}</p>
        {flag.accepted !== null && <p className="muted small">Accepted {ageInWords(flag.accepted.at, now)}: “{flag.accepted.reason}”</p>}
        {flag.facts.length > 0 && (
          <details className="small">
            <summary>{flag.facts.length === 1 ? 'The fact' : `${flag.facts.length} facts`}</summary>
            <ul className="facts">
              {flag.facts.map((fact) => <li key={fact.name}>{fact.name}: {fact.raw} <span className="muted">({sourceInWords(fact.source)}, {ageInWords(fact.at, now)})</span></li>)}
            </ul>
          </details>
        )}
        {accepting && <AcceptFlag label={flag.label} onAccept={(reason) => { setAccepting(false); onAccept(reason); }} onCancel={() => setAccepting(false)} />}
      </div>
      {flag.accepted !== null
        ? <button type="button" className="button button-quiet" aria-label={`Take back the acceptance of ${flag.label}`} onClick={() => onAccept(null)}>Take back</button>
        : !accepting && <button type="button" className="button button-quiet" aria-label={`Accept ${flag.label} with a reason`} onClick={() => setAccepting(true)}>Accept …</button>}
    </li>
  );
}
