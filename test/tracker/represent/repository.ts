import { mayTriage, type Account } from '../api/account.ts';
import { fullName, type Repository } from '../model/repository.ts';
import type { World } from '../model/world.ts';
import { nodeId, type Roots, type Schemas } from './schemas.ts';
import { representUser } from './user.ts';

type Row = Schemas['full-repository'];
/** The properties that a client may want; the sixty URL templates of the full answer are left out. */
export type RepositoryRow = Pick<Row, 'id' | 'node_id' | 'name' | 'full_name' | 'private' | 'owner' | 'html_url' | 'description' | 'fork' | 'url' | 'created_at' | 'updated_at'
  | 'pushed_at' | 'has_issues' | 'has_projects' | 'archived' | 'disabled' | 'open_issues_count' | 'default_branch' | 'permissions' | 'visibility' | 'issues_url' | 'milestones_url' | 'labels_url'>;

export function representRepository(world: World, repository: Repository, account: Account, roots: Roots): RepositoryRow {
  const url = `${roots.apiRoot}/repos/${fullName(repository)}`;
  const role = account.kind === 'token' ? repository.roles.get(account.token.login) : undefined;
  const push = role === 'write' || role === 'admin';
  let open = 0;
  for (const issue of repository.issues.values()) if (issue.state === 'open') open += 1;
  return {
    id: repository.id, node_id: nodeId('R', repository.id), name: repository.name, full_name: fullName(repository), private: repository.private,
    visibility: repository.private ? 'private' : 'public', owner: representUser(world, repository.owner, roots), html_url: `${roots.siteRoot}/${fullName(repository)}`,
    description: repository.description, fork: false, url, issues_url: `${url}/issues{/number}`, milestones_url: `${url}/milestones{/number}`, labels_url: `${url}/labels{/name}`,
    created_at: repository.createdAt, updated_at: repository.createdAt, pushed_at: repository.createdAt, has_issues: true, has_projects: true, archived: false, disabled: false,
    open_issues_count: open, default_branch: 'main',
    ...(account.kind === 'token' ? { permissions: { admin: role === 'admin', maintain: role === 'admin', push, triage: mayTriage(account, repository), pull: true } } : {}),
  };
}
