import { useId } from 'react';

interface Props<V extends string> {
  readonly choices: readonly (readonly [V, string])[];
  readonly value: V;
  onChange(value: V): void;
}

/** One of a few, all of them in sight. */
export function FormChoices<V extends string>({ choices, value, onChange }: Props<V>) {
  const name = useId();
  return (
    <div className="row row-wrap form-choices">
      {choices.map(([one, words]) => <label key={one}><input type="radio" name={name} checked={one === value} onChange={() => onChange(one)} /> {words}</label>)}
    </div>
  );
}
