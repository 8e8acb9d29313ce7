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
        {[...contested, ...differs.filter((one) => !one.contested)].map((one) => {
          const words = wayBack(one);
          return (
            <li key={one.id}>
              <span>{one.sentence}{one.contested && <strong className="contested"> The team has changed it too: nothing is written over.</strong>}</span>
              {words !== null && <button type="button" className="button button-link" aria-label={`${words}: ${one.sentence}`} onClick={() => onUseTeams(one.id)}>{words}</button>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** How the team's side is taken; `null` for an item that is only here, which goes by being deleted, where its issues are seen. */
function wayBack({ id }: FileDifference): string | null {
  if (id.startsWith('remove:')) return 'Put it back';
  return /^item:[^:]*$/.test(id) ? null : 'Use the team’s';
}
