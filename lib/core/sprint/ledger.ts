import type { SprintKey } from '../issue.ts';
import type { Instant } from '../time.ts';
import type { SprintSpan } from './span.ts';
import type { SprintGoal } from './sprint.ts';
import type { SprintStory, StoryIssue } from './story.ts';

/** Where a goal was written: in the sprint itself, in the team's file, in a status update of the project, or only here. */
export type GoalPlace = SprintGoal['source'] | 'file' | 'status-update';

/** What a goal said from a moment on. An empty text withdraws it. */
export interface GoalWording {
  readonly text: string;
  readonly at: Instant;
  /** `null` where nobody told. */
  readonly by: string | null;
  readonly from: GoalPlace;
}

/** What the team says of a goal at the end. */
export interface GoalOutcome {
  readonly result: 'met' | 'partly' | 'not';
  readonly note: string;
  readonly at: Instant;
  readonly by: string | null;
}

/** One goal of a sprint with everything that it has said. */
export interface LedgerGoal {
  /** Oldest first; the last is what it says now. Never empty. */
  readonly wordings: readonly GoalWording[];
  /** `null` until somebody has said. */
  readonly outcome: GoalOutcome | null;
}

/** A sprint in the ledger of goals. */
export interface LedgerEntry {
  readonly sprint: SprintKey;
  readonly title: string;
  readonly span: SprintSpan;
  /** In their order: the first is the Sprint Goal. */
  readonly goals: readonly LedgerGoal[];
  readonly carriedOver: readonly StoryIssue[];
  /** What was finished. */
  readonly increment: readonly StoryIssue[];
}

/**
 * The entry of a sprint. Goals without any wording are left out.
 *
 * `ledgerEntry('Sprint 12', story, goals)` → `{title: 'Sprint 12', goals, carriedOver: story.carriedOut, increment: story.done, …}`
 */
export function ledgerEntry(title: string, { sprint, span, carriedOut, done }: SprintStory, goals: readonly LedgerGoal[]): LedgerEntry {
  return { sprint, title, span, goals: goals.filter(({ wordings }) => wordings.length > 0), carriedOver: carriedOut, increment: done };
}

/**
 * A goal with another wording, in its place by its moment; the same goal where it has that one already. In whatever order wordings come from several browsers and the tracker, the outcome is the same and none is lost: that is why
 * one that repeats the text before it stays too. What is merely read again says nothing new: compare with `presentText` first.
 *
 * `withWording({wordings: [{text: 'Pay by card', at: 1, …}], …}, {text: 'Pay in one step', at: 5, …}).wordings.length` → `2`
 */
export function withWording(goal: LedgerGoal, wording: GoalWording): LedgerGoal {
  if (goal.wordings.some(({ at, text }) => at === wording.at && text === wording.text)) return goal;
  return { ...goal, wordings: [...goal.wordings, wording].toSorted((a, b) => a.at - b.at || (a.text < b.text ? -1 : 1)) };
}

/** The wordings that changed something, oldest first: of repeated ones the first. `changesOfWording({wordings: ['Pay', 'Pay', 'Pay fast'], …})` → the first and the third */
export function changesOfWording({ wordings }: LedgerGoal): readonly GoalWording[] {
  return wordings.filter(({ text }, index) => wordings[index - 1]?.text !== text);
}

/** A goal that somebody withdrew says nothing any more: `presentText({wordings: [{text: 'Pay by card', …}, {text: '', …}], …})` → `''` */
export function presentText({ wordings }: LedgerGoal): string {
  return wordings.at(-1)?.text ?? '';
}
