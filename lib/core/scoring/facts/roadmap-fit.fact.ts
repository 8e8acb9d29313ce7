import type { FactReader } from '../fact-reader.ts';
import { tracked } from '../native.ts';

const BY_HORIZON = { now: 1, next: 0.7, later: 0.4 } as const;

/** For an item that is known only from a teammate's label. */
const UNKNOWN_HORIZON = 0.5;

/** Roadmap fit, 0…1: whether it serves a roadmap item and how soon that one is wanted. */
export default {
  id: 'roadmap-fit',
  label: 'Roadmap fit',
  source: 'Now 1, Next 0.7, Later 0.4 (certainty falls with the horizon: Janna Bastow, ProdPad; the numbers are our choice); tagged without a horizon 0.5; on no item 0, if the team has a roadmap at all',
  read({ issue, tag, roadmapItem, hasRoadmap }) {
    if (!tag) return hasRoadmap ? tracked(issue, 'Roadmap fit', 0, 'on no roadmap item', { kind: 'derived', from: 'its tags' }) : undefined;
    const horizon = roadmapItem?.horizon ?? null;
    return tracked(issue, 'Roadmap fit', horizon ? BY_HORIZON[horizon] : UNKNOWN_HORIZON, `${roadmapItem?.title ?? tag.item} (${horizon ?? 'no horizon'})`, { kind: 'roadmap', item: tag.item });
  },
  examples: [
    { name: 'serves a Now item', given: { horizon: 'now' }, value: 1 },
    { name: 'serves a Next item', given: { horizon: 'next' }, value: 0.7 },
    { name: 'serves a Later item', given: { horizon: 'later' }, value: 0.4 },
    { name: 'tagged to an item without a horizon', given: { horizon: null }, value: 0.5 },
    { name: 'on no item, though there is a roadmap', given: { hasRoadmap: true }, value: 0 },
    { name: 'there is no roadmap', given: { hasRoadmap: false }, value: undefined },
  ],
} satisfies FactReader;
