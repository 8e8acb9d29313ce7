import type { ProjectKey, SprintKey } from '../issue.ts';
import type { Instant, PlainDate } from '../time.ts';

/** A timebox with a goal: on GitHub a milestone. */
export interface Sprint {
  readonly key: SprintKey;
  readonly project: ProjectKey;
  /** The tracker's number of it. */
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly state: 'open' | 'closed';
  /** The whole text that the goal was read from. */
  readonly description: string;
  readonly startsOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly openIssues: number;
  readonly closedIssues: number;
}

/** The one purpose of a sprint (Scrum Guide 2020: the commitment of the Sprint Backlog). */
export interface SprintGoal {
  readonly text: string;
  readonly source: 'description' | 'first-paragraph' | 'local';
  readonly pending: boolean;
}
