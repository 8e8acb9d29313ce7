import type { RoadmapFlag } from '../../../lib/core/roadmap/roadmap-flag.ts';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { count } from '../../ui/wording/count.ts';

/** How many flags there are, by the worst of them; what they say shows on pointing at it, and in the item's sheet. */
export function FlagsMark({ flags }: { readonly flags: readonly RoadmapFlag[] }) {
  const worst = flags[0];
  if (worst === undefined) return null;
  return <span className="row" title={flags.map(({ label, reason }) => `${label}: ${reason}`).join('\n')}><SeverityMark severity={worst.severity} words={false} />{count(flags.length, 'flag')}</span>;
}
