import type { RoadmapRule } from '../roadmap-flag.ts';

/** Below it RICE calls an effort a moonshot. */
const LOW = 50;

/** Flags what is being done Now without anything that says it will work. Until there is an evidence inbox, evidence is what the item links to; confidence that people state counts beside it. */
export default {
  id: 'now-without-evidence',
  of: 'item',
  label: 'Now, without evidence',
  source: 'Itamar Gilad’s confidence meter: conviction alone is the least; 50 % is the lowest confidence that RICE takes (Sean McBride, Intercom 2016)',
  assess({ item: { horizon, links = [], confidence } }) {
    if (horizon !== 'now' || links.length > 0 || (confidence !== undefined && confidence >= LOW)) return undefined;
    return { severity: 'watch', reason: `It is being done Now with 0 links to evidence, and ${confidence === undefined ? 'nobody has said how sure they are' : `its people are ${confidence} % sure, less than ${LOW} %`}.` };
  },
  examples: [
    { name: 'Now, nothing said', given: {}, flags: 'watch' },
    { name: 'Now, hardly anybody sure', given: { confidence: 30 }, flags: 'watch' },
    { name: 'Now, half sure', given: { confidence: 50 }, flags: undefined },
    { name: 'Now, with a link', given: { links: [{ title: 'Interviews', url: 'https://example.com/interviews' }] }, flags: undefined },
    { name: 'Next, nothing said', given: { horizon: 'next' }, flags: undefined },
  ],
} satisfies RoadmapRule;
