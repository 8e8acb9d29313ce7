import type { Html } from '../../pages/html.ts';

/** What the pages ask of a Jira site. They know nothing of how the demo keeps its issues; `from-world.ts` answers them. */
export interface ShownSite {
  flavour: 'cloud' | 'dc';
  host: string;
  /** Where Jira is installed on its host: `''` or `/jira`. */
  context: string;
  /** As Jira prints it: `1001.0.0-SNAPSHOT` on Cloud. */
  version: string;
  title: string;
  colorMode: 'light' | 'dark' | 'auto';
  /** Null when nobody is signed in: then every page is the login page. */
  viewer: ShownPerson | null;
  projects: readonly ShownProject[];
  boards: readonly ShownBoard[];
  issue(key: string): ShownIssue | undefined;
  board(id: number): ShownBoard | undefined;
  /** In the order of the JQL; everything that the viewer may see when it is empty. */
  search(jql: string): readonly ShownIssue[];
  /** As dragging a card to another column does. False when there is no such issue or status. */
  move(key: string, statusId: string): boolean;
}

export interface ShownPerson {
  id: string;
  name: string;
}

export interface ShownProject {
  key: string;
  name: string;
  /** Company-managed projects have `/c/` in the addresses of their pages. */
  managedBy: 'company' | 'team';
}

export type Category = 'new' | 'indeterminate' | 'done';

export interface ShownStatus {
  id: string;
  name: string;
  category: Category;
}

export interface ShownIssue {
  id: string;
  key: string;
  project: string;
  summary: string;
  type: { id: string; name: string; level: 'epic' | 'standard' | 'subtask' };
  status: ShownStatus;
  resolution: string | null;
  priority: { id: string; name: string } | null;
  assignee: ShownPerson | null;
  reporter: ShownPerson | null;
  /** As Jira prints it on cards: `3`, `1d 2h`. */
  estimate: string | null;
  /** The epic, or the issue that a subtask is part of. */
  parent: { key: string; summary: string } | null;
  flagged: boolean;
  labels: readonly string[];
  components: readonly string[];
  fixVersions: readonly string[];
  sprint: { id: number; name: string } | null;
  created: string;
  updated: string;
  due: string | null;
  description: Html;
  comments: readonly { author: ShownPerson; at: string; body: Html }[];
  /** Keys of children: of an epic or of a parent of subtasks. */
  children: readonly string[];
  links: readonly { phrase: string; key: string }[];
}

export interface ShownBoard {
  id: number;
  name: string;
  type: 'scrum' | 'kanban' | 'simple';
  project: ShownProject;
  columns: readonly { id: string; name: string; statuses: readonly string[] }[];
  /** Active ones first, then those to come. */
  sprints: readonly ShownSprint[];
  /** On the board now: of the active sprints, or everything where there are none. */
  issues: readonly ShownIssue[];
  /** In no sprint. */
  backlog: readonly ShownIssue[];
}

export interface ShownSprint {
  id: number;
  name: string;
  state: 'active' | 'future';
  goal: string;
  start: string | null;
  end: string | null;
  issues: readonly ShownIssue[];
}
