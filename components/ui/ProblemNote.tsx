import type { ReactNode } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import { ExternalLink } from './ExternalLink.tsx';
import { NoteIcon, RiskIcon } from './icons.tsx';

interface Props {
  readonly problem: Pick<Problem, 'sentence' | 'action' | 'link'>;
  /** `late` for what has failed, `watch` for what merely stands in the way. */
  readonly tone?: 'watch' | 'late';
  readonly children?: ReactNode;
}

/** What happened and what to do now. */
export function ProblemNote({ problem, tone = 'watch', children }: Props) {
  return (
    <output className={tone === 'late' ? 'problem problem-late' : 'problem'}>
      {tone === 'late' ? <RiskIcon /> : <NoteIcon />}
      <span>
        {problem.sentence}
        {problem.action !== null && <> <span className="muted">{problem.action}</span></>}
        {problem.link !== undefined && <> <ExternalLink className="problem-link" to={problem.link.to}>{problem.link.words}</ExternalLink></>}
      </span>
      {children !== undefined && children !== false && <span className="problem-actions row row-wrap">{children}</span>}
    </output>
  );
}
