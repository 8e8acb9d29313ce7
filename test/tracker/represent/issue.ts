import type { Issue, Reactions } from '../model/issue.ts';
import { fullName, type Repository } from '../model/repository.ts';
import type { World } from '../model/world.ts';
import { representFields } from './fields.ts';
import { representLabels } from './label.ts';
import { representMilestone } from './milestone.ts';
import { type IssueRow, nodeId, type Roots, type Schemas } from './schemas.ts';
import { representType } from './type.ts';
import { representUser } from './user.ts';

/** An issue or pull request as REST answers it. What only issues have is absent from pull requests, not null, and the other way round. */
export function representIssue(world: World, repository: Repository, issue: Issue, roots: Roots): IssueRow {
  const root = `${roots.apiRoot}/repos/${fullName(repository)}`;
  const url = `${root}/issues/${issue.number}`;
  const page = `${roots.siteRoot}/${fullName(repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
  const milestone = issue.milestone === null ? undefined : repository.milestones.get(issue.milestone);
  const assignees = issue.assignees.map((login) => representUser(world, login, roots));
  const row: IssueRow = {
    url, repository_url: root, labels_url: `${url}/labels{/name}`, comments_url: `${url}/comments`, events_url: `${url}/events`, html_url: page,
    id: issue.id, node_id: nodeId(issue.pull ? 'PR' : 'I', issue.id), number: issue.number, title: issue.title, user: representUser(world, issue.author, roots),
    labels: representLabels(repository, issue.labels, roots), state: issue.state, locked: issue.locked, assignee: assignees[0] ?? null, assignees,
    milestone: milestone ? representMilestone(world, repository, milestone, roots) : null, comments: issue.comments,
    created_at: issue.createdAt, updated_at: issue.updatedAt, closed_at: issue.closedAt, author_association: associationOf(repository, issue.author),
    active_lock_reason: null, body: issue.body, reactions: representReactions(issue.reactions, url), timeline_url: `${url}/timeline`,
    performed_via_github_app: null, state_reason: issue.stateReason,
  };
  return issue.raw ? { ...issue.raw, ...row, ...kept(issue.raw) } : issue.pull ? { ...row, ...pullOnly(root, page, issue) } : { ...row, ...issueOnly(repository, issue, root) };
}

function pullOnly(root: string, page: string, issue: Issue): Partial<IssueRow> {
  return {
    draft: issue.pull?.draft === true,
    pull_request: { url: `${root}/pulls/${issue.number}`, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch`, merged_at: issue.pull?.mergedAt ?? null },
  };
}

function issueOnly(repository: Repository, issue: Issue, root: string): Partial<IssueRow> {
  const isOpen = (number: number): boolean => repository.issues.get(number)?.state === 'open';
  const completed = issue.children.filter((number) => !isOpen(number)).length;
  return {
    ...(issue.type === null ? {} : { type: representType(issue.type) }),
    sub_issues_summary: { total: issue.children.length, completed, percent_completed: issue.children.length === 0 ? 0 : Math.round((100 * completed) / issue.children.length) },
    ...(issue.parent === null ? {} : { parent_issue_url: `${root}/issues/${issue.parent}` }),
    issue_dependencies_summary: {
      blocked_by: issue.blockedBy.filter(isOpen).length, total_blocked_by: issue.blockedBy.length,
      blocking: issue.state === 'open' ? issue.blocking.filter(isOpen).length : 0, total_blocking: issue.blocking.length,
    },
    issue_field_values: issue.fields ? representFields(issue.fields) : [],
  };
}

/** Of a recorded row, what the world only half models stays as it was recorded. */
const kept = (raw: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(['user', 'reactions', 'author_association', 'node_id'].filter((name) => name in raw).map((name) => [name, raw[name]]));

function representReactions(reactions: Reactions, url: string): Schemas['reaction-rollup'] {
  const counts = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0, ...reactions };
  return { url: `${url}/reactions`, total_count: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts };
}

const associationOf = (repository: Repository, login: string): Schemas['author-association'] => (repository.roles.has(login) ? 'MEMBER' : login.endsWith('[bot]') ? 'CONTRIBUTOR' : 'NONE');
