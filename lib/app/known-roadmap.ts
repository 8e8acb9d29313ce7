import { type RoadmapPlace, standardPlace } from '../core/roadmap/file/place.ts';
import type { JobRow, ProjectRow, RoadmapFileRow } from '../storage/rows.ts';
import type { TrackerError } from '../trackers/tracker.ts';

/** What the use cases need to know of one project's roadmap. */
export interface KnownRoadmap {
  readonly row: RoadmapFileRow | undefined;
  readonly place: RoadmapPlace;
  /** Looked for at least once, where it is now. */
  readonly looked: boolean;
  readonly error: TrackerError | null;
  /** Ids that another place holds. */
  readonly elsewhere: ReadonlySet<string>;
}

/** That, out of all that is stored. */
export function knownRoadmap({ project, roadmapPlace }: Pick<ProjectRow, 'project' | 'roadmapPlace'>, rows: readonly RoadmapFileRow[], jobs: readonly JobRow[]): KnownRoadmap {
  const row = rows.find((other) => other.project === project);
  const job = jobs.find(({ id }) => id === `file:${project}`);
  const place = roadmapPlace ?? row?.place ?? standardPlace(project);
  const elsewhere = rows.filter((other) => other.project !== project).flatMap(({ good }) => good?.file.items.map(({ id }) => id) ?? []);
  // A new place has been named, and not been asked yet.
  const moved = job !== undefined && job.finishedAt === null && roadmapPlace !== undefined;
  return {
    row, place, looked: !moved && (row !== undefined || (job?.finishedAt ?? null) !== null), error: job?.error ?? null,
    elsewhere: new Set(elsewhere.filter((id) => !row?.good?.file.items.some((item) => item.id === id))),
  };
}
