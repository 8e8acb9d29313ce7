import type { ProjectKey } from '../core/issue.ts';
import { applyToFile, changedFile, newRoadmapFile } from '../core/roadmap/file/apply.ts';
import { changesFor, differencesFrom } from '../core/roadmap/file/differences.ts';
import { ROADMAP_PATH, type RoadmapFile } from '../core/roadmap/file/roadmap-file.ts';
import { unifiedDiff } from '../core/roadmap/file/unified-diff.ts';
import { fingerprint } from '../core/fingerprint.ts';
import type { FilePreview, FileProposalView, RoadmapFileView } from '../messaging/roadmap-file-messages.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { JobRow, ProjectRow, RoadmapFileRow } from '../storage/rows.ts';
import type { FilePlace, FileProposal, ProposalStep } from '../trackers/tracker.ts';
import type { Ports } from './ports.ts';

const EMPTY: RoadmapFile = { aim: { vision: '', productGoal: '' }, items: [], team: {} };
const STANDARD_PLACE: FilePlace = { path: ROADMAP_PATH, branch: null };

/** What the use cases need to know of one repository's file. */
interface Known {
  readonly row: RoadmapFileRow | undefined;
  readonly place: FilePlace;
  /** Looked for at least once. */
  readonly looked: boolean;
  /** Ids that another repository's file holds. */
  readonly elsewhere: ReadonlySet<string>;
}

/**
 * The roadmap file of every repository that is read with a token: how it stands, its errors with their places, and in what this browser differs from it.
 *
 * @example await roadmapFiles(ports) // → [{ project: 'github.com/acme/shop', state: 'good', errors: [], differs: [], … }]
 */
export async function roadmapFiles(ports: Ports): Promise<RoadmapFileView[]> {
  const [projects, rows, jobs, items, settings, connections] = await Promise.all([ports.store.projects(), ports.store.roadmapFiles(), ports.store.jobs(), ports.store.roadmap(), ports.store.settings(), ports.store.connections()]);
  const signed = new Set(connections.filter(({ tokenKind }) => tokenKind !== null).map(({ host }) => host));
  return projects.filter(({ project, host }) => signed.has(host) && ports.trackerFor(project)?.readFile).map((project) => {
    const { row, place, looked, elsewhere } = knownOf(project.project, rows, jobs);
    return {
      project: project.project, name: project.name, place, url: addressOf(project, place), state: row?.state ?? (looked ? 'absent' : 'unread'), readAt: row?.readAt ?? null,
      items: row?.good?.file.items.map(({ id }) => id) ?? [], errors: row?.errors ?? [], warnings: row?.warnings ?? [],
      differs: row?.good ? differencesFrom(row.good.file, items, settings, elsewhere) : [], proposals: proposalsOf(project.project, jobs),
    };
  });
}

/**
 * What would be written into the file, as a unified diff, without writing anything. A file with errors is not touched before somebody has mended it.
 *
 * @example await previewRoadmapFile(ports, 'github.com/acme/shop', null) // → { ok: true, diff: '--- a/.github/waymark.yml\n…', … }
 */
export async function previewRoadmapFile(ports: Ports, project: ProjectKey, only: readonly string[] | null): Promise<FilePreview> {
  const [rows, jobs, items, settings] = await Promise.all([ports.store.roadmapFiles(), ports.store.jobs(), ports.store.roadmap(), ports.store.settings()]);
  const { row, place, looked, elsewhere } = knownOf(project, rows, jobs);
  if (!row && !looked) return { ok: false, sentence: 'The repository has not been asked for its roadmap file yet: wait a moment, then look again.', errors: [] };
  if (row?.state === 'broken') return { ok: false, sentence: `${place.path} has errors: mend them first, so that nothing is lost.`, errors: row.errors };
  const good = row?.good ?? null;
  const changes = changesFor(good?.file ?? EMPTY, items, settings, elsewhere, only);
  if (changes.length === 0) return { ok: false, sentence: 'There is nothing to write: the file says the same already.', errors: [] };
  const applied = good ? applyToFile(good.text, changes) : { ok: true as const, text: newRoadmapFile(changedFile(EMPTY, changes)) };
  if (!applied.ok) return { ok: false, sentence: 'The change would break the file.', errors: applied.errors };
  return { ok: true, path: place.path, text: applied.text, diff: unifiedDiff(good?.text ?? '', applied.text, place.path), seen: fingerprint(applied.text) };
}

/**
 * Proposes what was shown, on a branch of its own whose name follows from the content: asked twice, it is proposed once. Only what was seen is written.
 *
 * @example await proposeRoadmapFile(ports, { project, items: null, seen: preview.seen, title: 'Move search to Now', pull: true }) // → { branch: 'waymark/roadmap-…' }
 */
export async function proposeRoadmapFile(ports: Ports, wish: { readonly project: ProjectKey; readonly items: readonly string[] | null; readonly seen: string; readonly title: string; readonly pull: boolean }): Promise<{ branch: string }> {
  const { project, items, seen, title, pull } = wish;
  const row = await ports.store.project(project);
  if (!row || !ports.trackerFor(project)?.proposeFile || (await ports.store.token(row.host)) === null) {
    throw new ProblemError({ kind: 'refused', sentence: 'Without a token that may write files nothing can be proposed here.', action: 'Copy the change, or add a token in the options.' });
  }
  const preview = await previewRoadmapFile(ports, project, items);
  if (!preview.ok) throw new ProblemError({ kind: 'invalid', sentence: preview.sentence, action: null });
  if (preview.seen !== seen) throw new ProblemError({ kind: 'changed', sentence: 'The roadmap or its file has changed since you looked.', action: 'Look at the difference again.' });
  const { place, row: file } = knownOf(project, await ports.store.roadmapFiles(), await ports.store.jobs());
  const basis = file?.good?.blob ?? null;
  const branch = `waymark/roadmap-${fingerprint([place, basis, preview.text])}`;
  const proposal: FileProposal = { project, place, branch, text: preview.text, basis, title: title.trim() || 'Change the roadmap', body: 'Proposed from the roadmap in Waymark.', pull };
  const job = proposalJob(proposal, row.host, ports.now());
  const former = (await ports.store.jobs()).find(({ id }) => id === job.id);
  // One under way goes on; one that failed begins again, and looks before it writes.
  if (!former || (former.finishedAt !== null && (former.cursor as ProposeCursor).step.at !== 'done')) await ports.store.putJobs([job]); // written here
  ports.sync.wake();
  return { branch };
}

/** As the sync's own cursor of it. */
interface ProposeCursor {
  readonly proposal: FileProposal;
  readonly step: ProposalStep;
  readonly failure: string | null;
}

function proposalJob(proposal: FileProposal, host: string, now: number): JobRow {
  const cursor: ProposeCursor = { proposal, step: { at: 'start' }, failure: null };
  return { id: `propose:${proposal.project}|${proposal.branch}`, kind: 'propose', project: proposal.project, host, dueAt: now, cursor, attempts: 0, error: null, finishedAt: null };
}

function knownOf(project: ProjectKey, rows: readonly RoadmapFileRow[], jobs: readonly JobRow[]): Known {
  const row = rows.find((other) => other.project === project);
  const job = jobs.find(({ id }) => id === `file:${project}`);
  const place = row?.place ?? (job?.cursor as { place: FilePlace } | undefined)?.place ?? STANDARD_PLACE; // the sync's own
  const elsewhere = rows.filter((other) => other.project !== project).flatMap(({ good }) => good?.file.items.map(({ id }) => id) ?? []);
  return { row, place, looked: (job?.finishedAt ?? null) !== null, elsewhere: new Set(elsewhere.filter((id) => !row?.good?.file.items.some((item) => item.id === id))) };
}

function proposalsOf(project: ProjectKey, jobs: readonly JobRow[]): FileProposalView[] {
  return jobs.filter((job) => job.kind === 'propose' && job.project === project).toSorted((a, b) => b.dueAt - a.dueAt).map((job) => {
    const { proposal, step, failure } = job.cursor as ProposeCursor; // written by proposeRoadmapFile and the sync's steps
    return { branch: proposal.branch, title: proposal.title, state: failure !== null ? 'failed' : step.at === 'done' ? 'done' : 'sending', url: step.at === 'done' ? step.url : null, failure };
  });
}

function addressOf({ host, name }: ProjectRow, { path, branch }: FilePlace): string {
  return `https://${host}/${name}/blob/${branch ?? 'HEAD'}/${path}`;
}
