import { count } from '../../ui/wording/count.ts';
import { sizesOf } from '../../ui/wording/sizes-of.ts';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

/** How far an item is, by its issues; by their estimates in words beside, where there are any. */
export function Progress({ progress, title }: { readonly progress: RoadmapItemView['progress']; readonly title: string }) {
  const { issues, partial } = progress;
  const sizes = sizesOf(progress);
  if (issues.total === 0) return <p className="item-progress-none muted">No issues yet</p>;
  const words = `${issues.done} of ${count(issues.total, partial ? 'known issue' : 'issue')}`;
  return (
    <div className="item-progress">
      <progress className="bar" aria-label={`Progress of ${title}`} aria-valuetext={`${words} done`} value={issues.done} max={issues.total} />
      <p className="muted">{words}{sizes.length > 0 && <> · estimate {sizes.map((size) => size.words).join(', ')}</>}</p>
    </div>
  );
}
