import type { SprintOdds } from '../forecast/odds.ts';
import type { IssueKey } from '../issue.ts';
import { oddsInPercent } from '../share-words.ts';
import type { PlainDate } from '../time.ts';
import type { DailyChanges, GoalThreat } from './daily.ts';
import type { GoalCoverage } from './goal-coverage.ts';
import type { GoalHealth } from './goal-health.ts';
import { type TimeLeft, timeLeftInWords } from './time-left.ts';

export interface StandUp extends TimeLeft {
  readonly title: string;
  readonly dueOn: PlainDate | null;
  readonly goals: readonly string[];
  readonly health: GoalHealth;
  readonly coverage: GoalCoverage;
  readonly odds: SprintOdds;
  readonly daily: DailyChanges;
  readonly threats: readonly GoalThreat[];
  /** How an issue is called: `SHOP-12 Pay in one step`. */
  readonly nameOf: (issue: IssueKey) => string;
}

/** More than so many in one list nobody reads out. */
const NAMED = 5;
const HEALTH: Readonly<Record<GoalHealth['health'], string>> = { 'met': 'Goal met', 'on-track': 'On track', 'at-risk': 'At risk', 'off-track': 'Off track', 'unknown': 'Not known' };

/**
 * A sprint as plain text for the stand-up: its goal, how it goes, what changed since the last working day, what threatens it.
 *
 * `standUpText({title: 'Sprint 24', goals: ['Buyers pay in one step.'], workingDaysLeft: 4, …})` → `'Sprint 24: 4 working days left\nSprint Goal: Buyers pay in one step.\nAt risk: …'`
 */
export function standUpText({ title, dueOn, goals, health, coverage, odds, daily, threats, nameOf, ...time }: StandUp): string {
  const { goal } = coverage;
  const left = timeLeftInWords(time, dueOn);
  const lists = [
    listOf('Finished', daily.finished.map(({ issue }) => nameOf(issue))), listOf('Started', daily.started.map(({ issue }) => nameOf(issue))),
    listOf('Added', daily.added.map(({ issue }) => nameOf(issue))), listOf('Removed', daily.removed.map(({ issue }) => nameOf(issue))),
    listOf('Threats', threats.map(({ issue, label, reason }) => `${issue === null ? label : nameOf(issue)}: ${reason}`)),
  ];
  return [
    left === null ? title : `${title}: ${left}`,
    ...(goals.length === 0 ? ['No Sprint Goal'] : goals.map((text, index) => `${index === 0 ? 'Sprint Goal' : `Goal ${index + 1}`}: ${text}`)),
    `${HEALTH[health.health]}: ${health.reasons[0] ?? ''}`,
    ...(goal.total === 0 ? [] : [`Goal issues: ${goal.done} of ${goal.total} done`]),
    ...chanceOf(odds),
    ...lists.flat(),
  ].join('\n');
}

function chanceOf(odds: SprintOdds): string[] {
  if (odds.state !== 'odds') return odds.state === 'declined' ? [`No odds: ${odds.because}`] : [];
  const chance = odds.goal ?? odds.everything;
  return chance.probability === null ? [] : [`Odds of ${odds.goal ? 'the goal’s issues' : 'everything'} in time: ${oddsInPercent(chance.probability)}`];
}

function listOf(heading: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > NAMED ? [`- and ${names.length - NAMED} more`] : [];
  return [`${heading}:`, ...names.slice(0, NAMED).map((name) => `- ${name}`), ...more];
}
