import type { Badge } from '../core/badge.ts';
import type { Facts } from '../core/fact.ts';
import type { Issue, IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { RiskFlag } from '../core/risk/risk.ts';
import type { Horizon, RoadmapItem, Tag } from '../core/roadmap/roadmap-item.ts';
import type { Gate, ModelInput, Score } from '../core/scoring/score.ts';
import type { GoalMark } from '../core/sprint/goal-mark.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Instant } from '../core/time.ts';
import type { RoadmapIssue, RoadmapItemView } from './roadmap-messages.ts';
import type { PendingWrite } from './shared-views.ts';

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
  /** Other items that the tracker names at the issue, by further labels or by what the team shares in it: `tag` counts before them, and to change it takes them off too. */
  readonly alsoTagged: readonly string[];
  readonly roadmapItem: RoadmapItem | null;
  /** What tagging would do here: write a label, or keep it in this browser and why. */
  readonly tagging: { readonly via: 'label' | 'local'; readonly because: string };
  /** Its sprint's goal; `null` for an issue in no sprint. `markGoal` says whether it serves it. */
  readonly sprintGoal: CardGoal | null;
  readonly pending: readonly PendingWrite[];
  readonly syncedAt: Instant | null;
}

/** What the card says of the issue's roadmap item, once it is open. */
export interface CardItem {
  readonly entry: RoadmapItemView;
  /** Other issues of it on the same site, open ones first, by score; a few of the `total`, which counts all over both trackers and this one too. */
  readonly siblings: readonly RoadmapIssue[];
  readonly total: number;
}

/** The goal that the issue's sprint is for. */
export interface CardGoal {
  readonly sprint: SprintKey;
  readonly title: string;
  readonly state: Sprint['state'];
  readonly goals: readonly string[];
  /** `null`: the issue does not serve it. */
  readonly mark: GoalMark | null;
  /** The label that says so. */
  readonly label: string;
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

/** What the overlay asks, about issues of the page's own site only. */
export interface CardMessages {
  /** Without keys, of those that the page at the sender's address showed last: a page asks so before it knows its issues. */
  describe: { request: { keys: IssueKey[]; project: ProjectKey | null }; response: { badges: Badge[]; state: 'ready' | 'reading' | 'silent' } };
  openPanel: { request: { key: IssueKey }; response: null };
  /** The tab has come to a page that the overlay is for. */
  bringOverlay: { request: null; response: null };
  card: { request: { key: IssueKey }; response: Card | null };
  /** `null`: the issue is on no roadmap item. */
  cardItem: { request: { key: IssueKey }; response: CardItem | null };
  findRoadmapItems: { request: { text: string }; response: RoadmapItem[] };
  createRoadmapItem: { request: { id: string; title: string; outcome: string; horizon: Horizon }; response: RoadmapItem };
  tag: { request: { keys: IssueKey[]; item: string | null }; response: TagOutcome };
  /** `made`: the roadmap item that the same gesture made, which goes too where nothing else has come of it (`removed`). */
  undo: { request: { undo: string; made?: string }; response: { undone: number; removed?: boolean } };
  retryWrite: { request: { id: string; as?: string }; response: null };
  /** False: it is on its way, or there already. */
  dropWrite: { request: { id: string }; response: { dropped: boolean } };
  enterInput: { request: { key: IssueKey; input: string; value: number | null }; response: null };
  acceptFlag: { request: { key: IssueKey; rule: string; reason: string | null }; response: null };
}
