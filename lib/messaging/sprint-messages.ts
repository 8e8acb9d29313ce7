import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { BackTest } from '../core/forecast/calibration.ts';
import type { SprintOdds } from '../core/forecast/odds.ts';
import type { BurnUp } from '../core/sprint/burn-up.ts';
import type { SprintFigures } from '../core/sprint/comparison.ts';
import type { DailyChanges, GoalThreat } from '../core/sprint/daily.ts';
import type { FlowMetrics } from '../core/sprint/flow-metrics.ts';
import type { RuleFlags } from '../core/sprint/flags-by-rule.ts';
import type { GoalCoverage } from '../core/sprint/goal-coverage.ts';
import type { GoalHealth } from '../core/sprint/goal-health.ts';
import type { GoalMark } from '../core/sprint/goal-mark.ts';
import type { KeptWording } from '../core/sprint/kept-wording.ts';
import type { GoalOutcome, GoalPlace, LedgerEntry } from '../core/sprint/ledger.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { SprintStory } from '../core/sprint/story.ts';
import type { TimeLeft } from '../core/sprint/time-left.ts';
import type { Instant, PlainDate } from '../core/time.ts';
import type { PendingWrite } from './shared-views.ts';

/** The goals of a sprint in their order, the first being the Sprint Goal, and where they are kept. */
export interface GoalsView {
  readonly goals: readonly string[];
  /** Where they were read; `null` without any. */
  readonly from: GoalPlace | null;
  /** On their way to the tracker. */
  readonly pending: boolean;
  /** Where a change would go, said before it is made. `file`: into the team's roadmap, which `home` keeps, once it is seen on the page of sprints. `status-update`: it is made there by hand, not from here. */
  readonly via: { readonly via: 'tracker' | 'local' | 'status-update'; readonly because: string } | { readonly via: 'file'; readonly home: ProjectKey; readonly because: string };
  /** Somebody changed the goal while ours was on its way: theirs stands, ours waits for `resolveGoalConflict`. */
  readonly conflict: { readonly mine: readonly string[]; readonly theirs: readonly string[]; readonly at: Instant } | null;
  /** Every wording, oldest first, also those that were refused. */
  readonly wordings: readonly KeptWording[];
  /** Roadmap items whose issues serve the goal, besides those with the mark. */
  readonly items: readonly { readonly id: string; readonly title: string }[];
  /** The label that marks an issue. */
  readonly label: string;
  readonly writes: readonly PendingWrite[];
}

/** An issue that a report speaks of. */
export interface ReportIssue {
  readonly key: IssueKey;
  readonly reference: string;
  readonly title: string;
  readonly url: string;
  readonly category: 'todo' | 'doing' | 'done';
  readonly estimate: number | null;
  readonly estimateIn?: 'hours';
  readonly mark: GoalMark | null;
}

/** Everything that is known of one sprint: its goal, what happened, what will happen. */
export interface SprintReport extends TimeLeft {
  readonly project: { readonly key: ProjectKey; readonly name: string };
  readonly sprint: Sprint;
  /** It is no longer at the tracker: its goal cannot be written there any more. */
  readonly gone?: true;
  readonly goals: GoalsView;
  readonly health: GoalHealth;
  readonly coverage: GoalCoverage;
  readonly odds: SprintOdds;
  readonly story: SprintStory;
  readonly burnUp: BurnUp;
  /** Issues of it that are not read, nor will be without a token, and so counted nowhere here. */
  readonly unread: number;
  readonly daily: DailyChanges;
  /** The sprint before it, where nobody has said yet what became of its goals. */
  readonly asks: { readonly sprint: SprintKey; readonly title: string; readonly goals: readonly string[] } | null;
  /** At most three, the worst first. */
  readonly threats: readonly GoalThreat[];
  /** All flags of its open issues, by rule; none once it has ended, for they tell of today. */
  readonly flags: readonly RuleFlags[];
  /** The issues that any of it names, by key; those that are no longer known are absent. */
  readonly issues: Readonly<Record<IssueKey, ReportIssue>>;
  /** For the stand-up, as plain text. */
  readonly text: string;
  readonly madeAt: Instant;
  /** The team’s day at that moment, which the burn-up calls today. */
  readonly today: PlainDate;
}

/** A sprint in the ledger, with the issues that it names. */
export interface LedgerSprint extends LedgerEntry {
  readonly state: Sprint['state'];
  /** It is no longer at the tracker. */
  readonly gone: boolean;
  /** It has ended and nobody has said of its goal whether it was met. */
  readonly asks: boolean;
  readonly basis: SprintStory['basis'];
  readonly since: Instant | null;
}

export interface LedgerView {
  /** The latest first. */
  readonly sprints: readonly LedgerSprint[];
  readonly issues: Readonly<Record<IssueKey, ReportIssue>>;
}

export interface MarkOutcome {
  readonly marked: number;
  readonly on: boolean;
  readonly via: 'label' | 'local';
  readonly because: string;
  /** For `undo`. */
  readonly undo: string;
  readonly undoUntil: Instant;
}

/** The measures of flow of a project's issues over the last twelve weeks. */
export interface TeamFlowView extends Omit<FlowMetrics, 'throughput'> {
  /** Finished on each working day from `since` to yesterday. */
  readonly throughput: Omit<FlowMetrics['throughput'], 'daily'> & { readonly daily: readonly number[] };
  /** Where the measures come from. */
  readonly source: string;
  /** All of it is as of this day, after which nothing was read. Absent: it is of today. */
  readonly lastRead?: PlainDate;
}

/** What is asked about sprints and their goals. */
export interface SprintMessages {
  /** The sprint of a project, the current one unless named. `last`: as it was reported last, at once and however old; `null` where it never was. */
  sprintView: { request: { project: ProjectKey; sprint: SprintKey | null; last: boolean }; response: SprintReport | null };
  sprintLedger: { request: { project: ProjectKey }; response: LedgerView };
  /** Of past sprints, the latest first, and how the forecasts would have done. */
  sprintComparison: { request: { project: ProjectKey }; response: { sprints: readonly SprintFigures[]; backTest: BackTest | null } };
  teamFlow: { request: { project: ProjectKey }; response: TeamFlowView };
  /** Markdown for the review of one sprint. */
  sprintReview: { request: { sprint: SprintKey }; response: { markdown: string } };
  /** What the team says of a goal, the first being 0; `null` takes it back. */
  setGoalOutcome: { request: { sprint: SprintKey; goal: number; outcome: Pick<GoalOutcome, 'result' | 'note'> | null }; response: null };
  /** The goals in their order. `seen`: those that the user changed: if others stand there by now, nothing is written over them. */
  setGoals: { request: { sprint: SprintKey; goals: string[]; seen: string[] }; response: { via: 'tracker' | 'local'; because: string } };
  /** Roadmap items whose issues serve the goal. */
  setGoalItems: { request: { sprint: SprintKey; items: string[] }; response: null };
  /** Says of issues that they serve their sprint's goal, or that they do not. */
  markGoal: { request: { keys: IssueKey[]; on: boolean }; response: MarkOutcome };
  resolveGoalConflict: { request: { sprint: SprintKey; use: 'mine' | 'theirs' }; response: null };
}
