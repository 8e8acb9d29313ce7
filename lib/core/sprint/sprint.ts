import type { ProjectKey, SprintKey } from '../issue.ts';
import type { Instant, PlainDate } from '../time.ts';

/** A timebox with a goal: on GitHub a milestone, on Jira a sprint. */
export interface Sprint {
  readonly key: SprintKey;
  readonly project: ProjectKey;
  /** The tracker's number of it. */
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** `open` is running (GitHub tells no more); `future` has not begun. */
  readonly state: 'open' | 'closed' | 'future';
  /** The whole text that the goal was read from; the goal itself where the tracker has a field for it. */
  readonly description: string;
  /** `field`: the description is the goal, whole. Absent: the goal is a part of the description. */
  readonly goalIn?: 'field';
  /** The board that it belongs to, where sprints belong to boards. */
  readonly board?: { readonly id: number; readonly name: string } | null;
  /** When it was really completed. */
  readonly completedAt?: Instant | null;
  /** When it was really started, where the tracker tells that beside the planned day (Jira's `activatedDate`). */
  readonly startedAt?: Instant | null;
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
  readonly source: 'field' | 'description' | 'first-paragraph' | 'local';
  readonly pending: boolean;
}

/** A board of a project. Only scrum boards have sprints; `simple` is a team-managed project's, which may have them. */
export interface Board {
  readonly id: number;
  readonly name: string;
  readonly kind: 'scrum' | 'kanban' | 'simple';
  readonly url: string;
  /** Left to right, with the names of their statuses; empty where the board's configuration may not be read. */
  readonly columns: readonly { readonly name: string; readonly statuses: readonly string[] }[];
}
