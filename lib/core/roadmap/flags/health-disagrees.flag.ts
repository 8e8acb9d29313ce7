import type { Health } from '../roadmap-item.ts';
import type { RoadmapRule } from '../roadmap-flag.ts';

const WORDS: Readonly<Record<Health, string>> = { inactive: 'inactive', 'on-track': 'on track', 'at-risk': 'at risk', 'off-track': 'off track', complete: 'complete' };
/** How well each word speaks of an item. */
const WELL: Readonly<Record<Health, number>> = { 'off-track': 0, inactive: 1, 'at-risk': 1, 'on-track': 2, complete: 3 };

/** Flags an item of which its people say something else than its issues do. Whoever knows more may be right: so both words and the reason are said. */
export default {
  id: 'health-disagrees',
  of: 'item',
  label: 'Declared and computed health disagree',
  source: 'The word that people set against the one computed from progress, forecast, blocked issues and movement; a risk where people speak better of it than its issues do',
  assess({ health }) {
    if (health.declared === null || health.computed === null || !health.disagrees) return undefined;
    const severity = WELL[health.declared] > WELL[health.computed] ? 'risk' : 'watch';
    return { severity, reason: `Declared ${WORDS[health.declared]}, but computed ${WORDS[health.computed]}: ${health.reasons[0] ?? ''}` };
  },
  examples: [
    { name: 'declared on track, computed off track', given: { declared: { health: 'on-track', note: '', on: null }, computed: 'off-track' }, flags: 'risk' },
    { name: 'declared at risk, computed on track', given: { declared: { health: 'at-risk', note: '', on: null }, computed: 'on-track' }, flags: 'watch' },
    { name: 'declared on track, computed inactive', given: { declared: { health: 'on-track', note: '', on: null }, computed: 'inactive' }, flags: 'risk' },
    { name: 'both the same', given: { declared: { health: 'at-risk', note: '', on: null }, computed: 'at-risk' }, flags: undefined },
    { name: 'nothing declared', given: { computed: 'off-track' }, flags: undefined },
  ],
} satisfies RoadmapRule;
