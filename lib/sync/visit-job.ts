import type { ProjectKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';
import type { JobRow } from '../storage/rows.ts';
import { cursorOf, newJob, type VisitCursor } from './job-rows.ts';
import { MINUTE } from './limits.ts';

/** Pages opened one after the other are one visit. */
export const SAME_VISIT = 5 * MINUTE;
export const SPRINTS_FRESH = 30 * MINUTE;

/** A connected visit's job: one list for what its page lacks; the sprints have a job of their own. */
export function connectedVisit(job: JobRow | undefined, project: ProjectKey, again: boolean, now: Instant): JobRow[] {
  if (job && !isPassing(job) && (!again || job.finishedAt === null)) return [];
  return [newJob('visit', project, { ...FRESH, sprintsAt: now }, now)];
}

/** The anonymous visit's job after a visit; nothing when all is fresh. One that is under way goes on as it is. */
export function anonymousVisit(job: JobRow | undefined, project: ProjectKey, { now, asks, silent, manual }: { now: Instant; asks: boolean; silent: boolean; manual: boolean }): JobRow[] {
  if (!job) return [newJob('visit', project, { ...FRESH, manual }, now)];
  const former = cursorOf(job, 'visit');
  const again = (cursor: VisitCursor): JobRow[] => [{ ...job, dueAt: now, attempts: 0, error: null, finishedAt: null, cursor }];
  if (isPassing(job)) return again({ ...FRESH, manual });
  if (job.finishedAt === null) return manual ? [{ ...job, dueAt: now, cursor: { ...former, manual } }] : [];
  const sprintsAt = !manual && isFresh(former.sprintsAt, now, SPRINTS_FRESH) ? former.sprintsAt : null;
  const begun = { ...former, pages: 0, finds: 0, spent: 0, manual, sprintsAt };
  if (former.since === null && silent) return again({ ...FRESH, manual });
  if (manual || !isFresh(job.finishedAt, now, SAME_VISIT)) return again(former.since === null ? { ...FRESH, manual } : { ...begun, kind: 'changes', listed: false, next: null });
  return asks ? again({ ...begun, kind: 'finds', listed: true, next: null, sprintsAt: former.sprintsAt }) : [];
}

/** The job of pages that only pass by: single issues, no list, no sprints. */
export const passingVisit = (project: ProjectKey, now: Instant): JobRow => newJob('visit', project, { ...FRESH, kind: 'finds', listed: true, sprintsAt: now }, now);

/** Whether pages have only passed by: the project's list has never been asked for. */
function isPassing(job: JobRow): boolean {
  const { kind, since } = cursorOf(job, 'visit');
  return kind === 'finds' && since === null;
}

const FRESH: VisitCursor = { kind: 'open', listed: false, next: null, lowest: null, pages: 0, finds: 0, spent: 0, since: null, sprintsAt: null, manual: false };

/** Whether something is younger than `age`, by a clock that has not been put back since. */
export function isFresh(at: Instant | null, now: Instant, age: number): boolean {
  return at !== null && at <= now && now - at < age;
}
