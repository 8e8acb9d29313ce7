import type { ProjectKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { JobRow } from '../storage/rows.ts';
import type { Commit } from '../storage/store.ts';
import { type ChangesCursor, newJob } from './job-rows.ts';
import type { Step } from './step.ts';

/** A project that bears another name now: its walk goes on under the new key, while a job moves what is stored. */
export function renamedTo({ agenda, house }: Step, job: JobRow, to: ProjectKey, cursor: ChangesCursor): Commit {
  const now = house.now();
  const former = agenda.projects.find((row) => row.project === job.project);
  const known = agenda.projects.some((row) => row.project === to);
  return {
    job,
    removeJobs: [job.id, `sprints:${job.project}`, `sweep:${job.project}`, `visit:${job.project}`],
    addJobs: [newJob('changes', to, cursor, now), newJob('rename', job.project, { to }, now)],
    ...(former && !known && { project: { ...former, project: to, host: hostOf(to), name: renamedName(former.name, to) } }),
  };
}

/** The new name as people write it is not told; its key, without the host, comes nearest. */
function renamedName(former: string, to: ProjectKey): string {
  const name = to.slice(to.indexOf('/') + 1);
  return former.toLowerCase() === name ? former : name;
}
