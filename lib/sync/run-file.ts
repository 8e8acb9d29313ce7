import { readRoadmapFile } from '../core/roadmap/file/read-file.ts';
import type { JobRow, RoadmapFileRead } from '../storage/rows.ts';
import type { FileRead } from '../trackers/tracker.ts';
import { cursorOf, type FileCursor } from './job-rows.ts';
import { DAY, HOUR } from './limits.ts';
import { ask, commit, postponed, type Step } from './step.ts';

/** A watched repository's roadmap file, by its ETag: once an hour while there is one or a first one is proposed, once a day to see whether there is one now. */
export async function runFile(step: Step, job: JobRow): Promise<void> {
  const { house } = step;
  const rested = { ...job, attempts: 0, error: null, finishedAt: house.now() };
  if (!step.tracker.readFile) {
    await commit(house, { job: { ...rested, dueAt: house.now() + DAY } });
    return;
  }
  const cursor = placed(step, job);
  const { outcome, limiter } = await ask(step, job.host, async (tracker, credentials, signal) => tracker.readFile?.(credentials, job.project, cursor.place, cursor.etag, signal) ?? NOTHING);
  if (!outcome.ok) {
    await commit(house, postponed(step, job, outcome.error, limiter, false));
    return;
  }
  const found = outcome.value;
  const etag = found.state === 'unchanged' ? cursor.etag : found.state === 'absent' ? null : found.etag;
  const isRare = found.state === 'absent' && !isProposed(step.agenda.jobs, job.project);
  const roadmapFile = taken(found, job, cursor, house.now());
  await commit(house, { job: { ...rested, cursor: { ...cursor, etag } satisfies FileCursor, dueAt: house.now() + (isRare ? DAY : HOUR) }, limiter, ...(roadmapFile && { roadmapFile, project: { project: job.project } }) });
}

/** A change of the file stands at its tracker: it may be merged at any moment. */
export function isProposed(jobs: readonly JobRow[], project: JobRow['project']): boolean {
  return jobs.some((job) => job.kind === 'propose' && job.project === project && cursorOf(job, 'propose').step.at === 'done');
}

/** Somebody may have named another place since: its version is another one too. */
function placed({ agenda }: Step, job: JobRow): FileCursor {
  const cursor = cursorOf(job, 'file');
  const place = agenda.projects.find(({ project }) => project === job.project)?.roadmapPlace ?? cursor.place;
  return place.path === cursor.place.path && place.branch === cursor.place.branch ? cursor : { place, etag: null };
}

const NOTHING = { outcome: { ok: true, value: { state: 'absent' } }, allowance: null } as const;

function taken(found: FileRead, { project }: JobRow, { place }: FileCursor, readAt: number): RoadmapFileRead | null {
  if (found.state === 'unchanged') return null;
  if (found.state === 'absent') return { project, state: 'absent' };
  if (found.state === 'unreadable') return { project, place, state: 'broken', readAt, warnings: [], errors: [{ line: 1, column: 1, sentence: `The file cannot be read. ${found.reason} Make it a text file again.` }] };
  const reading = readRoadmapFile(found.text);
  if (!reading.ok) return { project, place, state: 'broken', readAt, errors: reading.errors, warnings: reading.warnings };
  return { project, place, state: 'good', readAt, errors: [], warnings: reading.warnings, good: { text: found.text, blob: found.blob, file: reading.file } };
}
