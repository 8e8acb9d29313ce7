import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { Instant } from '../core/time.ts';
import type { PlanningProject } from '../core/sprint/planning-project.ts';
import type { RoadmapPlace } from '../core/roadmap/file/place.ts';
import type { PlanningStep } from '../trackers/planning.ts';
import type { ProposeCursor } from '../trackers/tracker.ts';
import type { JobRow } from '../storage/rows.ts';

/**
 * Where a walk over a project's issues stands: at its start, or before a page whose address the tracker gave. Of a tracker without ETags also when the walk `began`, by the tracker's
 * clock, and when a whole day was last read again (`wideAt`).
 */
export type WalkCursor =
  | ({ readonly at: 'since'; readonly since: Instant | null; readonly wideAt?: Instant } & ByNumbers)
  | ({ readonly at: 'page'; readonly url: string; readonly since: Instant | null; readonly newest: Instant | null; readonly began?: Instant | null; readonly wideAt?: Instant } & ByNumbers);

/** What a walk over numbered pages remembers: since when it reads and when it began, by the tracker's clock. `dated` once it is made again by date, page by page, because something has changed meanwhile. */
interface ByNumbers {
  readonly numbered?: { readonly since: Instant | null; readonly at: Instant };
  readonly dated?: true;
}

/** Between walks: the last page is asked again by its ETag, which costs nothing while nothing changes. */
export interface TailCursor {
  readonly at: 'tail';
  readonly url: string;
  readonly etag: string | null;
  readonly newest: Instant | null;
  /** It is the first page of its query, so that it shows every change, however many. */
  readonly first: boolean;
  /** It holds as many rows as a page can: what comes next begins another page, and its own ETag may never tell. */
  readonly full: boolean;
}

export type ChangesCursor = WalkCursor | TailCursor;

export interface SweepCursor {
  readonly sweep: number;
  /** `null` when every page has been read: then the issues that it did not meet are asked for one by one. `rest` between two sweeps. */
  readonly walk: WalkCursor | null | 'rest';
}

export interface SprintsCursor {
  readonly next: string | null;
  readonly etag: string | null;
  /** Met in this walk: what it has not met at the end has been deleted. */
  readonly seen: readonly SprintKey[];
  /** Pages read in this walk. */
  readonly pages?: number;
  /** A row of this walk could not be read, so that what it has not met need not have been deleted. */
  readonly broken?: boolean;
}

/** What an anonymous visit has done so far; each of its requests is counted. */
export interface VisitCursor {
  readonly kind: 'open' | 'changes' | 'finds';
  readonly listed: boolean;
  readonly next: string | null;
  /** Lowest number on the pages of open issues so far: what is older is further on. */
  readonly lowest: number | null;
  readonly pages: number;
  readonly finds: number;
  readonly spent: number;
  /** From when the next visit asks for changes. */
  readonly since: Instant | null;
  readonly sprintsAt: Instant | null;
  /** The user asked for it by hand, so the reserve is theirs to spend. */
  readonly manual: boolean;
}

export interface FindCursor {
  readonly key: IssueKey;
}

export interface RenameCursor {
  readonly to: ProjectKey;
}

/** Where the roadmap file is, and the version of it that was read. */
export interface FileCursor {
  readonly place: RoadmapPlace;
  readonly etag: string | null;
}

/** Where a walk through the Projects of a repository stands: its next request, the Projects after this one, and when it began. */
export interface PlanningCursor {
  readonly step: PlanningStep;
  readonly left: readonly PlanningProject[];
  readonly walk: Instant;
  /** An item of this Project could not be read, so that what the walk has not met need not have left. */
  readonly broken?: boolean;
}

export const PLANNING_START: PlanningCursor = { step: { at: 'list' }, left: [], walk: 0 };

interface Cursors {
  changes: ChangesCursor;
  sweep: SweepCursor;
  sprints: SprintsCursor;
  visit: VisitCursor;
  find: FindCursor;
  blockers: FindCursor;
  rename: RenameCursor;
  histories: null;
  account: null;
  versions: null;
  file: FileCursor;
  propose: ProposeCursor;
  planning: PlanningCursor;
}

/** A job that is due at once. Its id is its kind and its subject, so that there is never a second one. */
export function newJob<K extends keyof Cursors>(kind: K, project: ProjectKey, cursor: Cursors[K], dueAt: Instant, subject: string = project): JobRow {
  return { id: `${kind}:${subject}`, kind, project, host: hostOf(project), dueAt, cursor, attempts: 0, error: null, finishedAt: null };
}

/** The cursor of a job of this kind. Cursors are written by `newJob` and the steps of the same kind alone. */
export function cursorOf<K extends keyof Cursors>(job: JobRow, _kind: K): Cursors[K] {
  return job.cursor as Cursors[K];
}
