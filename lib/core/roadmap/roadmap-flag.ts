import type { Forecast } from '../forecast/forecast.ts';
import type { Severity } from '../risk/risk.ts';
import type { PlainDate } from '../time.ts';
import type { ItemHealth } from './item-health.ts';
import type { ItemProgress } from './item-progress.ts';
import type { RoadmapItem } from './roadmap-item.ts';

/** A strategic flag of one roadmap item, or of the roadmap as a whole. */
export interface RoadmapFlag {
  readonly rule: string;
  readonly label: string;
  readonly severity: Severity;
  /** One sentence with numbers. */
  readonly reason: string;
}

export type RoadmapFinding = Pick<RoadmapFlag, 'severity' | 'reason'>;

/** What the rules for one item may look at. */
export interface ItemContext {
  readonly item: RoadmapItem;
  readonly progress: ItemProgress;
  readonly health: ItemHealth;
  readonly forecast: Forecast;
  readonly today: PlainDate;
}

/** What the rules for the whole roadmap may look at. */
export interface WholeContext {
  /** The items that are Now, and their open issues. */
  readonly now: { readonly items: number; readonly open: number };
  /** What the teams finish of roadmap items in a quarter: `half` with an even chance, `likely` with 85 %. `null` where too little is known. */
  readonly quarter: { readonly half: number; readonly likely: number; readonly finished: number; readonly workingDays: number } | null;
  /** Issues of the current sprints and how many of them serve no item; `former` of the sprints before them. `null` without a sprint. */
  readonly sprint: (SprintShare & { readonly former: SprintShare | null }) | null;
}

export interface SprintShare {
  /** `Sprint 12`, or `the 3 current sprints`. */
  readonly name: string;
  readonly issues: number;
  readonly orphans: number;
}

interface Declaration<C, G> {
  readonly id: string;
  readonly label: string;
  /** Where the rule and its threshold come from. */
  readonly source: string;
  assess(context: C): RoadmapFinding | undefined;
  readonly examples: readonly { readonly name: string; readonly given: G; readonly flags: Severity | undefined }[];
}

/** What differs from a described Now item that is on track; days count from today. */
export interface ItemExample extends Partial<Omit<RoadmapItem, 'window'>> {
  readonly computed?: ItemHealth['computed'];
  readonly windowEndsIn?: number;
  readonly p50In?: number;
  readonly p85In?: number | null;
  readonly issues?: ItemProgress['issues'];
}

/** A rule for one item, or for the roadmap: one file in flags/. Pure: the same context gives the same finding. */
export type RoadmapRule = ({ readonly of: 'item' } & Declaration<ItemContext, ItemExample>) | ({ readonly of: 'roadmap' } & Declaration<WholeContext, Partial<WholeContext>>);
