import { outOfHundred } from '../../lib/core/share-words.ts';
import type { SprintReport } from '../../lib/messaging/messages.ts';
import { GoalHealthMark } from '../sprint/GoalHealthMark.tsx';
import { basisInWords } from '../sprint/odds-words.ts';
import { verdictInWords } from './verdict-words.ts';

/** How the goal goes and how likely it is reached; opens to what that stands on. Its room is kept until it is known. */
export function Verdict({ report, waiting }: { readonly report: SprintReport | null; readonly waiting: boolean }) {
  if (report === null && !waiting) return <p className="verdict verdict-waiting muted">How it goes could not be worked out.</p>;
  if (report === null) return <div className="verdict verdict-waiting" aria-hidden="true"><span className="skeleton" style={{ width: '70%' }} /><span className="skeleton" /></div>;
  const { health, odds } = report;
  const { word, number, more, ofGoal } = verdictInWords(report);
  const mixed = odds.state === 'odds' ? (odds.goal?.mixed ?? null) : null;
  return (
    <details className={`verdict verdict-${health.health}`}>
      <summary title="What this stands on">
        <span className="row"><GoalHealthMark health={health.health} of={ofGoal ? 'Goal' : undefined} /><strong className="push verdict-odds">{word}{number !== null && <>: <span className="verdict-number">{number}</span></>}</strong></span>
        <span className="verdict-more small">{more}</span>
      </summary>
      <ul className="verdict-why small">
        {health.reasons.filter((reason) => reason !== more).map((reason) => <li key={reason}>{reason}</li>)}
        {mixed !== null && <li>In {outOfHundred(mixed)} simulations, if the goal’s issues are worked on in no particular order.</li>}
        {odds.state === 'odds' && <li className="muted">{basisInWords(odds.from)}</li>}
      </ul>
    </details>
  );
}
