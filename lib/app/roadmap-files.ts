import type { ProjectKey } from '../core/issue.ts';
import { withoutHost } from '../core/keys.ts';
import { permissionWords } from '../core/permission-words.ts';
import { differencesFrom } from '../core/roadmap/file/differences.ts';
import { keptAs, type RoadmapPlace } from '../core/roadmap/file/place.ts';
import type { FileProposalView, RoadmapFileView } from '../messaging/roadmap-file-messages.ts';
import type { JobRow, ProjectRow } from '../storage/rows.ts';
import type { ProposeCursor, TrackerError } from '../trackers/tracker.ts';
import { knownRoadmap } from './known-roadmap.ts';
import type { Ports } from './ports.ts';

/**
 * The roadmap of every project that is read with a sign-in and can keep one: how it stands, its errors with their places, and in what this browser differs from it.
 *
 * @example await roadmapFiles(ports) // → [{ project: 'github.com/acme/shop', keptAs: 'file', state: 'good', errors: [], differs: [], … }]
 */
export async function roadmapFiles(ports: Ports): Promise<RoadmapFileView[]> {
  const [projects, rows, jobs, items, settings, standard, connections] = await Promise.all([
    ports.store.projects(), ports.store.roadmapFiles(), ports.store.jobs(), ports.store.roadmap(), ports.store.settings(), ports.store.standardSettings(), ports.store.connections(),
  ]);
  const signed = new Set(connections.filter(({ tokenKind }) => tokenKind !== null).map(({ host }) => host));
  return projects.filter(({ project, host }) => signed.has(host) && ports.trackerFor(project)?.readFile).map((project) => {
    const { row, place, looked, error, elsewhere } = knownRoadmap(project, rows, jobs);
    const file = row?.good?.file;
    return {
      project: project.project, name: project.name, keptAs: keptAs(project.project), place, followed: project.roadmapPlace !== null, url: addressOf(project, place, connections.find(({ host }) => host === project.host)?.context ?? ''),
      state: looked ? (row?.state ?? 'absent') : 'unread', failure: error === null ? null : failureInWords(error, project.host),
      items: file?.items.map(({ id }) => id) ?? [], team: file?.team ?? {}, errors: row?.errors ?? [], warnings: row?.warnings ?? [],
      differs: file ? differencesFrom({ file, items, settings, standard, elsewhere, contested: row?.contested ?? [] }).filter(({ kind }) => kind !== 'own') : [], proposals: proposalsOf(project.project, jobs),
    };
  });
}

function failureInWords(error: TrackerError, host: string): string | null {
  switch (error.kind) {
    case 'learning':
      return null;
    case 'offline':
      return `${host} cannot be reached: what you change stays here, and is merged once it can be.`;
    case 'unauthorised':
    case 'forbidden':
      return `${host} does not let this sign-in read it${error.kind === 'forbidden' && error.missing !== null ? ` (missing: ${permissionWords(error.missing)})` : ''}.`;
    case 'not-found':
    case 'gone':
      return `${host} does not find it.`;
    case 'rate-limited':
      return `${host} answers no more questions for a while; it is asked again by itself.`;
    default:
      return `${host} did not answer as expected; it is asked again by itself.`;
  }
}

function proposalsOf(project: ProjectKey, jobs: readonly JobRow[]): FileProposalView[] {
  return jobs.filter((job) => job.kind === 'propose' && job.project === project).toSorted((a, b) => b.dueAt - a.dueAt).map((job) => {
    const { proposal, step, failure } = job.cursor as ProposeCursor; // written by proposeRoadmapFile and the sync's steps
    return { branch: proposal.branch, title: proposal.title, state: failure !== null ? 'failed' : step.at === 'done' ? 'done' : 'sending', url: step.at === 'done' ? step.url : null, failure };
  });
}

function addressOf({ project, host, name }: ProjectRow, { path, branch }: RoadmapPlace, context: string): string {
  return keptAs(project) === 'property' ? `https://${host}${context}/browse/${withoutHost(project)}` : `https://${host}/${name}/blob/${branch ?? 'HEAD'}/${path}`;
}
