import type { ProjectKey } from '../core/issue.ts';
import type { PlannedItem, PlanningFields, PlanningProject } from '../core/sprint/planning-project.ts';
import type { PlainDate } from '../core/time.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Credentials, Exchanged, RejectedRow } from './tracker.ts';

/** One request of a walk through the Projects of a repository. Projects come first, then of one its fields, then its items page by page. */
export type PlanningStep =
  | { readonly at: 'list' }
  | { readonly at: 'fields'; readonly of: PlanningProject }
  | { readonly at: 'items'; readonly of: PlanningProject; readonly fields: PlanningFields; readonly next: string | null };

export type PlanningRead =
  | { readonly at: 'list'; readonly projects: readonly PlanningProject[] }
  /** Its iterations are sprints, those that have ended among them. */
  | { readonly at: 'fields'; readonly fields: PlanningFields; readonly sprints: readonly Sprint[] }
  /** Issues and pull requests of the repository alone; what is archived is no longer planned. */
  | { readonly at: 'items'; readonly items: readonly PlannedItem[]; readonly rejected: readonly RejectedRow[]; readonly next: string | null };

/** The next request of a walk through what is planned. It reads: nothing that writes a Project can be asked for. */
export type ReadPlanning = (credentials: Credentials, project: ProjectKey, step: PlanningStep, today: PlainDate, signal?: AbortSignal) => Promise<Exchanged<PlanningRead>>;
