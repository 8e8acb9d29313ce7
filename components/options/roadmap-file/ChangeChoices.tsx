import type { FileDifference } from '../../../lib/core/roadmap/file/differences.ts';
import { ticked } from '../../ui/ticked.ts';

interface Props {
  readonly choices: readonly FileDifference[];
  readonly chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
}

/** The single changes that a proposal can be made of, each with both values; the text below shows exactly what is chosen. */
export function ChangeChoices({ choices, chosen, onChoose }: Props) {
  if (choices.length === 0) return null;
  return (
    <fieldset className="change-choices">
      <legend>What goes in: {chosen.size} of {choices.length}</legend>
      {choices.map(({ id, sentence, contested }) => (
        <label key={id}><input type="checkbox" checked={chosen.has(id)} onChange={(event) => onChoose(ticked(chosen, id, event.target.checked))} /><span>{sentence}{contested && <strong className="contested"> The team has changed it too.</strong>}</span></label>
      ))}
    </fieldset>
  );
}
