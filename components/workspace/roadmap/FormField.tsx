import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly type?: 'text' | 'date' | 'number' | 'url';
  readonly rows?: number;
  readonly max?: number;
  readonly placeholder?: string;
  /** What is wrong with it, and how to mend it. */
  readonly wrong?: string | undefined;
  onChange(value: string): void;
}

/** A field with its label, and what is wrong with it below. */
export function FormField({ label, hint, value, type = 'text', rows, max, placeholder, wrong, onChange }: Props) {
  const id = useId();
  const common = {
    id, className: 'input', value, maxLength: max, placeholder, 'aria-invalid': wrong !== undefined, 'aria-describedby': wrong === undefined ? undefined : `${id}-wrong`,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}{hint !== undefined && <span className="muted"> – {hint}</span>}</label>
      {rows === undefined ? <input type={type} {...(type === 'number' ? { min: 0, max: 100 } : {})} {...common} /> : <textarea rows={rows} {...common} />}
      {wrong !== undefined && <p id={`${id}-wrong`} className="small wrong">{wrong}</p>}
    </div>
  );
}
