import type { IssueKey, ProjectKey, SprintKey } from '../../core/issue.ts';
import type { Thresholds } from '../../core/risk/risk.ts';
import type { RoadmapAim } from '../../core/roadmap/roadmap-item.ts';
import type { CalendarSettings, Instant } from '../../core/time.ts';

/** Tags that stand only here, because the tracker cannot be written. */
export interface LocalTagRow {
  readonly key: IssueKey;
  /** `null`: the user took the tag off here although the tracker still has the label. */
  readonly item: string | null;
  readonly at: Instant;
}

export interface EnteredRow {
  readonly key: IssueKey;
  readonly input: string;
  readonly value: number;
  readonly by: string;
  readonly at: Instant;
}

export interface AcceptedRow {
  readonly key: IssueKey;
  readonly rule: string;
  readonly reason: string;
  readonly at: Instant;
}

export interface LocalGoalRow {
  readonly sprint: SprintKey;
  readonly text: string;
  readonly at: Instant;
}

/** Says of an issue that it serves its sprint's goal, or that it does not, where the tracker cannot be told. */
export interface LocalGoalMarkRow {
  readonly key: IssueKey;
  readonly on: boolean;
  readonly at: Instant;
}

export interface SettingsRow {
  readonly id: 'settings';
  readonly model: string;
  /** By model id, by input id; what is absent has the model's own weight. */
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly thresholds: Thresholds;
  readonly calendar: CalendarSettings;
  /** The sprint that the user picked for a project, instead of the nearest due date. */
  readonly pickedSprint: Readonly<Record<ProjectKey, SprintKey>>;
  /** Rules that the user switched off. */
  readonly mutedRules: readonly string[];
  /** What stands above the roadmap's items; absent until somebody has said it. */
  readonly aim?: RoadmapAim;
  /** Lines above the trackers' pages that the user hid, the latest last. */
  readonly hiddenLines?: readonly string[];
}
