import type { ProductRisk } from '../roadmap-item.ts';
import type { RoadmapRule } from '../roadmap-flag.ts';

const RISKS: readonly ProductRisk[] = ['value', 'usability', 'feasibility', 'viability'];

/** Flags what is being built while a big risk of it is open. A risk of which nobody has said anything is unknown, not open. */
export default {
  id: 'now-value-risk',
  of: 'item',
  label: 'Now, with an open product risk',
  source: 'The four big risks are to be tackled before it is decided to build: Marty Cagan, https://www.svpg.com/four-big-risks/; open value risk is a risk, the other three are to be watched (our choice)',
  assess({ item }) {
    if (item.horizon !== 'now') return undefined;
    const open = RISKS.filter((risk) => item.risks?.[risk] === 'open');
    if (open.length === 0) return undefined;
    return { severity: open.includes('value') ? 'risk' : 'watch', reason: `It is being done Now, and ${open.length} of its four big risks ${open.length === 1 ? 'is' : 'are'} still open: ${open.join(', ')}.` };
  },
  examples: [
    { name: 'Now, value open', given: { risks: { value: 'open', usability: 'tested' } }, flags: 'risk' },
    { name: 'Now, only feasibility open', given: { risks: { value: 'retired', feasibility: 'open' } }, flags: 'watch' },
    { name: 'Now, everything tested', given: { risks: { value: 'tested', usability: 'tested', feasibility: 'retired', viability: 'tested' } }, flags: undefined },
    { name: 'Now, nobody has said', given: {}, flags: undefined },
    { name: 'Next, value open', given: { horizon: 'next', risks: { value: 'open' } }, flags: undefined },
  ],
} satisfies RoadmapRule;
