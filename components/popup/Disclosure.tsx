import { type ReactNode, useState } from 'react';

interface Props {
  readonly summary: ReactNode;
  readonly className?: string;
  readonly id?: string;
  /** Drawn once it is opened: a sprint may have hundreds of issues, and the goal must not wait for them. */
  readonly children: () => ReactNode;
}

/** Something that is there when it is wanted. */
export function Disclosure({ summary, className, id, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} id={id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  );
}
