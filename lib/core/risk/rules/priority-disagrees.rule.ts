import type { RiskRule } from '../risk.ts';
import { ordinal } from '../../ordinal.ts';
import { statedPriority } from '../../scoring/priority.ts';
import { counted, issueFact } from '../issue-fact.ts';

/** What is stated at least so high should stand in the upper half of the backlog. */
const HIGH = 0.75;
/** What is stated at most so low should stand in the lower half. */
const LOW = 0.25;

/** Flags a priority on the tracker that the score contradicts: one of the two is wrong, and a person should say which. */
export default {
  id: 'priority-disagrees',
  kind: 'strategic',
  label: 'Priority disagrees with the score',
  source: 'The tracker’s priority field or label against the score’s place: high belongs in the upper half, low in the lower; by how many places is our choice',
  assess({ issue, score, thresholds }) {
    const stated = statedPriority(issue);
    if (!stated || score.state !== 'scored' || !score.rank) return undefined;
    const { place, of, alike, within } = score.rank;
    // Of the places that equal scores share, the one nearest to the middle.
    const beyond = stated.value >= HIGH ? place - Math.ceil(of / 2) : stated.value <= LOW ? Math.floor(of / 2) + 2 - place - alike : 0;
    if (beyond < thresholds.priorityDisagreementPlaces) return undefined;
    return {
      severity: beyond < 2 * thresholds.priorityDisagreementPlaces ? 'watch' : 'risk',
      reason: `Its priority is “${stated.raw}”, but its score ${score.text} is ${ordinal(place)} of ${of} in ${within}, ${counted(beyond, 'place')} ${place > of / 2 ? 'below' : 'above'} the middle.`,
      facts: [stated, issueFact(issue, 'Score', score.value, score.text, { kind: 'derived', from: `${score.model} score` })],
    };
  },
  examples: [
    { name: 'said to be high, 45th of 61', given: { labels: ['priority: high'], rank: { place: 45, of: 61 } }, flags: 'watch' },
    { name: 'said to be critical, last of 61', given: { labels: ['P0'], rank: { place: 61, of: 61 } }, flags: 'risk' },
    { name: 'said to be low, second of 61', given: { fields: [{ name: 'Priority', value: 'Low' }], rank: { place: 2, of: 61 } }, flags: 'risk' },
    { name: 'one place beyond the middle, for a team that wants to know', given: { labels: ['priority: high'], rank: { place: 4, of: 6 }, thresholds: { priorityDisagreementPlaces: 1 } }, flags: 'watch' },
    { name: 'said to be high, and is', given: { labels: ['priority: high'], rank: { place: 5, of: 61 } }, flags: undefined },
    { name: 'said to be medium', given: { labels: ['priority: medium'], rank: { place: 61, of: 61 } }, flags: undefined },
    { name: 'said to be low, first of 61 as all others are', given: { labels: ['priority: low'], rank: { place: 1, of: 61, alike: 61 } }, flags: undefined },
    { name: 'a backlog too small to disagree in', given: { labels: ['P0'], rank: { place: 6, of: 6 } }, flags: undefined },
    { name: 'nobody stated a priority', given: { rank: { place: 61, of: 61 } }, flags: undefined },
  ],
} satisfies RiskRule;
