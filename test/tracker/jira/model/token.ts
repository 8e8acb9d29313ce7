/**
 * What stands for a person without a browser: Cloud's API tokens, sent with the person's e-mail address as Basic, and Data Center's personal access tokens, sent as Bearer.
 * A `scoped` one is refused by the site and taken by api.atlassian.com/ex/jira/{cloudId}.
 */
export interface JiraToken {
  readonly person: string;
  readonly kind: 'classic' | 'scoped' | 'pat';
  scopes?: readonly string[];
  expiresAt?: number;
  revoked?: boolean;
}
