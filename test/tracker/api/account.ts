import type { Repository } from '../model/repository.ts';
import { fullName } from '../model/repository.ts';
import type { Access, Token } from '../model/token.ts';
import type { World } from '../model/world.ts';

/** Who asks: nobody in particular (by address), or a user through a token. */
export type Account = { kind: 'anonymous'; address: string } | { kind: 'token'; value: string; token: Token };

/** Undefined when a token was shown that GitHub does not know or no longer honours. */
export function accountOf(world: World, authorization: string | undefined, address: string, now: Date): Account | undefined {
  if (authorization === undefined) return { kind: 'anonymous', address };
  const value = /^(?:Bearer|token)\s+(\S+)$/i.exec(authorization)?.[1];
  const token = value === undefined ? undefined : world.tokens.get(value);
  if (value === undefined || token === undefined || token.revoked === true) return undefined;
  if (token.expiresAt !== undefined && Date.parse(token.expiresAt) <= now.getTime()) return undefined;
  return { kind: 'token', value, token };
}

/** Whether the repository exists for this account at all; a private one that may not be read is "Not Found". */
export function sees(account: Account, repository: Repository): boolean {
  if (!repository.private) return true;
  if (account.kind === 'anonymous' || !repository.roles.has(account.token.login)) return false;
  return account.token.kind === 'classic' ? account.token.scopes?.includes('repo') === true : reaches(account.token, repository);
}

/** Whether a fine-grained token holds the permission; a public repository it was not given is read like by anybody. */
export function permits(account: Account, repository: Repository, wanted: Access, of: 'issues' | 'contents' | 'pull_requests' = 'issues'): boolean {
  if (account.kind === 'anonymous' || account.token.kind === 'classic') return wanted === 'read' || account.kind === 'token';
  if (!reaches(account.token, repository)) return wanted === 'read';
  // What anybody may read of a public repository without signing in.
  if (of !== 'issues' && wanted === 'read' && !repository.private) return true;
  const held = account.token.permissions?.[of];
  return wanted === 'read' ? held !== undefined : held === 'write';
}

/** Write and above may push. */
export function mayPush(account: Account, repository: Repository): boolean {
  if (account.kind === 'anonymous') return false;
  const role = repository.roles.get(account.token.login);
  return role === 'write' || role === 'admin';
}

/** Triage and above may label and plan. */
export function mayTriage(account: Account, repository: Repository): boolean {
  if (account.kind === 'anonymous') return false;
  const role = repository.roles.get(account.token.login);
  return role !== undefined && role !== 'read';
}

const reaches = (token: Token, repository: Repository): boolean =>
  token.repositories?.some((name) => name.toLowerCase() === fullName(repository).toLowerCase() || name === `${repository.owner}/*`) === true;
