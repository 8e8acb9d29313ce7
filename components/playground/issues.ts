import type { IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { githubIssueKey, githubProjectKey, jiraIssueKey, jiraProjectKey, milestoneKey } from '../../lib/core/keys.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import type { Fact, FactSource } from '../../lib/core/fact.ts';
import type { Problem, SprintIssue } from '../../lib/messaging/messages.ts';

/** The playground's clock stands still, so that its screenshots do not change. */
export const NOW = Date.UTC(2026, 10, 22, 9, 30);
export const DAY = 86_400_000;
export const day = (text: string): PlainDate => text as PlainDate;

export const project: ProjectKey = githubProjectKey('github.com', 'acme', 'shop');
export const otherProject: ProjectKey = githubProjectKey('github.com', 'acme', 'payments');
export const jiraProject: ProjectKey = jiraProjectKey('acme.atlassian.net', 'SHOP');
export const sprintKey: SprintKey = milestoneKey(project, 14);
export const issueKey = (number: number): IssueKey => githubIssueKey('github.com', 'acme', 'shop', number);
export const issueUrl = (number: number): string => `https://github.com/acme/shop/issues/${number}`;

export function fact(name: string, value: number, raw: string, source: FactSource, daysAgo = 2): Fact {
  return { name, value, raw, source, at: NOW - daysAgo * DAY };
}

export function sprintIssue(number: number, title: string, flags: SprintIssue['flags'] = [], done = false): SprintIssue {
  return { key: issueKey(number), reference: `#${number}`, title, url: issueUrl(number), done, flags };
}

/** The same on Jira. */
export function jiraIssue(number: number, title: string, flags: SprintIssue['flags'] = [], done = false): SprintIssue {
  return { key: jiraIssueKey('acme.atlassian.net', `SHOP-${number}`), reference: `SHOP-${number}`, title, url: `https://acme.atlassian.net/browse/SHOP-${number}`, done, flags };
}

export const OFFLINE: Problem = { kind: 'offline', sentence: 'You are offline. This is what was read last.', action: 'It renews itself when the network is back.' };
export const UNREAD: Problem = { kind: 'offline', sentence: 'github.com could not be reached.', action: 'Nothing has been read of it yet. Waymark tries again by itself.' };
export const UNAUTHORISED: Problem = { kind: 'unauthorised', sentence: 'GitHub no longer accepts the token for github.com.', action: 'Add a new one in the options.' };
export const SIGNED_OUT: Problem = { kind: 'signed-out', sentence: 'You are not signed in to acme.atlassian.net in this browser.', action: 'Sign in there, in an ordinary tab: a private window or a container keeps its sign-in to itself. What was tagged meanwhile is kept.', link: { to: 'https://acme.atlassian.net/login.jsp', words: 'Sign in to acme.atlassian.net' } };
export const BARRED: Problem = { kind: 'no-access', sentence: 'The browser does not let Waymark on github.com.', action: 'Nothing is read there and nothing written until you allow it. What you tagged meanwhile is kept.', allow: 'github.com' };
export const NOT_ALLOWED: Problem = { kind: 'forbidden', sentence: 'Your account on acme.atlassian.net lacks a permission: Browse projects.', action: 'An administrator of the project can give it.' };
export const LIMITED: Problem = { kind: 'rate-limited', sentence: 'The 60 anonymous requests of this hour are used up.', action: 'Reading goes on in 23 min; a token raises the limit to 5,000.' };
