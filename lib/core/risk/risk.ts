import type { Fact } from '../fact.ts';
import type { Issue } from '../issue.ts';
import type { RoadmapItem, Tag } from '../roadmap/roadmap-item.ts';
import type { Score } from '../scoring/score.ts';
import type { Sprint } from '../sprint/sprint.ts';
import type { Instant, WorkCalendar } from '../time.ts';

/** `watch`: look at it this week. `risk`: act. `late`: it has happened. */
export type Severity = 'watch' | 'risk' | 'late';

/** Numbers the rules compare with; each documented with its source in thresholds.ts. */
export interface Thresholds {
  readonly idleDays: number;
  readonly dueSoonDays: number;
  readonly ageWatchPercentile: number;
  readonly ageRiskPercentile: number;
  readonly ageLatePercentile: number;
  readonly ageMinimumSample: number;
  readonly ageFallbackDays: number;
  readonly overloadedIssues: number;
  readonly blocksOthers: number;
  readonly highScoreTopShare: number;
  readonly priorityDisagreementPlaces: number;
}

/** What the rules may look at. Never a clock, never a store. */
export interface RiskContext {
  readonly issue: Issue;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly thresholds: Thresholds;
  readonly sprint: Sprint | null;
  /** True when the issue's sprint is the current one of its project. */
  readonly inCurrentSprint: boolean;
  /** Whether the team estimates at all: without any estimate in the sprint a missing one says nothing. */
  readonly sprintUsesEstimates: boolean;
  readonly tag: Tag | null;
  readonly roadmapItem: RoadmapItem | null;
  readonly hasRoadmap: boolean;
  readonly score: Score;
  /** Sorted days from creation to completion of the team's own finished issues. */
  readonly finishedDays: ArrayLike<number>;
  /** Sorted days from the start of work to completion of those finished issues whose history is known; empty where the tracker tells none. */
  readonly cycleDays: ArrayLike<number>;
  /** The project's sprints that are known, in no order. */
  readonly sprints: readonly Sprint[];
  /** Open issues (of a pull request: pull requests) in progress or in a current sprint, by assignee of this one. */
  readonly load: Readonly<Record<string, number>>;
  readonly blockers: readonly { readonly reference: string; readonly title: string; readonly inCurrentSprint: boolean }[];
}

export interface Finding {
  readonly severity: Severity;
  /** One sentence with numbers. */
  readonly reason: string;
  readonly facts: readonly Fact[];
}

export interface RiskFlag extends Finding {
  readonly rule: string;
  readonly kind: 'execution' | 'strategic';
  readonly label: string;
  /** Set when a person has accepted it; an accepted flag is shown but not counted. */
  readonly accepted: { readonly reason: string; readonly at: Instant } | null;
}

export interface RiskExample {
  readonly name: string;
  /**
   * What differs from a plain open issue that nobody has flagged: any field of Issue (`status` by its category, `assignees`, `labels`, `estimate`, …), any of RiskContext's own (`inCurrentSprint`, `hasRoadmap`,
   * `load`, `blockers`, `finishedDays`, `cycleDays`, `sprints`, `sprintUsesEstimates`, `thresholds` in part), and, in words: `idleDays` and `dueInWorkingDays` and `sprintDueInWorkingDays` (working days), `ageDays`
   * and `startedDays` and `statusDays` and `sprintStartedDays` (days; the second and third give it a history), `statusName`, `joinedSprint` (days ago by a sprint's number, 3 the current one; gives it a history too), `impediment`, `blockedBy` and `blocking` (counts), `tag` (a roadmap item's id), `dropped` (that item is), `roadmapItem` (`null`: the roadmap does not know it), `rank` (`{place, of}` of a scored issue, and `alike` where others share the place). An unknown word fails the test.
   */
  readonly given: Readonly<Record<string, unknown>>;
  readonly flags: Severity | undefined;
}

/** A risk rule: one file in rules/. Pure: the same context gives the same finding. */
export interface RiskRule {
  readonly id: string;
  readonly kind: 'execution' | 'strategic';
  readonly label: string;
  /** Where the rule and its threshold come from. */
  readonly source: string;
  assess(context: RiskContext): Finding | undefined;
  readonly examples: readonly RiskExample[];
}
