import type { Token } from '../model/token.ts';

/** One token for each answer that a client must understand. */
export function seedTokens(): Map<string, Token> {
  return new Map<string, Token>([
    ['ghp_demo_writer', { login: 'maya', kind: 'classic', scopes: ['repo', 'read:org', 'project'] }],
    ['ghp_demo_outsider', { login: 'sam-customer', kind: 'classic', scopes: ['public_repo'] }],
    ['github_pat_demo_writer', { login: 'maya', kind: 'fine-grained', permissions: { issues: 'write', pull_requests: 'write', metadata: 'read' }, repositories: ['acme/*'] }],
    ['github_pat_demo_planner', { login: 'maya', kind: 'fine-grained', permissions: { issues: 'write', pull_requests: 'write', contents: 'write', metadata: 'read' }, repositories: ['acme/*'] }],
    ['github_pat_demo_projects', { login: 'maya', kind: 'fine-grained', permissions: { issues: 'write', pull_requests: 'write', metadata: 'read', organization_projects: 'read' }, repositories: ['acme/*'] }],
    ['ghp_demo_repo_only', { login: 'maya', kind: 'classic', scopes: ['repo'] }],
    ['github_pat_demo_reader', { login: 'maya', kind: 'fine-grained', permissions: { issues: 'read', metadata: 'read' }, repositories: ['acme/*'] }],
    ['github_pat_nopermission', { login: 'maya', kind: 'fine-grained', permissions: { metadata: 'read' }, repositories: ['acme/*'] }],
    ['ghp_revoked', { login: 'maya', kind: 'classic', scopes: ['repo'], revoked: true }],
    ['ghp_sso', { login: 'maya', kind: 'classic', scopes: ['repo'], ssoRequired: true }],
  ]);
}
