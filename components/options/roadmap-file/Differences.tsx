import type { FileDifference } from '../../../lib/core/roadmap/file/differences.ts';
import { count } from '../../ui/wording/count.ts';

interface Props {
  readonly differs: readonly FileDifference[];
  onUseTeams(difference: string): void;
}

/** In what this browser differs from the team's, each with the way to the team's value. What both have changed comes first. */
export function Differences({ differs, onUseTeams }: Props) {
  if (differs.length === 0) return null;
  const contested = differs.filter((one) => one.contested);
  return (
    <details open={contested.length > 0}>
      <summary>Differs from the team’s in {count(differs.length, 'thing')}{contested.length > 0 && <strong className="contested">, {count(contested.length, 'conflict')}</strong>}</summary>
      <ul className="differences">
        {[...contested, ...differs.filter((one) => !one.contested)].map(({ id, sentence, contested: both }) => (
          <li key={id}><span>{sentence}{both && <strong className="contested"> The team has changed it too: nothing is written over.</strong>}</span><button type="button" className="button button-link" aria-label={`Use the team’s: ${sentence}`} onClick={() => onUseTeams(id)}>Use the team’s</button></li>
        ))}
      </ul>
    </details>
  );
}
