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

/** What happened and what to do now. It tells itself to who listens: what has failed at once, what stands in the way when there is time. Nothing else has to say the same. */
export function ProblemNote({ problem, tone = 'watch', children }: Props) {
  const isLate = tone === 'late';
  return (
    <div role={isLate ? 'alert' : 'status'} className={isLate ? 'problem problem-late' : 'problem'}>
      {isLate ? <RiskIcon /> : <NoteIcon />}
      <span>
        {problem.sentence}
        {problem.action !== null && <> <span className="muted">{problem.action}</span></>}
        {problem.link !== undefined && <> <ExternalLink className="problem-link" to={problem.link.to}>{problem.link.words}</ExternalLink></>}
      </span>
      {children !== undefined && children !== false && <span className="problem-actions row row-wrap">{children}</span>}
    </div>
  );
}
