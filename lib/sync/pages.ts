import type { ProjectKey } from '../core/issue.ts';
import { rejectedId } from '../core/keys.ts';
import type { Instant } from '../core/time.ts';
import type { JobRow, RejectedRowRecord } from '../storage/rows.ts';
import type { Agenda } from '../storage/store.ts';
import type { RejectedRow } from '../trackers/tracker.ts';
import { cursorOf } from './job-rows.ts';
import { DAY, HOUR, MINUTE } from './limits.ts';
import type { Step } from './step.ts';

/** Rows that could not be read, with their reason, where diagnostics find them. */
export function rejectedRows(project: ProjectKey, rows: readonly RejectedRow[], at: Instant): RejectedRowRecord[] {
  return rows.map(({ id, reason }) => ({ id: rejectedId(project, id), project, reason, at }));
}

/** The running sweep's number, or the last one's: whatever is stored now has been seen. */
export function sweepOf(agenda: Agenda, project: ProjectKey): number {
  const job = agenda.jobs.find(({ id }) => id === `sweep:${project}`);
  return job ? cursorOf(job, 'sweep').sweep : 0;
}

/** Where a look is never free, what nobody has looked at lately is looked at seldom; a visit asks at once. */
const SELDOM = [{ visitedWithin: HOUR, rest: 0 }, { visitedWithin: DAY, rest: 30 * MINUTE }];
const LONGEST_REST = 6 * HOUR;

/** How long a job of a project rests at the least between two looks that cost something. */
export function restOf({ agenda, house }: Step, { project }: JobRow): number {
  const visitedAt = agenda.projects.find((row) => row.project === project)?.visitedAt ?? 0;
  return SELDOM.find(({ visitedWithin }) => Math.abs(house.now() - visitedAt) < visitedWithin)?.rest ?? LONGEST_REST;
}
