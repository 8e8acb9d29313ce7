import type { ReactNode } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import { NoteIcon, RiskIcon } from './icons.tsx';

interface Props {
  readonly problem: Pick<Problem, 'sentence' | 'action'>;
  /** `late` for what has failed, `watch` for what merely stands in the way. */
  readonly tone?: 'watch' | 'late';
  readonly children?: ReactNode;
}

/** What happened and what to do now. */
export function ProblemNote({ problem, tone = 'watch', children }: Props) {
  return (
    <div className={tone === 'late' ? 'problem problem-late' : 'problem'} role="status">
      {tone === 'late' ? <RiskIcon /> : <NoteIcon />}
      <p>
        {problem.sentence}
        {problem.action !== null && <> <span className="muted">{problem.action}</span></>}
      </p>
      {children !== undefined && <div className="problem-actions row row-wrap">{children}</div>}
    </div>
  );
}
