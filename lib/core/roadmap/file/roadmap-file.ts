import type { Thresholds } from '../../risk/risk.ts';
import type { PlainDate } from '../../time.ts';
import type { RoadmapAim, RoadmapItem } from '../roadmap-item.ts';

/** Where the roadmap file of a repository is unless the team says otherwise. */
export const ROADMAP_PATH = '.github/waymark.yml';

/** An item as a file holds it: when it was made and changed is the repository's to tell. */
export type FileItem = Omit<RoadmapItem, 'createdAt' | 'updatedAt'>;

/** What the team agrees on, so that everybody's badges agree. What is absent is each person's own. */
export interface TeamSettings {
  readonly model?: string;
  /** By model id, by input id. */
  readonly weights?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly thresholds?: Readonly<Partial<Thresholds>>;
  readonly sprints?: SprintSettings;
}

/** How the team runs its sprints. */
export interface SprintSettings {
  readonly timeZone?: string;
  readonly weekend?: readonly Weekday[];
  readonly holidays?: readonly PlainDate[];
  /** What a sprint is on GitHub: a milestone, or an iteration of a project. */
  readonly source?: 'milestones' | 'iterations';
  /** The number of the project whose iterations are the sprints, and the name of their field where it has several. */
  readonly project?: number;
  readonly field?: string;
  readonly goal?: {
    /** Where the Sprint Goal is read first and written. */
    readonly place?: SprintGoalPlace;
    /** Issues with this label serve the goal. */
    readonly label?: string;
  };
  /** The goals themselves, where the file is their place: one entry a goal, the more important first. */
  readonly goals?: readonly { readonly sprint: string; readonly goal: string }[];
}

export type SprintGoalPlace = 'file' | 'milestone' | 'status-update' | 'local';

/** As the file writes them, in the order of `CalendarSettings.weekend`. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Everything that a roadmap file says. */
export interface RoadmapFile {
  readonly aim: RoadmapAim;
  readonly items: readonly FileItem[];
  readonly team: TeamSettings;
}

/** Something in the file, with the place where it stands (both from 1) and a sentence that says how to mend it. */
export interface FileTrouble {
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
}

/** A file with an error is not used at all: half a roadmap would move everybody's badges. Warnings are about what is kept untouched. */
export type FileReading =
  | { readonly ok: true; readonly file: RoadmapFile; readonly warnings: readonly FileTrouble[] }
  | { readonly ok: false; readonly errors: readonly FileTrouble[]; readonly warnings: readonly FileTrouble[] };
