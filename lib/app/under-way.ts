import type { ProjectKey } from '../core/issue.ts';
import type { JobRow } from '../storage/rows.ts';

const READING: readonly JobRow['kind'][] = ['visit', 'changes', 'sprints', 'planning', 'sweep'];

/** Whether a project is being read now: something of it is due, and nothing stands in its way. */
export function isBeingRead(jobs: readonly JobRow[], project: ProjectKey | undefined, now: number, kinds = READING): boolean {
  return jobs.some((job) => job.project === project && kinds.includes(job.kind) && job.dueAt <= now && job.error === null && job.finishedAt === null);
}

/** Whether what is stored of it will soon tell more: who was in which sprint is read after everything else. */
export function isSoonToTellMore(jobs: readonly JobRow[], project: ProjectKey, now: number): boolean {
  return isBeingRead(jobs, project, now, [...READING, 'histories']);
}
