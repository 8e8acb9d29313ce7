/** Somebody with an account. Cloud knows people by `accountId`, Data Center by `name` (what they sign in with) and `key`. */
export interface JiraPerson {
  readonly name: string;
  readonly key: string;
  readonly accountId: string;
  readonly email: string;
  displayName: string;
  /** In which JQL reads date literals and Cloud writes dates. */
  timeZone: string;
  active: boolean;
}

/** `admin` may all and manages sprints, `member` edits issues, `viewer` reads. Whoever has no role sees nothing of the site. */
export type JiraRole = 'admin' | 'member' | 'viewer';
