import { fingerprint } from '../core/fingerprint.ts';
import { applyToFile, newRoadmapFile } from '../core/roadmap/file/apply.ts';
import { applyToProperty, LARGEST_ROADMAP } from '../core/roadmap/file/as-property.ts';
import { changedFile, goalsChange } from '../core/roadmap/file/changes.ts';
import { changesFor, differencesFrom } from '../core/roadmap/file/differences.ts';
import { keptAs } from '../core/roadmap/file/place.ts';
import type { RoadmapFile } from '../core/roadmap/file/roadmap-file.ts';
import { unifiedDiff } from '../core/roadmap/file/unified-diff.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { FilePreview, FileWish } from '../messaging/roadmap-file-messages.ts';
import type { ConnectionRow, JobRow, RoadmapFileRow } from '../storage/rows.ts';
import type { FileProposal, ProposeCursor } from '../trackers/tracker.ts';
import { knownRoadmap } from './known-roadmap.ts';
import type { Ports } from './ports.ts';

const EMPTY: RoadmapFile = { aim: { vision: '', productGoal: '' }, items: [], team: {} };

/**
 * What would be written into the file, as a unified diff, without writing anything, and the single changes to choose from. A file with errors is not touched before somebody has mended it.
 *
 * @example await previewRoadmapFile(ports, { project: 'github.com/acme/shop', changes: ['item:kiosk:title'] }) // → { ok: true, diff: '--- a/.github/waymark.yml\n…', choices: […], … }
 */
export async function previewRoadmapFile(ports: Ports, wish: FileWish): Promise<FilePreview> {
  return (await prepared(ports, wish)).preview;
}

interface Prepared extends Pick<ReturnType<typeof knownRoadmap>, 'place'> {
  readonly preview: FilePreview;
  /** The content that the change was made on. */
  readonly basis: string | null;
  readonly jobs: readonly JobRow[];
}

/** The change with what it stands on, as one look saw both: a file that changes after it is another one. */
async function prepared(ports: Ports, { project, changes: only, moving = false, goals }: FileWish): Promise<Prepared> {
  const [projectRow, rows, jobs, items, settings, standard] = await Promise.all([ports.store.project(project), ports.store.roadmapFiles(), ports.store.jobs(), ports.store.roadmap(), ports.store.settings(), ports.store.standardSettings()]);
  const { row, place, looked, elsewhere } = knownRoadmap(projectRow ?? { project }, rows, jobs);
  const good = row?.good ?? null;
  const of = (preview: FilePreview): Prepared => ({ preview, place, basis: good?.blob ?? null, jobs });
  const refuse = (sentence: string, errors: RoadmapFileRow['errors'] = [], choices: FilePreview['choices'] = []): Prepared => of({ ok: false, sentence, errors, choices });
  if (!looked) return refuse('The project has not been asked for its roadmap yet: wait a moment, then look again.');
  if (row?.state === 'broken') return refuse(`${keptAs(project) === 'file' ? place.path : 'The roadmap in the project'} has errors: mend them first, so that nothing is lost.`, row.errors);
  const compared = { file: good?.file ?? EMPTY, items, settings, standard, elsewhere: moving ? new Set<string>() : elsewhere, contested: row?.contested ?? [] };
  const choices = goals ? [] : differencesFrom(compared);
  const changes = goals ? goalsChange(compared.file, goals.sprint, goals.goals) : changesFor(compared, only);
  if (changes.length === 0) return refuse(choices.length === 0 ? 'There is nothing to write: the roadmap there says the same already.' : 'Nothing is chosen: choose what is to be written.', [], choices);
  const isFile = keptAs(project) === 'file';
  const applied = !isFile ? applyToProperty(good?.text ?? '', changes) : good ? applyToFile(good.text, changes) : { ok: true as const, text: newRoadmapFile(changedFile(EMPTY, changes)) };
  if (!applied.ok) return refuse('The change would break the file.', applied.errors, choices);
  const size = isFile ? 0 : JSON.stringify(JSON.parse(applied.text)).length;
  if (size > LARGEST_ROADMAP) return refuse(`The roadmap would have ${size.toLocaleString('en')} characters; Jira keeps ${LARGEST_ROADMAP.toLocaleString('en')} in a project. Choose fewer changes, or keep it as a file of a repository, which holds far more.`, [], choices);
  return of({ ok: true, path: place.path, text: applied.text, diff: unifiedDiff(good?.text ?? '', applied.text, place.path), seen: fingerprint(applied.text), choices });
}

/**
 * Proposes what was shown, on a branch of its own whose name follows from the content: asked twice, it is proposed once. A Jira project has no branches: there it is written, if nobody has changed it meanwhile. Only what was
 * seen is written.
 *
 * @example await proposeRoadmapFile(ports, { project, changes: null, seen: preview.seen, title: 'Move search to Now', pull: true }) // → { branch: 'waymark/roadmap-…' }
 */
export async function proposeRoadmapFile(ports: Ports, wish: FileWish & { readonly seen: string; readonly title: string; readonly pull: boolean }): Promise<{ branch: string }> {
  const { project, seen, title, pull } = wish;
  const row = await ports.store.project(project);
  const tracker = ports.trackerFor(project);
  const signed = tracker?.without === 'session' || (row !== undefined && (await ports.store.token(row.host)) !== null);
  if (!row || !tracker?.proposeFile || !signed) {
    throw new ProblemError({ kind: 'refused', sentence: 'Without a token that may write files nothing can be proposed here.', action: 'Copy the change, or add a token in the options.' });
  }
  const { preview, place, basis, jobs } = await prepared(ports, wish);
  if (!preview.ok) throw new ProblemError({ kind: 'invalid', sentence: preview.sentence, action: null });
  if (preview.seen !== seen) throw new ProblemError({ kind: 'changed', sentence: 'The roadmap or its file has changed since you looked.', action: 'Look at the difference again.' });
  const branch = `waymark/roadmap-${fingerprint([place, basis, preview.text])}`;
  const proposal: FileProposal = { project, place, branch, text: preview.text, basis, title: title.trim() || 'Change the roadmap', body: 'Proposed from the roadmap in Waymark.', pull };
  const job = proposalJob(proposal, row.host, ports.now(), await ports.store.connection(row.host));
  const former = jobs.find(({ id }) => id === job.id);
  // One under way goes on; one that failed begins again, and looks before it writes. A property that was written so before may have been changed back since.
  const isOver = former !== undefined && former.finishedAt !== null && (keptAs(project) === 'property' || (former.cursor as ProposeCursor).step.at !== 'done'); // written here
  if (!former || isOver) await ports.store.putJobs([job]);
  ports.sync.wake();
  return { branch };
}

function proposalJob(proposal: FileProposal, host: string, now: number, by: ConnectionRow | undefined): JobRow {
  const cursor: ProposeCursor = { proposal, step: { at: 'start' }, failure: null, ...(by && by.login !== null && { by: { login: by.login, whose: by.whose } }) };
  return { id: `propose:${proposal.project}|${proposal.branch}`, kind: 'propose', project: proposal.project, host, dueAt: now, cursor, attempts: 0, error: null, finishedAt: null };
}
