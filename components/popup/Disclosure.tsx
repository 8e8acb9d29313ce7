import { type ReactNode, useState } from 'react';

interface Props {
  readonly summary: ReactNode;
  readonly className?: string;
  /** Drawn once it is opened: a sprint may have hundreds of issues, and the goal must not wait for them. */
  readonly children: () => ReactNode;
}

/** Something that is there when it is wanted. */
export function Disclosure({ summary, className, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  );
}
