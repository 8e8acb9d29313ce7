import type { Repository } from '../model/repository.ts';
import type { World } from '../model/world.ts';
import type { HostRole } from '../hosts.ts';
import type { Account } from './account.ts';

/** One request as a route sees it. */
export interface Call {
  world: World;
  role: HostRole;
  method: string;
  /** The path as the client asked for it, for Link headers and redirects. */
  path: string;
  query: URLSearchParams;
  body: unknown;
  account: Account;
  /** GitHub's time: ISO, whole seconds. */
  at: string;
  now: Date;
}

export interface RepositoryCall extends Call {
  repository: Repository;
}

/** What a route says: JSON and the headers that are its own; everything common is added by the API's front. */
export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export const ok = (body: unknown, headers?: Record<string, string>): Answer => (headers ? { status: 200, body, headers } : { status: 200, body });
