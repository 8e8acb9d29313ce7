import type { ReactNode } from 'react';
import type { Chance } from '../../../lib/core/forecast/odds.ts';
import { likelihood, outOfHundred } from '../../../lib/core/share-words.ts';
import type { SprintReport } from '../../../lib/messaging/messages.ts';
import { GoalHealthMark } from '../../sprint/GoalHealthMark.tsx';
import { basisInWords, datesInWords } from '../../sprint/odds-words.ts';
import { count } from '../../ui/wording/count.ts';

/** How the goal goes and what will happen, in words and in numbers, with what that stands on; or why nothing is said. */
export function OddsPanel({ report: { health, odds, story } }: { readonly report: SprintReport }) {
  const [deciding, ...more] = health.reasons;
  return (
    <section className="sprint-section" aria-labelledby="odds">
      <h2 id="odds">How the goal goes</h2>
      <p className="odds-health"><GoalHealthMark health={health.health} /></p>
      <p>{deciding}</p>
      {more.length > 0 && <ul className="bullets muted small">{more.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
      {odds.state === 'declined' && <p className="odds-none">{deciding === odds.because ? <strong>No odds either.</strong> : <><strong>No odds.</strong> {odds.because}</>}</p>}
      {odds.state === 'done' && story.span.endedAt === null && <p className="odds-none">Everything in it is done.</p>}
      {odds.state === 'odds' && (
        <>
          <dl className="odds">
            {odds.goal !== null && (
              <ChanceOf name={`The goal’s ${count(odds.goal.remaining, 'open issue')}`} chance={odds.goal}>{odds.goal.mixed !== null && odds.goal.probability !== null && odds.goal.probability - odds.goal.mixed >= 0.01 && <span className="muted small">If they are taken first, as a goal asks for; {outOfHundred(odds.goal.mixed)} in no particular order.</span>}</ChanceOf>
            )}
            <ChanceOf name={`Everything: ${count(odds.everything.remaining, 'open issue')} and what will still come in`} chance={odds.everything} />
            {odds.byEnd !== null && <div><dt>Finished by the last day, at least</dt><dd>{count(odds.byEnd.at50, 'more issue')} at 50 %, {odds.byEnd.at85} at 85 %, {odds.byEnd.at95} at 95 %</dd></div>}
          </dl>
          <p className="muted small">{basisInWords(odds.from)}</p>
        </>
      )}
    </section>
  );
}

function ChanceOf({ name, chance, children }: { readonly name: string; readonly chance: Chance; readonly children?: ReactNode }) {
  const { probability } = chance;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {probability === null ? <span className="muted">It has no last day to be held against.</span> : <><strong className="odds-word">{likelihood(probability)}</strong> <span>in time in {outOfHundred(probability)} simulations</span></>}
        <span className="small">Done by {datesInWords(chance)}</span>
        {children}
      </dd>
    </div>
  );
}
