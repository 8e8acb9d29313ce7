import { type Answer, ok } from '../../api/answer.ts';
import { field, strings } from '../../api/body.ts';
import type { Change, JiraIssue } from '../model/issue.ts';
import { issueOf } from '../model/site.ts';
import { representChange, touches } from '../represent/changelog.ts';
import { selfOf } from '../represent/view.ts';
import { type JiraCall, sliced } from './call.ts';
import { onIssue } from './issue-routes.ts';
import { refuse } from './refusals.ts';

/** GET /issue/{key}/changelog: oldest first, page by page. */
export const listChanges = onIssue(({ view, query }, issue) => {
  const { startAt, maxResults, rows } = sliced(issue.changes, query.has('maxResults') ? query : new URLSearchParams([...query, ['maxResults', '100']]), 100);
  return ok({ self: `${selfOf(view, `issue/${issue.id}/changelog`)}?startAt=${startAt}&maxResults=${maxResults}`, maxResults, startAt, total: issue.changes.length, isLast: startAt + rows.length >= issue.changes.length, values: rows.map((change) => representChange(view, issue, change)) });
});

/** POST /changelog/bulkfetch: of up to 1,000 issues, of up to ten fields, oldest first. What is not there is not answered. */
export function listChangesInBulk({ site, view, body, world: { jira } }: JiraCall): Answer {
  const keys = strings(field(body, 'issueIdsOrKeys')) ?? [];
  const fieldIds = strings(field(body, 'fieldIds')) ?? [];
  if (keys.length === 0 || keys.length > 1000) return refuse(400, ['issueIdsOrKeys must contain between 1 and 1000 items.']);
  if (fieldIds.length > 10) return refuse(400, ['fieldIds must contain no more than 10 items.']);
  const most = Math.min(Number(field(body, 'maxResults') ?? 1000) || 1000, 10_000, jira.behaviours.pageCap ?? 10_000);
  const given = field(body, 'nextPageToken');
  const from = typeof given === 'string' ? Number(Buffer.from(given, 'base64url').toString()) : 0;
  if (!Number.isInteger(from) || from < 0) return refuse(400, ['The provided nextPageToken is invalid or has expired.']);
  const issues = [...new Set(keys.flatMap((key) => issueOf(site, key) ?? []))];
  const all = issues.flatMap((issue) => issue.changes.filter((change) => touches(view, issue, change, fieldIds)).map((change) => ({ issue, change })));
  const byIssue = new Map<JiraIssue, Change[]>();
  for (const { issue, change } of all.slice(from, from + most)) byIssue.set(issue, [...(byIssue.get(issue) ?? []), change]);
  return ok({
    issueChangeLogs: [...byIssue].map(([issue, changes]) => ({ issueId: issue.id, changeHistories: changes.map((change) => representChange(view, issue, change, fieldIds)) })),
    ...(from + most < all.length ? { nextPageToken: Buffer.from(String(from + most)).toString('base64url') } : {}),
  });
}
