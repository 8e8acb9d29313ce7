import { asOf } from '../as-of.ts';
import { dateInWords } from '../date-words.ts';
import type { SprintOdds } from '../forecast/odds.ts';
import { counted } from '../risk/issue-fact.ts';
import { outOfHundred } from '../share-words.ts';
import type { PlainDate } from '../time.ts';
import type { GoalCoverage } from './goal-coverage.ts';
import type { SprintContext } from './sprint-flag.ts';

/** How the Sprint Goal goes. `unknown`: there is nothing to tell it from. */
export interface GoalHealth {
  readonly health: 'met' | 'on-track' | 'at-risk' | 'off-track' | 'unknown';
  /** Sentences with the numbers that it stands on, the deciding one first. Never empty. */
  readonly reasons: readonly string[];
}

/** A goal that is met so often is on track: the level of a service level expectation (Kanban Guide for Scrum Teams, scrum.org). */
const LIKELY = 0.85;
const EVEN = 0.5;

export interface GoalHealthInput {
  readonly coverage: GoalCoverage;
  readonly odds: SprintOdds;
  readonly days: SprintContext['days'];
  readonly dueOn: PlainDate | null;
  /** The sprint is over: completed, or its last day is past. */
  readonly over: boolean;
  /** Open goal issues that are blocked. */
  readonly blocked: number;
  /** Since when its issues cannot be read any more, and why: all of the above is as it was then. Absent: they are read. */
  readonly stopped?: { readonly on: PlainDate; readonly because: string } | null;
}

/**
 * Computes how the Sprint Goal goes. Two laws hold: one more goal issue done never worsens it, and better odds never do (off track, at risk, on track, met).
 *
 * met: every goal issue is done. off track: the time is over, or less than an even chance. at risk: less than 85 %, or a goal issue is blocked (both together are no worse). on track: nothing of that. Where there are no odds,
 * the share of goal issues done is held against the share of working days that is over: at risk when it is less, off track when it is less than half in the second half. Of a goal that was open when it was last read nothing is told: days go by, and nobody sees what is done on them.
 */
export function goalHealth({ coverage: { goal }, odds, days, dueOn, over, blocked, stopped = null }: GoalHealthInput): GoalHealth {
  const on = stopped?.on ?? null;
  const why = stopped === null ? [] : [stopped.because];
  const done = `${goal.done} of ${goal.total} goal ${goal.total === 1 ? 'issue' : 'issues'} ${goal.done === 1 || goal.total === 1 ? 'is' : 'are'} done.`;
  if (goal.total === 0) return { health: 'unknown', reasons: ['No issue of the sprint is marked as serving the goal.'] };
  if (goal.done === goal.total) return { health: 'met', reasons: [asOf(goal.total === 1 ? 'The one goal issue is done.' : `All ${goal.total} goal issues are done.`, on), ...why] };
  if (over) return { health: 'off-track', reasons: [asOf(`The sprint ${dueOn === null ? 'is over' : `ended on ${dateInWords(dueOn)}`}, with ${goal.total === 1 ? 'the one goal issue' : `${goal.total - goal.done} of ${goal.total} goal issues`} open.`, on), ...why] };
  if (stopped !== null) return { health: 'unknown', reasons: [stopped.because, asOf(done, on)] };
  const found = byOdds(odds) ?? byTime(goal, days) ?? { health: 'unknown' as const, reasons: [] };
  const because = odds.state === 'declined' ? [odds.because] : [];
  if (blocked === 0 || found.health === 'off-track') return { health: found.health, reasons: [...found.reasons, done, ...because] };
  const left = goal.total - goal.done;
  const waiting = left === 1 ? 'The one open goal issue is blocked.' : `${blocked} of the ${left} open goal issues ${blocked === 1 ? 'is' : 'are'} blocked.`;
  return { health: 'at-risk', reasons: found.health === 'at-risk' ? [...found.reasons, waiting, done, ...because] : [waiting, ...found.reasons, done, ...because] };
}

function byOdds(odds: SprintOdds): GoalHealth | null {
  if (odds.state !== 'odds' || odds.goal?.probability == null) return null;
  const { probability } = odds.goal;
  const reasons = [`In ${outOfHundred(probability)} simulations all goal issues are done by the end.`];
  return { health: probability < EVEN ? 'off-track' : probability < LIKELY ? 'at-risk' : 'on-track', reasons };
}

function byTime(goal: GoalCoverage['goal'], days: GoalHealthInput['days']): GoalHealth | null {
  if (days === null || days.total === 0) return null;
  const [share, time] = [goal.done / goal.total, Math.min(1, days.over / days.total)];
  const reasons = [`${days.over} of ${counted(days.total, 'working day')} ${days.over === 1 ? 'is' : 'are'} over.`];
  return { health: share >= time ? 'on-track' : time >= EVEN && share < time / 2 ? 'off-track' : 'at-risk', reasons };
}
