import type { JiraBehaviours } from './behaviours.ts';
import type { JiraIssue } from './issue.ts';
import type { JiraPerson } from './person.ts';
import type { JiraSite } from './site.ts';
import type { JiraToken } from './token.ts';

/** All Jira sites of the demo. People, tokens and sessions are those of all of them; the sites' roles say who may do what where. */
export interface JiraWorld {
  readonly sites: JiraSite[];
  /** By name. */
  readonly people: Map<string, JiraPerson>;
  readonly tokens: Map<string, JiraToken>;
  /** The session cookie's value → the person who signed in. */
  readonly sessions: Map<string, string>;
  readonly behaviours: JiraBehaviours;
  /** When each issue was last written, by host and id, for the limit of writes. */
  readonly writes: Map<string, number[]>;
  /** Data Center's buckets, by person. */
  readonly buckets: Map<string, { left: number; at: number }>;
  /** Where each given `nextPageToken` goes on: behind the last row as it was then. */
  readonly pages: Map<string, { readonly jql: string; readonly after: JiraIssue; readonly at: number }>;
  /** How the pages are shown; the API does not depend on it. */
  readonly look: { colorMode: 'auto' | 'light' | 'dark' };
}

/** What a browser keeps of a sign-in, on every site of the demo. */
export const SESSION_COOKIE = { cloud: 'tenant.session.token', dc: 'JSESSIONID' } as const;
