import type { Issue } from '../issue.ts';
import type { RoadmapItem, Tag } from '../roadmap/roadmap-item.ts';
import type { Entered } from '../scoring/read-facts.ts';
import type { ScoringModel } from '../scoring/score.ts';
import type { Sprint } from '../sprint/sprint.ts';
import type { Instant, WorkCalendar } from '../time.ts';
import { readRoadmap } from '../roadmap/roadmap.ts';
import { readFacts } from '../scoring/read-facts.ts';
import { evaluate } from '../scoring/score-issue.ts';
import { weightOf } from '../scoring/weights.ts';
import { startOfDay } from '../start-of-day.ts';
import { fingerprint } from '../fingerprint.ts';

/** What one issue's score depends on besides the recipe. */
export interface ScorerInput {
  readonly issue: Issue;
  readonly sprint: Sprint | null;
  readonly tag: Tag | null;
  readonly entered: readonly Entered[];
}

/** Scores the issues of a backlog for its stored ranking. */
export interface Scorer {
  /** Names everything that the scores depend on besides the issues themselves: equal recipes give equal scores, and another recipe asks for a renewal. */
  readonly recipe: string;
  /** The score, or `null` for an unscored issue. */
  score(input: ScorerInput): number | null;
}

/**
 * The scorer of a backlog. It goes the same way as the card does (`readFacts`, then `evaluate`), so a badge's score is found in the ranking to the last bit. `now` counts as the start of the
 * calendar's day: scores change at the team's midnight and at no other time.
 *
 * `createScorer({model: modelById('signals'), weights: {}, roadmap: [], calendar, now}).score({issue, sprint: null, tag: null, entered: []})` → `62.5`
 */
export function createScorer(given: {
  readonly model: ScoringModel;
  readonly weights: Readonly<Record<string, number>>;
  readonly roadmap: readonly RoadmapItem[];
  readonly calendar: WorkCalendar;
  readonly now: Instant;
}): Scorer {
  const { model, weights, roadmap, calendar } = given;
  const now = startOfDay(calendar, given.now);
  const items = new Map(roadmap.map((item) => [item.id, item]));
  const only = new Set(model.inputs.map((input) => input.id));
  return {
    recipe: fingerprint([
      model.id,
      model.version,
      model.inputs.map((input) => [input.id, weightOf(input, weights)]),
      roadmap.map((item) => `${item.id}:${item.horizon ?? ''}`).sort(),
      readRoadmap(roadmap).recipe,
      calendar.dateOf(now),
      calendar.settings.timeZone,
      [...calendar.settings.weekend].sort(),
      [...calendar.settings.holidays].sort(),
    ]),
    score({ issue, sprint, tag, entered }) {
      const roadmapItem = (tag && items.get(tag.item)) ?? null;
      const facts = readFacts({ issue, now, calendar, sprint, tag, roadmapItem, hasRoadmap: roadmap.length > 0 }, entered, only);
      const evaluation = evaluate(model, weights, facts);
      return evaluation.state === 'scored' ? evaluation.value : null;
    },
  };
}
