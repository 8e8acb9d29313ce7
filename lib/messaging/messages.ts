import type { Badge } from '../core/badge.ts';
import type { Facts } from '../core/fact.ts';
import type { Issue, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { RiskFlag, Thresholds } from '../core/risk/risk.ts';
import type { Forecast } from '../core/forecast/forecast.ts';
import type { ItemHealth } from '../core/roadmap/item-health.ts';
import type { ItemProgress } from '../core/roadmap/item-progress.ts';
import type { RoadmapCandidate } from '../core/roadmap/candidates.ts';
import type { RoadmapFlag } from '../core/roadmap/roadmap-flag.ts';
import type { Horizon, ProductRisk, RoadmapAim, RoadmapItem, Tag } from '../core/roadmap/roadmap-item.ts';
import type { Gate, ModelInput, Score } from '../core/scoring/score.ts';
import type { Board, Sprint, SprintGoal } from '../core/sprint/sprint.ts';
import type { CalendarSettings, Instant, PlainDate } from '../core/time.ts';
import type { RoadmapFileMessages } from './roadmap-file-messages.ts';

/** What went wrong and what to do now, in words for people. */
export interface Problem {
  readonly kind: string;
  readonly sentence: string;
  readonly action: string | null;
  /** Where it is done, when that is a page. */
  readonly link?: { readonly to: string; readonly words: string };
}

export interface PendingWrite {
  readonly id: string;
  readonly summary: string;
  readonly state: 'queued' | 'sending' | 'failed';
  /** Until then it can be taken back; `null` when it is on its way or has failed. */
  readonly undoUntil: Instant | null;
  readonly failure: string | null;
}

/** Everything that the card of one issue shows. */
export interface Card {
  readonly key: IssueKey;
  readonly issue: Pick<Issue, 'reference' | 'title' | 'url' | 'kind' | 'updatedAt'>;
  readonly badge: Badge;
  readonly model: { readonly id: string; readonly name: string; readonly formula: string; readonly source: string; readonly digits: number };
  readonly score: Score;
  readonly inputs: readonly ModelInput[];
  /** What is known for the model's inputs, by input id; also of an issue that the model leaves unscored. */
  readonly facts: Facts;
  /** Values that the user entered, by input id. */
  readonly entered: Readonly<Record<string, number>>;
  readonly gate: Gate | null;
  /** How a person enters the gate: under which input, and the values it may have. */
  readonly gating: { readonly input: string; readonly choices: readonly { readonly value: number; readonly label: string }[] };
  readonly flags: readonly RiskFlag[];
  readonly tag: Tag | null;
  readonly roadmapItem: RoadmapItem | null;
  /** What tagging would do here: write a label, or keep it in this browser and why. */
  readonly tagging: { readonly via: 'label' | 'local'; readonly because: string };
  readonly pending: readonly PendingWrite[];
  readonly syncedAt: Instant | null;
}

export interface SprintIssue {
  readonly key: IssueKey;
  readonly reference: string;
  readonly title: string;
  readonly url: string;
  readonly done: boolean;
  readonly flags: readonly { readonly label: string; readonly severity: RiskFlag['severity']; readonly reason: string }[];
}

/** The current sprint as the popup shows it. */
export interface SprintView {
  readonly sprint: Sprint;
  readonly goal: SprintGoal | null;
  /** Whether the goal can be written to the tracker, and if not, why. */
  readonly goalVia: { readonly via: 'tracker' | 'local'; readonly because: string };
  /** Why this one: the user picked it (or its team), the page in view is of its board, or its date is the nearest. */
  readonly chosenBy: 'pick' | 'board' | 'date';
  readonly workingDaysLeft: number | null;
  readonly dueOn: PlainDate | null;
  readonly issues: { readonly done: number; readonly total: number };
  /** `null` when no issue of the sprint has an estimate. */
  readonly estimate: { readonly done: number; readonly total: number; readonly unestimated: number } | null;
  /** Issues of the sprint with flags, worst first. */
  readonly flagged: readonly SprintIssue[];
  /** What came after the start; `by` says whether the issues' own histories tell it, or only what was there when Waymark first saw the sprint, or for some the one and for some the other. */
  readonly crept: { readonly since: Instant; readonly by: 'history' | 'first-seen' | 'both'; readonly issues: readonly SprintIssue[] } | null;
  readonly pending: readonly PendingWrite[];
}

/** Another sprint of the project that runs at the same time. */
export interface RunningSprint extends Pick<SprintView, 'sprint' | 'goal' | 'workingDaysLeft' | 'issues'> {}

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
}

/** A tracker's site and how we are signed in there: by a token, by the browser's own session, or not at all. */
export interface SiteView {
  readonly host: string;
  readonly tracker: 'github' | 'jira';
  readonly signIn: 'token' | 'session' | 'none';
}

/** What the overlay of the tab says of itself. */
export interface PageReport {
  readonly surface: string | null;
  readonly recognised: boolean;
  readonly links: number;
  readonly badges: number;
  readonly project: ProjectKey | null;
  /** The id of the board whose page the tab shows, where its address tells it (Jira). */
  readonly board?: number | null;
}

export interface PopupView {
  readonly project: { readonly key: ProjectKey; readonly name: string; readonly state: 'new' | 'reading' | 'ready' | 'silent' } | null;
  /** Of all sites and both trackers, the one visited last first. */
  readonly projects: readonly { readonly key: ProjectKey; readonly name: string; readonly host: string }[];
  readonly sprint: SprintView | null;
  /** Where several sprints run at once: all but `sprint`. */
  readonly alongside: readonly RunningSprint[];
  /** Where there are no sprints, or the board in view has none. */
  readonly flow: FlowView | null;
  /** The project's boards, where its tracker has boards and they have been read. */
  readonly boards: readonly Pick<Board, 'name' | 'url' | 'kind'>[];
  readonly sprints: readonly Sprint[];
  readonly syncedAt: Instant | null;
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

export interface ConnectionView extends SiteView {
  /** Of Jira: which of its two kinds, as far as is known. */
  readonly flavour: 'cloud' | 'data-center' | null;
  readonly login: string | null;
  readonly tokenKind: string | null;
  readonly state: 'ok' | 'unauthorised' | 'unchecked' | 'anonymous';
  readonly missing: readonly string[];
  /** What a person has to do before it works again, where that is not here. */
  readonly problem: Problem | null;
  readonly expiresAt: Instant | null;
  readonly checkedAt: Instant | null;
  readonly hasToken: boolean;
  readonly allowance: PopupView['allowance'];
  readonly projects: readonly { readonly key: ProjectKey; readonly name: string; readonly issues: number; readonly syncedAt: Instant | null }[];
}

export interface ModelView {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  readonly formula: string;
  readonly source: string;
  readonly inputs: readonly ModelInput[];
  readonly weighted: boolean;
}

export interface OptionsView {
  readonly connections: readonly ConnectionView[];
  readonly models: readonly ModelView[];
  readonly settings: SettingsView;
  readonly rules: readonly { readonly id: string; readonly kind: 'execution' | 'strategic'; readonly label: string; readonly source: string }[];
  readonly thresholds: readonly { readonly id: keyof Thresholds; readonly label: string; readonly unit: string; readonly source: string; readonly standard: number; readonly min: number; readonly max: number }[];
  readonly store: { readonly issues: number; readonly bytes: number | null };
}

export interface SettingsView {
  readonly model: string;
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly thresholds: Thresholds;
  readonly calendar: CalendarSettings;
  readonly mutedRules: readonly string[];
}

export interface PreviewRow {
  readonly key: IssueKey;
  readonly reference: string;
  readonly title: string;
  readonly url: string;
  readonly before: { readonly text: string; readonly place: number | null };
  readonly after: { readonly text: string; readonly place: number | null; readonly parts: readonly { readonly label: string; readonly contribution: number }[] };
}

export interface TagOutcome {
  readonly tagged: number;
  /** What they are tagged to now; `null` when the tag was taken off. */
  readonly item: { readonly id: string; readonly title: string } | null;
  readonly via: 'label' | 'local';
  readonly because: string;
  /** For `undo`. */
  readonly undo: string;
  readonly undoUntil: Instant;
}

/** One roadmap item and how it goes. */
export interface RoadmapItemView {
  readonly item: RoadmapItem;
  /** False for an item that is known only from a label that somebody put on: there is nothing of it but its id and its issues. */
  readonly described: boolean;
  readonly progress: ItemProgress;
  readonly health: ItemHealth;
  readonly forecast: Forecast;
  /** Worst first; muted rules do not speak. */
  readonly flags: readonly RoadmapFlag[];
  readonly openRisks: readonly ProductRisk[];
  /** Links that the item gives: what its evidence is made of until there is an evidence inbox. */
  readonly evidence: number;
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
  readonly badge: Badge;
  readonly tag: Tag;
}

/** An item as it is written: the store gives the moments. */
export type RoadmapItemWish = Omit<RoadmapItem, 'createdAt' | 'updatedAt'>;

/** The roadmap's requests, from our own pages only. */
export interface RoadmapMessages {
  roadmap: { request: null; response: RoadmapView };
  /** `former`: the id that it had until now, `null` for a new one. Another id is a rename: its tags follow. */
  saveRoadmapItem: { request: { item: RoadmapItemWish; former: string | null }; response: RoadmapItem };
  /** Its tags stay at the issues, and count for nothing. What was removed is answered, so that it can be saved again. */
  removeRoadmapItem: { request: { id: string }; response: { removed: RoadmapItem } };
  /** All tags of `id` count for `into` from then on. */
  mergeRoadmapItem: { request: { id: string; into: string }; response: RoadmapItem };
  /** A horizon takes the place of a window, and the other way round. */
  moveRoadmapItem: { request: { id: string; to: { horizon: Horizon } | { window: { from: PlainDate | null; to: PlainDate | null } } }; response: RoadmapItem };
  /** Of one item: open ones first, by score; at most 200 of `total`. */
  roadmapIssues: { request: { item: string }; response: { issues: RoadmapIssue[]; total: number } };
  /** What the trackers plan already and no item names yet. */
  roadmapCandidates: { request: null; response: RoadmapCandidate[] };
  saveRoadmapAim: { request: RoadmapAim; response: null };
}

/** Every request: its name, payload and answer. The server's table says what trust each one needs. */
export interface Messages extends RoadmapMessages {
  // From the overlay, about issues of the page's own site only
  /** Without keys, of those that the page at the sender's address showed last: a page asks so before it knows its issues. */
  describe: { request: { keys: IssueKey[]; project: ProjectKey | null }; response: { badges: Badge[]; state: 'ready' | 'reading' | 'silent' } };
  openPanel: { request: { key: IssueKey }; response: null };
  /** The tab has come to a page that the overlay is for. */
  bringOverlay: { request: null; response: null };
  card: { request: { key: IssueKey }; response: Card | null };
  findRoadmapItems: { request: { text: string }; response: RoadmapItem[] };
  createRoadmapItem: { request: { id: string; title: string; outcome: string; horizon: Horizon }; response: RoadmapItem };
  tag: { request: { keys: IssueKey[]; item: string | null }; response: TagOutcome };
  undo: { request: { undo: string }; response: { undone: number } };
  retryWrite: { request: { id: string }; response: null };
  dropWrite: { request: { id: string }; response: null };
  enterInput: { request: { key: IssueKey; input: string; value: number | null }; response: null };
  acceptFlag: { request: { key: IssueKey; rule: string; reason: string | null }; response: null };
  // From our own pages only
  popup: { request: { project: ProjectKey | null; url: string | null }; response: PopupView };
  refresh: { request: { project: ProjectKey }; response: null };
  pickSprint: { request: { project: ProjectKey; sprint: SprintKey | null }; response: null };
  setGoal: { request: { sprint: SprintKey; text: string }; response: { via: 'tracker' | 'local'; because: string } };
  options: { request: null; response: OptionsView };
  /** `token`: for Jira Cloud `email:token`; `null` for none, which on Jira means the browser's own session. `context`: where it is installed below its host, `/jira`. */
  connect: { request: { host: string; token: string | null; context?: string | undefined }; response: { ok: true; connection: ConnectionView } | { ok: false; problem: Problem } };
  testConnection: { request: { host: string }; response: { ok: true; connection: ConnectionView } | { ok: false; problem: Problem } };
  removeToken: { request: { host: string }; response: null };
  forgetSite: { request: { host: string }; response: { removed: number } };
  saveSettings: { request: SettingsView; response: null };
  preview: { request: { model: string; weights: Record<string, number>; project: ProjectKey | null }; response: PreviewRow[] };
  exportData: { request: null; response: { json: string; name: string } };
  importData: { request: { json: string; apply: boolean }; response: { ok: true; summary: string } | { ok: false; problem: Problem } };
  diagnostics: { request: null; response: { text: string } };
  roadmapFile: RoadmapFileMessages['roadmapFile'];
  previewRoadmapFile: RoadmapFileMessages['previewRoadmapFile'];
  proposeRoadmapFile: RoadmapFileMessages['proposeRoadmapFile'];
}

export type MessageName = keyof Messages;
export type Envelope<N extends MessageName = MessageName> = { readonly waymark: N; readonly payload: Messages[N]['request'] };
export type Reply<N extends MessageName = MessageName> = { readonly ok: true; readonly value: Messages[N]['response'] } | { readonly ok: false; readonly problem: Problem };

/** From the worker to overlays and open pages. Never holds a token, a title or anything but keys. */
export type Broadcast =
  | { readonly waymark: 'changed'; readonly keys: readonly IssueKey[]; readonly projects: readonly ProjectKey[] }
  /** The keyboard command: tag the focused or selected rows. */
  | { readonly waymark: 'tag-selection' }
  /** The popup asks the tab's overlay. Answered with a PageReport. */
  | { readonly waymark: 'report' };

/** From the worker to one tab: send this to your own site, as the page itself would. Answered with what came back. */
export interface SendInPage {
  readonly waymark: 'send';
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
