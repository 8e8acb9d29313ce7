import type { IssueKey, ProjectKey, SprintKey } from '../../core/issue.ts';
import type { FileTrouble, RoadmapFile } from '../../core/roadmap/file/roadmap-file.ts';
import type { ItemStanding, ItemStatistics } from '../../core/roadmap/item-statistics.ts';
import type { RoadmapItem, Tag } from '../../core/roadmap/roadmap-item.ts';
import type { PlanningProject } from '../../core/sprint/planning-project.ts';
import type { Instant, PlainDate } from '../../core/time.ts';
import type { RoadmapPlace } from '../../core/roadmap/file/place.ts';

export type RoadmapItemRow = RoadmapItem;

/** A project's roadmap file as it was last read. `contested` names what both this browser and the team have changed (`Adopted.contested`). `good` is the last version without errors, which stays in use beside a later one that has some. */
export type RoadmapFileRow = RoadmapFilePlace & { readonly contested?: readonly string[] } & ({ readonly state: 'good'; readonly good: GoodRoadmapFile } | { readonly state: 'broken'; readonly good: GoodRoadmapFile | null });

interface RoadmapFilePlace {
  readonly project: ProjectKey;
  readonly place: RoadmapPlace;
  readonly readAt: Instant;
  readonly errors: readonly FileTrouble[];
  readonly warnings: readonly FileTrouble[];
}

export interface GoodRoadmapFile {
  readonly text: string;
  /** The tracker's name of this content: a change is proposed on it. */
  readonly blob: string;
  readonly file: RoadmapFile;
}

/** What a look at a roadmap file has brought. */
export type RoadmapFileRead = { readonly project: ProjectKey; readonly state: 'absent' } | (RoadmapFilePlace & ({ readonly state: 'good'; readonly good: GoodRoadmapFile } | { readonly state: 'broken' }));

/** A Project that a repository is linked to. */
export interface PlanningRow extends PlanningProject {
  readonly key: string;
  /** The repository. */
  readonly project: ProjectKey;
  /** When its items were last read to the end, and its own mark of change then. */
  readonly read: { readonly at: Instant; readonly asOf: Instant } | null;
}

/** What a Project plans of one issue, which need not be stored yet. */
export interface PlannedRow {
  readonly key: IssueKey;
  /** The Project's key. */
  readonly planning: string;
  /** When the walk began that met it last. */
  readonly walk: Instant;
  readonly sprint: SprintKey | null;
  readonly startOn: PlainDate | null;
  readonly targetOn: PlainDate | null;
}

/** An issue that belongs to a roadmap item, by whatever way. */
export interface MembershipRow {
  readonly key: IssueKey;
  /** The item's id of today. */
  readonly item: string;
  readonly via: Tag['via'];
  /** 1 once it is done: an index knows no booleans. */
  readonly done: 0 | 1;
  /** What it has added to the item's figures; `null` for what counts in none. */
  readonly standing: ItemStanding | null;
}

/** The figures of one roadmap item, renewed with every change of an issue in it. */
export interface ItemStatisticsRow extends ItemStatistics {
  readonly item: string;
  /** Issues that belong to it, also those that count in no figure. */
  readonly members: number;
}
