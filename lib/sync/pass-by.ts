import type { IssueKey, ProjectKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';
import type { JobRow } from '../storage/rows.ts';
import type { House } from './house.ts';
import { newJob } from './job-rows.ts';
import { HOUR } from './limits.ts';
import { isFresh, passingVisit } from './visit-job.ts';

/** Of a repository that nobody follows its few issues are read singly: no list, no sprints, and nothing ever by itself; it is none of the projects that the popup knows. */
export async function passBy(house: House, project: ProjectKey, asked: readonly IssueKey[], now: Instant): Promise<'ready' | 'reading'> {
  if (asked.length === 0) return 'ready';
  const finds = asked.map((key) => newJob('find', project, { key }, now, key));
  const passing = passingVisit(project, now);
  await house.store.amendJobs([passing.id, ...finds.map(({ id }) => id)], (stored) => [...(stored.get(passing.id)?.finishedAt === null ? [] : [passing]), ...finds]);
  house.soon();
  return 'reading';
}

/** Nothing tells that an issue has changed whose project is not followed: what was read is asked for again after an hour. What could not be found is not, for a day. */
export function isWorthAsking(jobs: ReadonlyMap<string, JobRow>, project: ProjectKey, key: IssueKey, isKnown: boolean, now: Instant): boolean {
  const last = jobs.get(`visit:${project}`);
  if (isKnown && last && (last.finishedAt === null || isFresh(last.finishedAt, now, HOUR))) return false;
  return (jobs.get(`find:${key}`)?.finishedAt ?? null) === null;
}
