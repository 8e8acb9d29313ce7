import type { Instant } from './time.ts';

/** The job that reads a project's changes, once all from the beginning and then what is new. */
interface Changes {
  /** When it last came to its end; `null` until it has been there once. */
  readonly finishedAt: Instant | null;
}

/**
 * How far the closed issues of a project are known, by its job: days of which none was read are no days on which nothing was finished. `soon`: all are on their way, the latest as the last. `some`: without a sign-in only
 * those that were closed since the first visit. That all open ones have been read, as a visit without a sign-in may do, says nothing of it.
 *
 * `readSoFar(undefined)` → `'some'`
 */
export function readSoFar(changes: Changes | undefined): 'all' | 'soon' | 'some' {
  if (!changes) return 'some';
  return changes.finishedAt === null ? 'soon' : 'all';
}
