import { RiskIcon } from '../../ui/icons.tsx';
import { HEALTHS, HealthMark } from './HealthMark.tsx';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

/** What the data say, and what its people say when that is something else. */
export function HealthLine({ entry }: { readonly entry: RoadmapItemView }) {
  const { computed, reasons, declared, disagrees } = entry.health;
  const told = entry.fromProject ? ' by its Project' : '';
  return (
    <p className="item-health" title={reasons.join(' ')}>
      <HealthMark health={computed} />
      {declared !== null && (disagrees
        ? <span className="item-disagrees"><RiskIcon />said to be {HEALTHS[declared].word.toLowerCase()}{told}</span>
        : <span className="muted">{computed === null ? `said to be ${HEALTHS[declared].word.toLowerCase()}` : 'as declared'}{told}</span>)}
    </p>
  );
}
