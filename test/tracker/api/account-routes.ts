import type { Schemas } from '../represent/schemas.ts';
import { representUser } from '../represent/user.ts';
import { standingOf } from './allowance.ts';
import { type Answer, type Call, ok } from './answer.ts';
import { notFound, requiresAuthentication } from './refusals.ts';

type PublicUser = Schemas['public-user'];

export function getUser({ world, account, role }: Call): Answer {
  if (account.kind === 'anonymous') return requiresAuthentication();
  const { login } = account.token;
  const simple = representUser(world, login, role);
  const { name: _name, email: _email, starred_at: _starred, ...user } = simple;
  return ok({
    ...user, gravatar_id: null, name: world.people.get(login)?.name ?? login, company: null, blog: '', location: null, email: null, hireable: null, bio: null,
    public_repos: 3, public_gists: 0, followers: 12, following: 9, created_at: '2019-04-02T08:00:00Z', updated_at: '2026-11-01T08:00:00Z',
  } satisfies PublicUser);
}

/** Enterprise Server has its rate limits off by default and says 404 here. */
export function getRateLimit({ world, account, role, now }: Call): Answer {
  if (role.flavour === 'enterprise') return notFound();
  const core = standingOf(world, account, 'core', now);
  const search = standingOf(world, account, 'search', now);
  return ok({ resources: { core, search, graphql: { ...core, used: 0, remaining: account.kind === 'anonymous' ? 0 : 5000, limit: account.kind === 'anonymous' ? 0 : 5000 } }, rate: core } satisfies Schemas['rate-limit-overview']);
}
