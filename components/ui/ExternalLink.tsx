import type { ReactNode } from 'react';
import { httpsLink } from './wording/https-link.ts';

interface Props {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to a tracker or a source. Anything but https: stays text, whoever sent it. */
export function ExternalLink({ to, className, children }: Props) {
  const href = httpsLink(to);
  if (href === null) return <span className={className}>{children}</span>;
  return <a className={className} href={href} target="_blank" rel="noreferrer">{children}</a>;
}
