import type { Thresholds } from './risk.ts';

/** One number that the rules compare with, as the options page shows it. `min` and `max` are what may be entered. */
export interface ThresholdDeclaration {
  readonly id: keyof Thresholds;
  readonly label: string;
  readonly unit: string;
  readonly source: string;
  readonly standard: number;
  readonly min: number;
  readonly max: number;
}

const PACE = 'Pace percentiles of work item age: ActionableAgile (55 Degrees); Service Level Expectation “85 % of items in n days”, Kanban Guide for Scrum Teams, scrum.org';

/** Every threshold with its source; those that are our own choice say so. */
export const THRESHOLDS: readonly ThresholdDeclaration[] = [
  { id: 'idleDays', label: 'No movement after', unit: 'working days', source: 'Our choice: one working week; only work in progress is looked at', standard: 5, min: 1, max: 120 },
  { id: 'dueSoonDays', label: 'Due soon within', unit: 'working days', source: 'Our choice: too few days left to start and finish; a third of a two-week sprint', standard: 3, min: 0, max: 60 },
  { id: 'ageWatchPercentile', label: 'Ageing: watch from', unit: 'percentile of finished issues', source: PACE, standard: 50, min: 1, max: 100 },
  { id: 'ageRiskPercentile', label: 'Ageing: risk from', unit: 'percentile of finished issues', source: PACE, standard: 85, min: 1, max: 100 },
  { id: 'ageLatePercentile', label: 'Ageing: late from', unit: 'percentile of finished issues', source: PACE, standard: 95, min: 1, max: 100 },
  { id: 'ageMinimumSample', label: 'Ageing: finished issues needed', unit: 'issues', source: 'Our choice: with 20 finished issues the 95th percentile stands on one of them; with fewer it would stand on none', standard: 20, min: 5, max: 1000 },
  { id: 'ageFallbackDays', label: 'Ageing: without enough of them, watch from', unit: 'days', source: 'days-before-stale of actions/stale, 60 by default', standard: 60, min: 1, max: 1000 },
  { id: 'overloadedIssues', label: 'Overloaded with more than', unit: 'open issues a person', source: 'Our choice, after the personal work-in-progress limits of Kanban (3 to 5 items at once)', standard: 5, min: 1, max: 100 },
  { id: 'blocksOthers', label: 'Blocks others from', unit: 'waiting issues', source: 'Our choice: one waiting issue is an order of work, two are a bottleneck', standard: 2, min: 1, max: 100 },
  { id: 'highScoreTopShare', label: 'A high score is among the first', unit: 'share of the backlog', source: 'The share that opens the band “high”', standard: 0.2, min: 0.01, max: 1 },
  { id: 'priorityDisagreementPlaces', label: 'Priority and score disagree from', unit: 'places in the backlog', source: 'Our choice: about one page of a triage session', standard: 10, min: 1, max: 10_000 },
];

/** The thresholds until the user changes them. */
export const DEFAULT_THRESHOLDS: Thresholds = {
  idleDays: 5,
  dueSoonDays: 3,
  ageWatchPercentile: 50,
  ageRiskPercentile: 85,
  ageLatePercentile: 95,
  ageMinimumSample: 20,
  ageFallbackDays: 60,
  overloadedIssues: 5,
  blocksOthers: 2,
  highScoreTopShare: 0.2,
  priorityDisagreementPlaces: 10,
};
