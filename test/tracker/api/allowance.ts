import type { Allowance, World } from '../model/world.ts';
import type { Account } from './account.ts';

export type Resource = 'core' | 'search' | 'graphql';

const HOUR = 3_600_000;
const LIMITS = { core: { anonymous: 60, token: 5000, window: HOUR }, search: { anonymous: 10, token: 30, window: 60_000 }, graphql: { anonymous: 60, token: 5000, window: HOUR } } as const;

export interface Standing {
  limit: number;
  used: number;
  remaining: number;
  /** Seconds since the epoch, as in x-ratelimit-reset. */
  reset: number;
}

/** The allowance belongs to the user, not to the token: all of a user's tokens draw on one. */
export function allowanceOf(world: World, account: Account, resource: Resource, now: Date): Allowance {
  const key = `${account.kind === 'token' ? `user ${account.token.login}` : `address ${account.address}`} ${resource}`;
  const known = world.allowances.get(key);
  if (known && known.resetAt > now.getTime()) return known;
  const fresh = { used: 0, resetAt: now.getTime() + LIMITS[resource].window };
  world.allowances.set(key, fresh);
  return fresh;
}

export function standingOf(world: World, account: Account, resource: Resource, now: Date): Standing {
  const { used, resetAt } = allowanceOf(world, account, resource, now);
  const limit = (resource === 'core' ? world.behaviours.primaryLimit : null) ?? LIMITS[resource][account.kind];
  return { limit, used: Math.min(used, limit), remaining: Math.max(0, limit - used), reset: Math.ceil(resetAt / 1000) };
}

export const limitHeaders = (standing: Standing, resource: Resource): Record<string, string> => ({
  'x-ratelimit-limit': String(standing.limit), 'x-ratelimit-remaining': String(standing.remaining), 'x-ratelimit-used': String(standing.used),
  'x-ratelimit-reset': String(standing.reset), 'x-ratelimit-resource': resource,
});
