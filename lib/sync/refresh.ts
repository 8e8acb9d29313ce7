import type { ProjectKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { Instant } from '../core/time.ts';
import type { JobRow } from '../storage/rows.ts';
import type { Agenda } from '../storage/store.ts';
import type { House } from './house.ts';
import { cursorOf } from './job-rows.ts';
import { isProposed } from './run-file.ts';
import { askAgain, bySession } from './sign-in.ts';
import { anonymousVisit, SAME_VISIT } from './visit-job.ts';

/** The user asks for the newest state: what would be polled later is due now. */
export async function refresh(house: House, project: ProjectKey): Promise<void> {
  const agenda: Agenda = await house.store.agenda();
  const now = house.now();
  const host = hostOf(project);
  const session = bySession(agenda, house.trackerFor(project), host);
  if (session) await askAgain(house, agenda, host, now);
  if (session || agenda.tokens.has(host)) {
    const row = agenda.projects.find((other) => other.project === project);
    // Rights may have been given meanwhile.
    if (row?.readOnlyAt || row?.goalsReadOnlyAt) await house.store.commit({ job: null, project: { project, readOnlyAt: 0, goalsReadOnlyAt: 0 } });
    const plans = (await house.store.plannings()).some((one) => one.project === project);
    await house.store.amendJobs([`changes:${project}`, `sprints:${project}`, `planning:${project}`, `file:${project}`], (stored) => [...stored.values()].map((job) => ({ ...job, dueAt: dueAgain(job, agenda.jobs, plans, now), attempts: 0 })));
  } else {
    await house.store.amendJobs([`visit:${project}`], (stored) => anonymousVisit(stored.get(`visit:${project}`), project, { now, asks: false, silent: true, manual: true }));
  }
  house.soon();
}

/** That a repository has no roadmap file, or no Project, is no free answer, unlike a 304: it holds for as long as one visit, unless a first file is proposed. */
function dueAgain(job: JobRow, jobs: readonly JobRow[], plans: boolean, now: Instant): Instant {
  const isAbsent = job.finishedAt !== null && (job.kind === 'file' ? cursorOf(job, 'file').etag === null && !isProposed(jobs, job.project) : job.kind === 'planning' && !plans);
  return isAbsent ? Math.min(job.dueAt, Math.max(now, (job.finishedAt ?? now) + SAME_VISIT)) : now;
}
