import type { SprintView } from '../../lib/messaging/messages.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { count } from '../ui/wording/count.ts';
import { plain } from '../ui/wording/numbers.ts';

/** Done of total, counted and estimated; unestimated issues are named, never taken for zero. */
export function SprintProgress({ issues, estimate }: Pick<SprintView, 'issues' | 'estimate'>) {
  return (
    <div className="stack">
      <ProgressBar label="Issues" done={issues.done} total={issues.total} words={issues.total === 0 ? 'none yet' : `${issues.done} of ${issues.total} done`} />
      {estimate === null
        ? issues.total > 0 && <p className="muted small">No issue of this sprint has an estimate.</p>
        : <ProgressBar label="Estimate" done={estimate.done} total={estimate.total} words={`${plain(estimate.done)} of ${plain(estimate.total)} done${estimate.unestimated > 0 ? ` · ${count(estimate.unestimated, 'issue')} unestimated` : ''}`} />}
    </div>
  );
}
