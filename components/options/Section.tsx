import type { ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly intro: ReactNode;
  readonly children: ReactNode;
}

export function Section({ id, title, intro, children }: Props) {
  return (
    <section id={id} className="options-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p className="muted prose">{intro}</p>
      {children}
    </section>
  );
}
