import type { Badge } from '../core/badge.ts';
import type { Forecast } from '../core/forecast/forecast.ts';
import type { Issue, IssueKey } from '../core/issue.ts';
import type { RoadmapCandidate } from '../core/roadmap/candidates.ts';
import type { ItemHealth } from '../core/roadmap/item-health.ts';
import type { ItemProgress } from '../core/roadmap/item-progress.ts';
import type { FromProject } from '../core/roadmap/project-status.ts';
import type { RoadmapFlag } from '../core/roadmap/roadmap-flag.ts';
import type { Horizon, ProductRisk, RoadmapAim, RoadmapItem, Tag } from '../core/roadmap/roadmap-item.ts';
import type { TrackerPlan } from '../core/roadmap/tracker-plan.ts';
import type { PlainDate } from '../core/time.ts';

/** One roadmap item and how it goes. */
export interface RoadmapItemView {
  readonly item: RoadmapItem;
  /** False for an item that is known only from a label that somebody put on: there is nothing of it but its id and its issues. */
  readonly described: boolean;
  /** What it names in the trackers, by their present word: read, never ours to write. Absent: nothing. */
  readonly plans?: readonly TrackerPlan[];
  /** Its own days, or those that it takes from its plans. */
  readonly planned?: RoadmapItem['window'];
  /** In what it says otherwise than its plans. */
  readonly unlike?: readonly string[];
  readonly progress: ItemProgress;
  readonly health: ItemHealth;
  readonly forecast: Forecast;
  /** Worst first; muted rules do not speak. */
  readonly flags: readonly RoadmapFlag[];
  readonly openRisks: readonly ProductRisk[];
  /** Links that the item gives: what its evidence is made of until there is an evidence inbox. */
  readonly evidence: number;
  /** The Project that its declared health and its window come from, instead of what `own` holds. */
  readonly fromProject?: FromProject;
  /** The item as it is kept, where the Project says something else: what is edited and written. */
  readonly own?: RoadmapItem;
}

/** The roadmap as the workspace shows it: every item of this browser and every one that a label names, Now before Next before Later, then by title. */
export interface RoadmapView {
  readonly aim: RoadmapAim;
  readonly items: readonly RoadmapItemView[];
  /** Of the roadmap as a whole. */
  readonly flags: readonly RoadmapFlag[];
  /** Issues known here, and how many of them belong to some item. */
  readonly issues: { readonly known: number; readonly onItems: number };
  /** Rules or ids have changed and the issues are being counted again: the figures will move. */
  readonly counting: boolean;
  /** Why health and forecasts of some items cannot be told; absent where all is read. */
  readonly unread?: string;
  /** Which projects with issues of items were last read on an earlier day; absent where none was. */
  readonly late?: string;
  /** The team's date, which windows are compared with. */
  readonly today: PlainDate;
}

/** An issue in the list of its roadmap item. */
export interface RoadmapIssue {
  readonly key: IssueKey;
  readonly reference: string;
  readonly title: string;
  readonly url: string;
  readonly tracker: Issue['tracker'];
  readonly status: Issue['status']['category'];
  readonly estimate: number | null;
  readonly estimateIn?: 'hours';
  readonly badge: Badge;
  readonly tag: Tag;
}

/** An item as it is written: the store gives the moments. */
export type RoadmapItemWish = Omit<RoadmapItem, 'createdAt' | 'updatedAt'>;

/** A merge by what was before it: what each brought is what goes back. */
export interface Merge {
  readonly id: string;
  /** The item that became a part; `null` for one that was known from labels alone. */
  readonly source: RoadmapItemWish | null;
  readonly into: RoadmapItemWish;
}

/** The roadmap's requests, from our own pages only. */
export interface RoadmapMessages {
  roadmap: { request: null; response: RoadmapView };
  /** `former`: the id that it had until now, `null` for a new one. Another id is a rename: its tags follow. */
  saveRoadmapItem: { request: { item: RoadmapItemWish; former: string | null }; response: RoadmapItem };
  /** Only what differs from what was `seen` is written; of that, `over` names what somebody else has changed meanwhile too. `before` is what leads back, `null` where it was known from a label alone. */
  changeRoadmapItem: { request: { item: RoadmapItemWish; seen: RoadmapItem }; response: { item: RoadmapItem; before: RoadmapItem | null; over: readonly string[] } };
  /** Its tags stay at the issues, and count for nothing. What was removed is answered, so that it can be saved again; `null` of what had gone already: asked again after it has been done, it is done. */
  removeRoadmapItem: { request: { id: string }; response: { removed: RoadmapItem | null } };
  /** All tags of `id` count for `into` from then on. */
  mergeRoadmapItem: { request: { id: string; into: string }; response: RoadmapItem };
  /** Takes a merge back: the tags of `id` are its own again. What has been changed of the other since stays. */
  unmergeRoadmapItem: { request: Merge; response: RoadmapItem };
  /** A horizon takes the place of a window, and the other way round. */
  moveRoadmapItem: { request: { id: string; to: { horizon: Horizon } | { window: { from: PlainDate | null; to: PlainDate | null } } }; response: RoadmapItem };
  /** Of one item: open ones first, by score; at most 200 of `total`. */
  roadmapIssues: { request: { item: string }; response: { issues: RoadmapIssue[]; total: number } };
  /** What the trackers plan already and no item names yet. */
  roadmapCandidates: { request: null; response: RoadmapCandidate[] };
  saveRoadmapAim: { request: RoadmapAim; response: null };
}
