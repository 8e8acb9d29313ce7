import type { JiraToken } from '../model/token.ts';

const AGILE = ['read:board-scope:jira-software', 'read:board-scope.admin:jira-software', 'read:sprint:jira-software', 'read:issue-details:jira', 'read:jql:jira', 'read:project:jira'];
const READ = ['read:jira-work', 'read:jira-user'];

/** One token for each answer that a client must understand. Cloud's go with the person's e-mail address: `maya@acme.example:ATATT-demo-writer`. */
export function seedJiraTokens(): Map<string, JiraToken> {
  return new Map<string, JiraToken>([
    ['ATATT-demo-writer', { person: 'maya', kind: 'classic' }],
    ['ATATT-demo-member', { person: 'jonas-k', kind: 'classic' }],
    ['ATATT-demo-reader', { person: 'retail-rita', kind: 'classic' }],
    ['ATATT-demo-stranger', { person: 'nightbuyer', kind: 'classic' }],
    ['ATATT-demo-scoped', { person: 'maya', kind: 'scoped', scopes: [...READ, 'write:jira-work', ...AGILE, 'write:sprint:jira-software'] }],
    ['ATATT-demo-scoped-reader', { person: 'maya', kind: 'scoped', scopes: [...READ, ...AGILE] }],
    ['ATATT-demo-scoped-no-agile', { person: 'maya', kind: 'scoped', scopes: [...READ, 'write:jira-work'] }],
    ['ATATT-demo-revoked', { person: 'maya', kind: 'classic', revoked: true }],
    ['ATATT-demo-expired', { person: 'maya', kind: 'classic', expiresAt: 1 }],
    ['dc-pat-writer', { person: 'maya', kind: 'pat' }],
    ['dc-pat-member', { person: 'jonas-k', kind: 'pat' }],
    ['dc-pat-reader', { person: 'retail-rita', kind: 'pat' }],
    ['dc-pat-revoked', { person: 'maya', kind: 'pat', revoked: true }],
  ]);
}

/** Session cookies that are there from the beginning; `/__sign-in?as=NAME` makes more. */
export function seedSessions(): Map<string, string> {
  return new Map(['maya', 'jonas-k', 'retail-rita', 'nightbuyer'].map((name) => [`session-of-${name}`, name]));
}
