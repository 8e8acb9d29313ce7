import { count } from '../../ui/wording/count.ts';
import { plain } from '../../ui/wording/numbers.ts';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

/** How far an item is, by its issues; by their estimates in words beside, where there are any. */
export function Progress({ progress, title }: { readonly progress: RoadmapItemView['progress']; readonly title: string }) {
  const { issues, estimate } = progress;
  if (issues.total === 0) return <p className="item-progress-none muted">No issues yet</p>;
  const words = `${issues.done} of ${count(issues.total, 'issue')}`;
  return (
    <div className="item-progress">
      <progress className="bar" aria-label={`Progress of ${title}`} aria-valuetext={`${words} done`} value={issues.done} max={issues.total} />
      <p className="muted">{words}{estimate !== null && <> · estimate {plain(estimate.done)} of {plain(estimate.total)}</>}</p>
    </div>
  );
}
