import type { Issue } from '../../core/issue.ts';
import { githubIssueKey, githubProjectKey, milestoneKey } from '../../core/keys.ts';
import type { Read } from '../read.ts';
import { reasonOf, titleOf } from '../rows.ts';
import { readEstimate } from './estimate.ts';
import { readDueOn, readFields } from './fields.ts';
import { keyOfApiUrl, repositoryOf } from './keyed.ts';
import { type IssueRow, issueRow } from './rows.ts';
import { readResolution, readStatus } from './status.ts';

/** One row of GitHub's issues as an `Issue`, under the host that was asked; a row that cannot be read says what is wrong with it. */
export function readIssueRow(host: string, raw: unknown): Read<Issue> {
  const read = issueRow.safeParse(raw);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  const place = repositoryOf(read.data);
  if (place === null) return { ok: false, reason: 'html_url: no issue address' };
  return { ok: true, value: toIssue(host.toLowerCase(), place.owner, place.repository, read.data) };
}

function toIssue(host: string, owner: string, repository: string, row: IssueRow): Issue {
  const project = githubProjectKey(host, owner, repository);
  const kind = row.pull_request?.html_url ? 'pull-request' : 'issue';
  const labels = (row.labels ?? []).map((label) => (typeof label === 'string' ? label : (label.name ?? ''))).filter((name) => name !== '');
  // `assignees` only: version 2026-03-10 of the API drops `assignee`.
  const assignees = (row.assignees ?? []).flatMap((user) => (user ? [user.login] : []));
  const fields = readFields(row.issue_field_values ?? []);
  const { reactions, issue_dependencies_summary: dependencies, sub_issues_summary: subIssues } = row;
  return {
    key: githubIssueKey(host, owner, repository, row.number),
    project,
    tracker: 'github',
    kind,
    number: row.number,
    reference: `#${row.number}`,
    id: String(row.id),
    title: titleOf(row.title),
    // Written anew, so that what becomes a link can lead to this site only.
    url: `https://${host}/${owner}/${repository}/${kind === 'issue' ? 'issues' : 'pull'}/${row.number}`,
    status: readStatus(row, labels, assignees),
    resolution: readResolution(row),
    reopened: row.state_reason === 'reopened',
    draft: row.draft ?? false,
    type: row.type?.name ?? null,
    author: row.user?.login ?? null,
    assignees,
    labels,
    fields,
    sprint: row.milestone ? milestoneKey(project, row.milestone.number) : null,
    parent: row.parent_issue_url ? keyOfApiUrl(host, row.parent_issue_url) : null,
    estimate: readEstimate(fields, labels),
    dueOn: readDueOn(fields),
    createdAt: Date.parse(row.created_at),
    updatedAt: Date.parse(row.updated_at),
    closedAt: row.closed_at ? Date.parse(row.closed_at) : null,
    votes: reactions ? votesIn(reactions) : null,
    comments: row.comments ?? null,
    // `blocked_by` counts open blockers. Which ones they are takes another request.
    dependencies: dependencies ? { blockedBy: dependencies.blocked_by, blocking: dependencies.blocking, blockers: [] } : null,
    subIssues: subIssues ? { total: subIssues.total, completed: subIssues.completed } : null,
  };
}

/** One person can leave several kinds of reaction, so their sum would count people twice. */
function votesIn({ '+1': thumbs, heart, hooray, rocket }: NonNullable<IssueRow['reactions']>): number | null {
  const told = [thumbs, heart, hooray, rocket].filter((count) => typeof count === 'number');
  return told.length > 0 ? Math.max(...told) : null;
}
