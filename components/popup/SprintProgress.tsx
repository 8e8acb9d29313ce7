import type { GoalCoverage } from '../../lib/core/sprint/goal-coverage.ts';
import type { SprintView } from '../../lib/messaging/messages.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { count } from '../ui/wording/count.ts';
import { sizesOf } from '../ui/wording/sizes-of.ts';
import { openServing, SERVING } from './open-serving.ts';

interface Props {
  readonly sprint: Pick<SprintView, 'issues' | 'unread' | 'estimate' | 'hours'>;
  /** `null` while it is not known. */
  readonly coverage: GoalCoverage | null;
}

/** How far the goal has come and how far everything has; unestimated issues are named, never taken for zero. */
export function SprintProgress({ sprint, coverage }: Props) {
  const { issues, unread } = sprint;
  const sizes = sizesOf(sprint);
  const unestimated = sizes[0]?.unestimated ?? 0;
  return (
    <div className="progresses">
      {coverage === null || coverage.goal.total === 0
        ? <div className="progress"><div className="row"><span>Goal</span>{coverage !== null && (issues.total === 0 ? <span className="push muted">no issue yet</span> : <a className="push" href={`#${SERVING}`} onClick={openServing}>mark its issues</a>)}</div><span className="bar" /></div>
        : <ProgressBar label="Goal" done={coverage.goal.done} total={coverage.goal.total} words={`${coverage.goal.done} of ${coverage.goal.total} done`} />}
      <ProgressBar label="Everything" done={issues.done} total={issues.total} words={issues.total === 0 ? 'no issue yet' : `${issues.done} of ${issues.total} done`} />
      {issues.total > 0 && (
        <p className="muted small">
          {sizes.length === 0 ? `No issue of this sprint${unread > 0 ? ' that is read' : ''} has an estimate.` : `By estimate ${sizes.map(({ words }) => words).join(' and ')} done${unestimated > 0 ? ` · ${count(unestimated, 'issue')} unestimated` : ''}`}
          {unread > 0 && ` ${count(unread, 'issue')} of it ${unread === 1 ? 'is' : 'are'} not read: all below counts the others.`}
        </p>
      )}
    </div>
  );
}
