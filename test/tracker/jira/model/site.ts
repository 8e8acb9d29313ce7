import type { JiraBoard, JiraSprint } from './board.ts';
import type { CustomField } from './field.ts';
import type { JiraIssue } from './issue.ts';
import type { JiraRole } from './person.ts';
import type { IssueType, JiraStatus, Priority } from './workflow.ts';

export interface Version {
  readonly id: string;
  name: string;
  description: string;
  startDate: string | null;
  releaseDate: string | null;
  released: boolean;
  archived: boolean;
}

export interface JiraProject {
  readonly id: string;
  readonly key: string;
  name: string;
  readonly style: 'company-managed' | 'team-managed';
  lead: string;
  /** Ids of what may be chosen here. */
  readonly types: readonly string[];
  readonly statuses: readonly string[];
  versions: readonly Version[];
  components: readonly { readonly id: string; readonly name: string }[];
  /** Entity properties: any JSON, by key. */
  properties?: Readonly<Record<string, unknown>>;
  /** Fields that its edit screen lacks: a PUT that names one is refused. */
  notOnScreen: readonly string[];
}

/** One Jira: a Cloud site or a Data Center. What is written through one door is read through every other. */
export interface JiraSite {
  readonly flavour: 'cloud' | 'dc';
  readonly host: string;
  /** Below which Data Center is installed: `/jira`, or nothing. */
  contextPath: string;
  readonly cloudId: string | null;
  readonly title: string;
  readonly fields: readonly CustomField[];
  readonly priorities: readonly Priority[];
  readonly types: readonly IssueType[];
  readonly statuses: readonly JiraStatus[];
  /** By key. */
  readonly projects: Map<string, JiraProject>;
  readonly boards: Map<number, JiraBoard>;
  readonly sprints: Map<number, JiraSprint>;
  /** By id. */
  readonly issues: Map<string, JiraIssue>;
  /** Every key that ever led to an issue, present and former, to its id. */
  readonly keys: Map<string, string>;
  /** Deleted issues that search still finds, and until when. */
  readonly ghosts: Map<string, { readonly issue: JiraIssue; readonly until: number }>;
  readonly roles: Map<string, JiraRole>;
  /** The next unused id of whatever is made after seeding. */
  nextId: number;
}

/** Finds an issue by its present key, a former key or its id. */
export function issueOf(site: JiraSite, keyOrId: string): JiraIssue | undefined {
  return site.issues.get(site.keys.get(keyOrId.toUpperCase()) ?? keyOrId);
}

/** The issue's sprint that is not closed, if any. */
export function openSprintOf(site: JiraSite, issue: JiraIssue): JiraSprint | undefined {
  return issue.sprints.map((id) => site.sprints.get(id)).find((sprint) => sprint !== undefined && sprint.state !== 'closed');
}

export function statusOf(site: JiraSite, issue: JiraIssue): JiraStatus {
  const status = site.statuses.find(({ id }) => id === issue.status);
  if (!status) throw new Error(`The site has no status ${issue.status}.`);
  return status;
}

export function typeOf(site: JiraSite, issue: JiraIssue): IssueType {
  const type = site.types.find(({ id }) => id === issue.type);
  if (!type) throw new Error(`The site has no issue type ${issue.type}.`);
  return type;
}

/** What a board's filter finds, in rank order; epics and subtasks among it. */
export function issuesOnBoard(site: JiraSite, board: JiraBoard): JiraIssue[] {
  return [...site.issues.values()]
    .filter((issue) => issue.project === board.project && (board.component === null || issue.components.includes(board.component)))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
}

/** The board's own sprints and those of other boards that hold one of its issues, as they were made. */
export function sprintsOnBoard(site: JiraSite, board: JiraBoard): JiraSprint[] {
  const shown = new Set(issuesOnBoard(site, board).flatMap(({ sprints }) => sprints));
  return [...site.sprints.values()].filter((sprint) => sprint.boardId === board.id || shown.has(sprint.id)).sort((one, other) => one.id - other.id);
}

export function fieldId(site: JiraSite, role: CustomField['role']): string | undefined {
  return site.fields.find((field) => field.role === role)?.id;
}

/** Sprints as a changelog writes them: ids and names, each list in one string. */
export function sprintsWritten(site: JiraSite, ids: readonly number[]): [ids: string, names: string] {
  return [ids.join(', '), ids.map((id) => site.sprints.get(id)?.name ?? '').join(', ')];
}
