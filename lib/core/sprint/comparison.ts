import type { SprintKey } from '../issue.ts';
import type { GoalOutcome } from './ledger.ts';
import type { SprintSpan } from './span.ts';
import type { StoryBasis } from './story.ts';

/** How many, and how much by estimate: `null` where no issue among them has one. */
export interface Amount {
  readonly issues: number;
  readonly estimate: number | null;
}

/** One past sprint in a row. */
export interface SprintFigures {
  readonly sprint: SprintKey;
  readonly title: string;
  readonly span: SprintSpan;
  readonly basis: StoryBasis;
  readonly planned: Amount;
  readonly added: Amount;
  readonly removed: Amount;
  readonly done: Amount;
  readonly carried: Amount;
  /** Of what was committed to, the share that was done, from 0 to 1 (LinearB's planning accuracy); `null` when nothing was. */
  readonly accuracy: number | null;
  /** Of the goal, or the least of several; `null` while nobody has said. */
  readonly goal: GoalOutcome['result'] | null;
}
