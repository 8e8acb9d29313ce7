import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { RiskFlag } from '../core/risk/risk.ts';
import type { SprintProgress } from '../core/sprint/progress.ts';
import type { Board, Sprint, SprintGoal } from '../core/sprint/sprint.ts';
import type { TimeLeft } from '../core/sprint/time-left.ts';
import type { Instant, PlainDate } from '../core/time.ts';
import type { PendingWrite, Problem, SiteView } from './shared-views.ts';
import type { GoalsView } from './sprint-messages.ts';

export interface SprintIssue {
  readonly key: IssueKey;
  readonly reference: string;
  readonly title: string;
  readonly url: string;
  readonly done: boolean;
  readonly flags: readonly { readonly label: string; readonly severity: RiskFlag['severity']; readonly reason: string }[];
}

/** The current sprint as the popup shows it. */
export interface SprintView extends TimeLeft {
  readonly sprint: Sprint;
  readonly goal: SprintGoal | null;
  /** Why this one: the user picked it (or its team), the page in view is of its board, or its date is the nearest. */
  readonly chosenBy: 'pick' | 'board' | 'date';
  readonly dueOn: PlainDate | null;
  readonly issues: { readonly done: number; readonly total: number };
  /** Of those the ones that are not read, and will not be without a token: all else counts the others. */
  readonly unread: number;
  /** By estimate, where issues of the sprint have one; `hours` are those that are times, which are in no other sum. */
  readonly estimate: SprintProgress['estimate'];
  readonly hours?: NonNullable<SprintProgress['hours']>;
  /** Issues of the sprint with flags, worst first. */
  readonly flagged: readonly SprintIssue[];
  /** What came after the start; `by` says whether the issues' own histories tell it, or only what was there when Waymark first saw the sprint, or for some the one and for some the other. */
  readonly crept: { readonly since: Instant; readonly by: 'history' | 'first-seen' | 'both'; readonly issues: readonly SprintIssue[] } | null;
}

/** Another sprint of the project that runs at the same time. */
export interface RunningSprint extends Pick<SprintView, 'sprint' | 'goal' | 'workingDaysLeft' | 'daysLeft' | 'issues'> {}

/** How work flows where there are no sprints. */
export interface FlowView {
  /** The board that has none; `null` where the project has no board that we know of. */
  readonly board: Pick<Board, 'name' | 'url' | 'kind'> | null;
  /** In progress, the oldest first. */
  readonly inProgress: readonly (SprintIssue & { readonly ageDays: number; readonly ageFrom: 'history' | 'latest-history' | 'created' })[];
  /** Finished in each whole week up to now, the latest last. */
  readonly weeks: readonly number[];
  readonly finished: number;
  readonly perWeek: number | null;
  readonly source: string;
  /** All of it is as of this day, after which nothing was read. Absent: it is of today. */
  readonly lastRead?: PlainDate;
}

export interface PopupView {
  readonly project: { readonly key: ProjectKey; readonly name: string; readonly state: 'new' | 'reading' | 'ready' | 'silent' } | null;
  /** Of all sites and both trackers, the one visited last first. */
  readonly projects: readonly { readonly key: ProjectKey; readonly name: string; readonly host: string }[];
  readonly sprint: SprintView | null;
  /** Of `sprint`, as they stand now; `null` without one. */
  readonly goals: GoalsView | null;
  /** Where several sprints run at once: all but `sprint`. */
  readonly alongside: readonly RunningSprint[];
  /** In a break of a Project: the iterations on both sides of it. */
  readonly between?: { readonly after: Sprint; readonly before: Sprint } | null;
  /** Where there are no sprints, or the board in view has none. */
  readonly flow: FlowView | null;
  /** The project's boards, where its tracker has boards and they have been read. */
  readonly boards: readonly Pick<Board, 'name' | 'url' | 'kind'>[];
  readonly sprints: readonly Sprint[];
  readonly syncedAt: Instant | null;
  /** All of it was read until then, and cannot be any more. Absent: it still is, or never was. */
  readonly lastReadAt?: Instant;
  readonly syncing: boolean;
  readonly connection: SiteView & {
    readonly login: string | null;
    readonly state: 'anonymous' | 'ok' | 'unauthorised';
    /** Where the browser signs in to the site, where that would help. */
    readonly link: Problem['link'] | null;
  };
  readonly allowance: { readonly limit: number; readonly remaining: number; readonly resetAt: Instant; readonly reserve: number } | null;
  readonly problem: Problem | null;
  readonly failedWrites: readonly PendingWrite[];
}

/** The popup's requests, from our own pages only. */
export interface PopupMessages {
  /** `board`: the one whose page is in view; its sprint comes before the project's own. */
  popup: { request: { project: ProjectKey | null; board: number | null }; response: PopupView };
  /** The same as it was answered last, at once and however old; `null` where it never was. */
  lastPopup: { request: { project: ProjectKey | null; board: number | null }; response: PopupView | null };
  refresh: { request: { project: ProjectKey }; response: null };
  pickSprint: { request: { project: ProjectKey; sprint: SprintKey | null }; response: null };
}
