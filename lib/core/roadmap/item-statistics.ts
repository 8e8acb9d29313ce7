import { isBlocked } from '../blocked.ts';
import { isGivenUp } from '../given-up.ts';
import type { Issue, StatusCategory } from '../issue.ts';
import { replaceSorted, UPWARDS } from '../sorted.ts';
import type { Instant } from '../time.ts';
import { usableEstimate } from '../usable-estimate.ts';
import type { ItemProgress } from './item-progress.ts';

/** What one issue adds to its roadmap item. */
export interface ItemStanding {
  readonly tracker: Issue['tracker'];
  readonly category: StatusCategory;
  /** In thousandths: whole numbers can be added and taken away for ever without a rest. */
  readonly estimate: number | null;
  /** It is a time: hours and points are no numbers of one kind, and never added. */
  readonly inHours?: true;
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
  /** Sums in thousandths, of estimates that are no times. */
  readonly estimate: EstimateSums;
  /** The same of those that are hours. */
  readonly hours: EstimateSums;
  /** Moments of completion, of creation and of the last change, each sorted upwards. */
  readonly finished: Float64Array;
  readonly created: Float64Array;
  readonly updated: Float64Array;
}

interface EstimateSums {
  readonly done: number;
  readonly total: number;
  readonly estimated: number;
}

export const NO_STATISTICS: ItemStatistics = {
  total: { github: 0, jira: 0 }, done: { github: 0, jira: 0 }, inProgress: 0, blocked: 0, estimate: { done: 0, total: 0, estimated: 0 }, hours: { done: 0, total: 0, estimated: 0 },
  finished: new Float64Array(0), created: new Float64Array(0), updated: new Float64Array(0),
};

const THOUSAND = 1000;

/**
 * What an issue counts for. Pull requests are how issues get done, and work closed as not planned or as a duplicate has left: both count nowhere (`null`).
 *
 * `itemStandingOf({kind: 'issue', status: doing, estimate: 3, …})` → `{category: 'doing', estimate: 3000, …}`
 */
export function itemStandingOf(issue: Issue): ItemStanding | null {
  const { kind, tracker, status, estimateIn, createdAt, updatedAt, closedAt } = issue;
  if (kind !== 'issue' || isGivenUp(issue)) return null;
  const estimate = usableEstimate(issue.estimate);
  return {
    tracker, category: status.category, blocked: isBlocked(issue), createdAt, updatedAt, finishedAt: status.category === 'done' ? closedAt : null,
    estimate: estimate === null ? null : Math.round(estimate * THOUSAND),
    ...(estimateIn === 'hours' && { inHours: true as const }),
  };
}

/**
 * The figures after some issues left and others joined; an issue that changed does both. Cost about the number of changes plus one pass over typed arrays.
 * Equal to `renewItemStatistics(NO_STATISTICS, [], all)` of the outcome, to the last bit.
 */
export function renewItemStatistics(former: ItemStatistics, left: readonly ItemStanding[], joined: readonly ItemStanding[]): ItemStatistics {
  const counted = (of: (standing: ItemStanding) => number): number => sum(joined, of) - sum(left, of);
  const on = (tracker: Issue['tracker'], wanted: (standing: ItemStanding) => boolean) => counted((standing) => Number(standing.tracker === tracker && wanted(standing)));
  const sums = (values: EstimateSums, of: (standing: ItemStanding) => number | null): EstimateSums => ({
    done: values.done + counted((one) => (isDone(one) ? (of(one) ?? 0) : 0)), total: values.total + counted((one) => of(one) ?? 0), estimated: values.estimated + counted((one) => Number(of(one) !== null)),
  });
  const moments = (values: Float64Array, of: (standing: ItemStanding) => Instant | null) => replaceSorted(values, left.flatMap((one) => of(one) ?? []), joined.flatMap((one) => of(one) ?? []), UPWARDS);
  return {
    total: { github: former.total.github + on('github', () => true), jira: former.total.jira + on('jira', () => true) },
    done: { github: former.done.github + on('github', isDone), jira: former.done.jira + on('jira', isDone) },
    inProgress: former.inProgress + counted(({ category }) => Number(category === 'doing')),
    blocked: former.blocked + counted(({ blocked }) => Number(blocked)),
    estimate: sums(former.estimate, (one) => (one.inHours ? null : one.estimate)),
    hours: sums(former.hours, (one) => (one.inHours ? one.estimate : null)),
    finished: moments(former.finished, ({ finishedAt }) => finishedAt),
    created: moments(former.created, ({ createdAt }) => createdAt),
    updated: moments(former.updated, ({ updatedAt }) => updatedAt),
  };
}

/** The progress that the figures tell: `progressOf(NO_STATISTICS)` → `{issues: {done: 0, total: 0}, estimate: null, …}` */
export function progressOf({ total, done, inProgress, blocked, estimate, hours }: ItemStatistics): ItemProgress {
  const all = total.github + total.jira;
  const unestimated = all - estimate.estimated - hours.estimated;
  const sizes = (sums: EstimateSums) => ({ done: sums.done / THOUSAND, total: sums.total / THOUSAND, unestimated });
  return {
    issues: { done: done.github + done.jira, total: all },
    estimate: estimate.estimated === 0 ? null : sizes(estimate),
    ...(hours.estimated > 0 && { hours: sizes(hours) }),
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
