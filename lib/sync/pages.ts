import type { ProjectKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';
import type { RejectedRowRecord } from '../storage/rows.ts';
import type { Agenda } from '../storage/store.ts';
import type { RejectedRow } from '../trackers/tracker.ts';
import { cursorOf } from './job-rows.ts';

/** Rows that could not be read, with their reason, where diagnostics find them. */
export function rejectedRows(project: ProjectKey, rows: readonly RejectedRow[], at: Instant): RejectedRowRecord[] {
  return rows.map(({ id, reason }) => ({ id: `${project}|${id}`, project, reason, at }));
}

/** The running sweep's number, or the last one's: whatever is stored now has been seen. */
export function sweepOf(agenda: Agenda, project: ProjectKey): number {
  const job = agenda.jobs.find(({ id }) => id === `sweep:${project}`);
  return job ? cursorOf(job, 'sweep').sweep : 0;
}
