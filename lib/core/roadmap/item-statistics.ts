import { isBlocked } from '../blocked.ts';
import { isGivenUp } from '../given-up.ts';
import type { Issue, StatusCategory } from '../issue.ts';
import { replaceSorted, UPWARDS } from '../sorted.ts';
import type { Instant } from '../time.ts';
import type { ItemProgress } from './item-progress.ts';

/** What one issue adds to its roadmap item. */
export interface ItemStanding {
  readonly tracker: Issue['tracker'];
  readonly category: StatusCategory;
  /** In thousandths: whole numbers can be added and taken away for ever without a rest. */
  readonly estimate: number | null;
  readonly blocked: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** When it was finished. */
  readonly finishedAt: Instant | null;
}

/** The figures of one roadmap item: all that its progress, health and forecast are computed from, so that no issue need be read for them. */
export interface ItemStatistics {
  readonly total: Readonly<Record<Issue['tracker'], number>>;
  readonly done: Readonly<Record<Issue['tracker'], number>>;
  readonly inProgress: number;
  readonly blocked: number;
  /** Sums in thousandths. */
  readonly estimate: { readonly done: number; readonly total: number; readonly estimated: number };
  /** Moments of completion, of creation and of the last change, each sorted upwards. */
  readonly finished: Float64Array;
  readonly created: Float64Array;
  readonly updated: Float64Array;
}

export const NO_STATISTICS: ItemStatistics = {
  total: { github: 0, jira: 0 }, done: { github: 0, jira: 0 }, inProgress: 0, blocked: 0, estimate: { done: 0, total: 0, estimated: 0 },
  finished: new Float64Array(0), created: new Float64Array(0), updated: new Float64Array(0),
};

const THOUSAND = 1000;
/** Nobody estimates a million of anything; and sums of it stay whole numbers. */
const LARGEST_ESTIMATE = 1_000_000;

/**
 * What an issue counts for. Pull requests are how issues get done, and work closed as not planned or as a duplicate has left: both count nowhere (`null`).
 *
 * `itemStandingOf({kind: 'issue', status: doing, estimate: 3, …})` → `{category: 'doing', estimate: 3000, …}`
 */
export function itemStandingOf(issue: Issue): ItemStanding | null {
  const { kind, tracker, status, estimate, createdAt, updatedAt, closedAt } = issue;
  if (kind !== 'issue' || isGivenUp(issue)) return null;
  return {
    tracker, category: status.category, blocked: isBlocked(issue), createdAt, updatedAt, finishedAt: status.category === 'done' ? closedAt : null,
    estimate: estimate !== null && estimate >= 0 && estimate <= LARGEST_ESTIMATE ? Math.round(estimate * THOUSAND) : null,
  };
}

/**
 * The figures after some issues left and others joined; an issue that changed does both. Cost about the number of changes plus one pass over typed arrays.
 * Equal to `renewItemStatistics(NO_STATISTICS, [], all)` of the outcome, to the last bit.
 */
export function renewItemStatistics(former: ItemStatistics, left: readonly ItemStanding[], joined: readonly ItemStanding[]): ItemStatistics {
  const counted = (of: (standing: ItemStanding) => number): number => sum(joined, of) - sum(left, of);
  const on = (tracker: Issue['tracker'], wanted: (standing: ItemStanding) => boolean) => counted((standing) => Number(standing.tracker === tracker && wanted(standing)));
  const moments = (values: Float64Array, of: (standing: ItemStanding) => Instant | null) => replaceSorted(values, left.flatMap((one) => of(one) ?? []), joined.flatMap((one) => of(one) ?? []), UPWARDS);
  return {
    total: { github: former.total.github + on('github', () => true), jira: former.total.jira + on('jira', () => true) },
    done: { github: former.done.github + on('github', isDone), jira: former.done.jira + on('jira', isDone) },
    inProgress: former.inProgress + counted(({ category }) => Number(category === 'doing')),
    blocked: former.blocked + counted(({ blocked }) => Number(blocked)),
    estimate: {
      done: former.estimate.done + counted((one) => (isDone(one) ? (one.estimate ?? 0) : 0)),
      total: former.estimate.total + counted(({ estimate }) => estimate ?? 0),
      estimated: former.estimate.estimated + counted(({ estimate }) => Number(estimate !== null)),
    },
    finished: moments(former.finished, ({ finishedAt }) => finishedAt),
    created: moments(former.created, ({ createdAt }) => createdAt),
    updated: moments(former.updated, ({ updatedAt }) => updatedAt),
  };
}

/** The progress that the figures tell: `progressOf(NO_STATISTICS)` → `{issues: {done: 0, total: 0}, estimate: null, …}` */
export function progressOf({ total, done, inProgress, blocked, estimate }: ItemStatistics): ItemProgress {
  const all = total.github + total.jira;
  return {
    issues: { done: done.github + done.jira, total: all },
    estimate: estimate.estimated === 0 ? null : { done: estimate.done / THOUSAND, total: estimate.total / THOUSAND, unestimated: all - estimate.estimated },
    inProgress,
    blocked,
    byTracker: {
      ...(total.github > 0 && { github: { done: done.github, total: total.github } }),
      ...(total.jira > 0 && { jira: { done: done.jira, total: total.jira } }),
    },
  };
}

function isDone({ category }: ItemStanding): boolean {
  return category === 'done';
}

function sum(standings: readonly ItemStanding[], of: (standing: ItemStanding) => number): number {
  return standings.reduce((total, standing) => total + of(standing), 0);
}
