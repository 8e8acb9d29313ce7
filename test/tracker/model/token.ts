export type Access = 'read' | 'write';

/** What a token may do. `repositories` holds `owner/name` or `owner/*`; a classic token reaches whatever its user reaches. */
export interface Token {
  login: string;
  kind: 'classic' | 'fine-grained';
  scopes?: readonly string[];
  permissions?: Readonly<Partial<Record<'issues' | 'pull_requests' | 'contents' | 'metadata' | 'organization_projects', Access>>>;
  repositories?: readonly string[];
  expiresAt?: string;
  revoked?: boolean;
  ssoRequired?: boolean;
}
