import type { ProjectKey } from '../core/issue.ts';
import { hostOf, withoutHost } from '../core/keys.ts';
import type { JobRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import { newJob } from './job-rows.ts';
import type { Step } from './step.ts';

/** A project that bears another name now: `onward` is how its reading goes on under the new key, while a job moves what is stored. */
export function renamedTo({ agenda, house }: Step, job: JobRow, to: ProjectKey, onward: JobRow): Commit {
  const former = agenda.projects.find((row) => row.project === job.project);
  const known = agenda.projects.some((row) => row.project === to);
  return {
    job,
    removeJobs: [`changes:${job.project}`, `sprints:${job.project}`, `sweep:${job.project}`, `visit:${job.project}`],
    addJobs: [onward, newJob('rename', job.project, { to }, house.now())],
    ...(former && !known && { project: { ...former, project: to, host: hostOf(to), name: renamedName(former.name, to) } }),
  };
}

/** The new name as people write it is not told; its key, without the host, comes nearest. */
function renamedName(former: string, to: ProjectKey): string {
  const name = withoutHost(to);
  return former.toLowerCase() === name ? former : name;
}
