import { jiraProjectKey, parseJiraKey } from '../../core/keys.ts';
import type { IssueKey, ProjectKey, SprintKey } from '../../core/issue.ts';

/** What a key names. `written` is how Jira itself writes it: `SHOP-12`, `SHOP`. */
export interface Place {
  readonly host: string;
  readonly project: ProjectKey;
  readonly written: string;
}

export function placeOfIssue(key: IssueKey): Place | null {
  const parts = parseJiraKey(key);
  return parts?.number ? { host: parts.host, project: jiraProjectKey(parts.host, parts.project), written: `${parts.project}-${parts.number}` } : null;
}

export function placeOfProject(key: ProjectKey): Place | null {
  const parts = parseJiraKey(key);
  return parts && parts.number === null && parts.sprint === null ? { host: parts.host, project: key, written: parts.project } : null;
}

export function placeOfSprint(key: SprintKey): (Place & { readonly sprint: number }) | null {
  const parts = parseJiraKey(key);
  return parts?.sprint ? { host: parts.host, project: jiraProjectKey(parts.host, parts.project), written: parts.project, sprint: parts.sprint } : null;
}
