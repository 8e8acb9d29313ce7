import type { ProjectKey } from '../../core/issue.ts';
import type { RoadmapPlace } from '../../core/roadmap/file/place.ts';
import type { Board } from '../../core/sprint/sprint.ts';
import type { Instant } from '../../core/time.ts';
import type { ProjectVersion, TrackerError } from '../../trackers/tracker.ts';

export interface ConnectionRow {
  /** The site's host: one connection a site. */
  readonly host: string;
  readonly tracker: 'github' | 'jira';
  readonly login: string | null;
  /** `null`: no token, and no sign-in either. `session`: the browser's own sign-in. */
  readonly tokenKind: 'classic' | 'fine-grained' | 'other' | 'session' | null;
  readonly missing: readonly string[];
  readonly state: 'ok' | 'unauthorised' | 'unchecked';
  readonly expiresAt: Instant | null;
  readonly checkedAt: Instant | null;
  /** When the site last refused the browser's session: it is asked again no sooner than a minute later. */
  readonly refusedAt?: Instant;
  /** Where it is installed below its host, where a person told. */
  readonly context?: string | undefined;
  /** Which kind of Jira it said that it is. */
  readonly flavour?: 'cloud' | 'data-center' | undefined;
  /** Whose session it is by the site's own name of them, where its answers say so: two people may be called the same. */
  readonly whose?: string | undefined;
  /** What the token lacks to read Projects, by the tracker's own name: sprints are milestones alone then. */
  readonly planningNeeds?: string | undefined;
}

/** Kept apart from everything that is ever sent, shown or exported. */
export interface SecretRow {
  readonly host: string;
  readonly token: string;
}

export interface LimiterRow {
  readonly host: string;
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetAt: Instant | null;
  readonly pausedUntil: Instant | null;
  /** Secondary limits in a row, for the exponential pause. */
  readonly strikes: number;
  /** The last write that left: the next one keeps its distance. */
  readonly wroteAt?: Instant;
  /** What the tracker learned of the site, for itself alone to read. */
  readonly site?: unknown;
  /** Whose session the last answer was given to, where it said so. */
  readonly whose?: string;
}

/** A piece of sync work. The cursor lives in the row and moves in the same transaction as the page it brought. */
export interface JobRow {
  readonly id: string;
  readonly kind: 'visit' | 'changes' | 'sprints' | 'sweep' | 'renew' | 'recount' | 'rename' | 'find' | 'blockers' | 'histories' | 'account' | 'file' | 'propose' | 'planning' | 'versions';
  readonly project: ProjectKey;
  readonly host: string;
  readonly dueAt: Instant;
  readonly cursor: unknown;
  readonly attempts: number;
  readonly error: TrackerError | null;
  readonly finishedAt: Instant | null;
  /** Taken one after the other since it last rested. */
  readonly steps?: number;
}

export interface ProjectRow {
  readonly project: ProjectKey;
  readonly host: string;
  /** How people write it, with the tracker's own capitals: `acme/shop`. */
  readonly name: string;
  readonly visitedAt: Instant;
  /** `silent`: not found by whoever asked, so private or unknown; nothing is shown there. */
  readonly state: 'new' | 'reading' | 'ready' | 'silent';
  /** The whole backlog has been read at least once. */
  readonly complete: boolean;
  readonly syncedAt: Instant | null;
  readonly error: TrackerError | null;
  /** Its boards, where its tracker has boards. */
  readonly boards?: readonly Board[];
  /** The releases that it plans, where its tracker has such. */
  readonly versions?: readonly ProjectVersion[];
  /** Where its roadmap is kept, where somebody said so; `null`: this browser follows none of this project. */
  readonly roadmapPlace?: RoadmapPlace | null;
  /** When the tracker last refused a write of this user here: for a day what they make of its issues stays in this browser. */
  readonly readOnlyAt?: Instant;
  /** The permission that was missing then, by the tracker's own name; `null` where it named none. */
  readonly lacks?: string | null;
  /** When it last refused a change of a sprint's goal, which takes a right of its own: tags are written all the same. */
  readonly goalsReadOnlyAt?: Instant;
  /** As `lacks`, of that. */
  readonly goalsLack?: string | null;
}
