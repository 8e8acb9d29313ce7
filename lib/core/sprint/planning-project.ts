import type { IssueKey } from '../issue.ts';
import type { Health } from '../roadmap/roadmap-item.ts';
import type { Instant, PlainDate } from '../time.ts';

/** What the people of a GitHub Project last said of how it goes. */
export interface ProjectStatus {
  /** `null`: words without one of the five. */
  readonly health: Health | null;
  readonly body: string;
  readonly startsOn: PlainDate | null;
  readonly targetOn: PlainDate | null;
  readonly by: string | null;
  readonly at: Instant;
}

/** A Project of GitHub that a repository is linked to. It belongs to the repository's owner; its number plays the part of a board's. */
export interface PlanningProject {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly summary: string;
  readonly owner: 'organisation' | 'user';
  /** The tracker's own mark of its last change: while it stands, nothing in it has moved. */
  readonly updatedAt: Instant;
  readonly status: ProjectStatus | null;
}

/** An iteration as it is configured. Those that have ended are told too; a break is a gap between two of them. */
export interface Iteration {
  readonly id: string;
  readonly title: string;
  readonly startsOn: PlainDate;
  /** Its last day. */
  readonly endsOn: PlainDate;
  readonly completed: boolean;
}

/** The fields that time is planned in; ids are the API's own. `null` for what the project has not. */
export interface PlanningFields {
  readonly iteration: string | null;
  readonly startOn: string | null;
  readonly targetOn: string | null;
}

/** An issue or a pull request in a Project, with what is planned there. */
export interface PlannedItem {
  readonly key: IssueKey;
  /** The iteration's id. */
  readonly iteration: string | null;
  readonly startOn: PlainDate | null;
  readonly targetOn: PlainDate | null;
}
