import type { RiskRule } from '../risk.ts';
import { issueFact } from '../issue-fact.ts';

/** Flags a tag that leads nowhere: to an item that was given up, or to one that the roadmap does not know (a typing error, a label left behind). Only for teams with a roadmap. */
export default {
  id: 'tag-to-nowhere',
  kind: 'strategic',
  label: 'Tagged to a dropped or unknown item',
  source: 'The tag against the roadmap of this browser; former ids of an item are known',
  assess({ issue, tag, roadmapItem, hasRoadmap }) {
    if (!hasRoadmap || !tag) return undefined;
    const facts = [issueFact(issue, 'Roadmap item', 1, tag.item, { kind: 'roadmap', item: tag.item })];
    if (roadmapItem === null) return { severity: 'watch', reason: `Tagged to “${tag.former ?? tag.item}”, which is not on the roadmap.`, facts };
    if (roadmapItem.dropped !== true) return undefined;
    return { severity: issue.status.category === 'doing' ? 'risk' : 'watch', reason: `Serves “${roadmapItem.title}”, which was dropped from the roadmap${issue.status.category === 'doing' ? ', and is in progress all the same' : ''}.`, facts };
  },
  examples: [
    { name: 'the roadmap does not know the item', given: { hasRoadmap: true, tag: 'fatser-checkout', roadmapItem: null }, flags: 'watch' },
    { name: 'the item was dropped', given: { hasRoadmap: true, tag: 'faster-checkout', dropped: true }, flags: 'watch' },
    { name: 'the item was dropped, and somebody is on it', given: { hasRoadmap: true, tag: 'faster-checkout', dropped: true, status: 'doing' }, flags: 'risk' },
    { name: 'the item is there', given: { hasRoadmap: true, tag: 'faster-checkout' }, flags: undefined },
    { name: 'there is no roadmap to know it', given: { tag: 'faster-checkout', roadmapItem: null }, flags: undefined },
    { name: 'no tag', given: { hasRoadmap: true }, flags: undefined },
  ],
} satisfies RiskRule;
