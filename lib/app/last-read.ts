import type { Issue, ProjectKey } from '../core/issue.ts';
import { knownSpan, type KnownSpan, lastReadOf } from '../core/read-so-far.ts';
import { unreadOf } from '../core/roadmap/unread.ts';
import type { Instant, WorkCalendar } from '../core/time.ts';
import type { ConnectionRow, JobRow, ProjectRow } from '../storage/rows.ts';
import type { Ports } from './ports.ts';

/** A project that was read whole once and cannot be any more: when it was last, and why nothing is told since. */
export interface StoppedReading {
  readonly at: Instant;
  readonly because: string;
}

/**
 * Since when nothing can be told of a project that was read whole once and cannot be any more, and why; `null` of every other.
 *
 * @example stoppedReading(row, jobs, connection, now, calendar)?.because // → 'Not all of acme/shop could be read since 12 Nov 2026: …'
 */
export function stoppedReading(row: ProjectRow, jobs: readonly JobRow[], connection: ConnectionRow | undefined, now: Instant, calendar: WorkCalendar): StoppedReading | null {
  const lastReadAt = lastReadIn(jobs, row, connection, now);
  const unread = lastReadAt === null ? null : unreadOf([{ project: row.project, name: row.name, reading: false, openKnown: false, lastReadAt }], calendar);
  return unread && lastReadAt !== null ? { at: lastReadAt, because: unread.because } : null;
}

/** When all of a project was last read, by the job that reads its changes, where it cannot be any more; `null` of every other. */
export function lastReadIn(jobs: readonly JobRow[], { project, state }: ProjectRow, connection: ConnectionRow | undefined, now: Instant): Instant | null {
  return lastReadOf({ changes: changesIn(jobs, project), state, connection }, now);
}

/** The job that reads all changes of a project; `undefined` where it is only visited. */
export function changesIn(jobs: readonly JobRow[], project: ProjectKey): JobRow | undefined {
  return jobs.find(({ id }) => id === `changes:${project}`);
}

/** From when to when it is known what a project finished: `closed` is what it has in the days in question. Where nothing else says when it began, its span begins before all days. */
export async function knownOf({ store, now }: Pick<Ports, 'store' | 'now'>, project: ProjectKey, closed: readonly Pick<Issue, 'closedAt'>[]): Promise<KnownSpan> {
  const [row, jobs] = await Promise.all([store.project(project), store.jobs()]);
  const firstFinished = closed.reduce<Instant | undefined>((first, { closedAt }) => (closedAt === null ? first : Math.min(first ?? closedAt, closedAt)), undefined);
  return knownSpan({ changes: changesIn(jobs, project), syncedAt: row?.syncedAt ?? null, first: Number.NEGATIVE_INFINITY, firstFinished }, now());
}
