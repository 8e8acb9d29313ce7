import type { RiskRule } from '../risk.ts';
import { ordinal } from '../../ordinal.ts';
import { shareAbove } from '../../scoring/rank.ts';
import { shortNumber } from '../../scoring/scale.ts';
import { issueFact } from '../issue-fact.ts';

/** Flags what scores among the first and serves no roadmap item: the roadmap misses something, or the score does. */
export default {
  id: 'high-score-no-roadmap',
  kind: 'strategic',
  label: 'High score, no roadmap item',
  source: 'The place of the score in its backlog against the threshold “high score”; only for teams with a roadmap',
  assess({ issue, score, tag, hasRoadmap, thresholds }) {
    if (!hasRoadmap || tag || issue.kind === 'pull-request' || score.state !== 'scored' || !score.rank) return undefined;
    const { place, of, within } = score.rank;
    if (shareAbove(score.rank) >= thresholds.highScoreTopShare) return undefined;
    return {
      severity: 'watch',
      reason: `${ordinal(place)} of ${of} in ${within} (score ${score.text}, top ${shortNumber(100 * thresholds.highScoreTopShare)} %), but tagged to no roadmap item.`,
      facts: [issueFact(issue, 'Score', score.value, score.text, { kind: 'derived', from: `${score.model} score` })],
    };
  },
  examples: [
    { name: 'fourth of 61, on no item', given: { hasRoadmap: true, rank: { place: 4, of: 61 } }, flags: 'watch' },
    { name: 'fourth of 61, on an item', given: { hasRoadmap: true, tag: 'faster-checkout', rank: { place: 4, of: 61 } }, flags: undefined },
    { name: 'fortieth of 61, on no item', given: { hasRoadmap: true, rank: { place: 40, of: 61 } }, flags: undefined },
    { name: 'first of 61 as all others are', given: { hasRoadmap: true, rank: { place: 1, of: 61, alike: 61 } }, flags: undefined },
    { name: 'there is no roadmap', given: { hasRoadmap: false, rank: { place: 4, of: 61 } }, flags: undefined },
    { name: 'unscored', given: { hasRoadmap: true }, flags: undefined },
  ],
} satisfies RiskRule;
