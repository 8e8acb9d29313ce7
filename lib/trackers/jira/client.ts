import type { Instant } from '../../core/time.ts';
import { type Answer, changedShape, fromElsewhere, refuse } from '../exchange.ts';
import { readBody, TOO_LARGE } from '../read-body.ts';
import { isSendable, NOT_SENDABLE } from '../token.ts';
import type { Credentials, Exchanged } from '../tracker.ts';
import { readError } from './errors.ts';
import { apiBase, homeOf } from './hosts.ts';
import { readAllowance } from './limits.ts';
import type { JiraSite } from './site.ts';

/** Who asks, and what is known of the site that is asked. */
export interface Access {
  readonly credentials: Credentials;
  readonly site: JiraSite;
  readonly signal?: AbortSignal | undefined;
}

export interface Asking {
  /** Tells a failure that is none for this call. */
  readonly isFine?: (answer: Answer) => boolean;
  /** What the site says of itself is asked without signing in. */
  readonly open?: boolean;
}

/** One GET below the site's API. What failed is an error value; nothing is thrown. */
export type Ask = (access: Access, path: string, asking?: Asking) => Promise<Exchanged<Answer>>;

export interface Client {
  readonly ask: Ask;
  readonly now: () => Instant;
}

export interface JiraClientDependencies {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Instant;
  /** How long one request may take, in milliseconds. Chrome ends a worker whose fetch has not answered for 30 s. */
  readonly patience?: number;
}

export function createClient({ fetch, now, patience = 25_000 }: JiraClientDependencies): Client {
  const ask: Ask = async ({ credentials, site, signal }, path, { isFine, open = false } = {}) => {
    const base = open ? homeOf(credentials.host, site.context) : apiBase(credentials, site);
    if (base === null) return refuse(changedShape('no host name'));
    const signed = open ? { headers: {}, credentials: credentials.token === null ? 'include' : 'omit' } as const : signIn(credentials.token);
    if (signed === null) return refuse(NOT_SENDABLE);
    if (signal?.aborted) return refuse({ kind: 'offline' });
    const deadline = AbortSignal.timeout(patience);
    try {
      const response = await fetch(`${base}${path}`, {
        method: 'GET',
        headers: { accept: 'application/json', ...signed.headers },
        credentials: signed.credentials,
        cache: 'no-store',
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      });
      const text = await readBody(response);
      if (text === null) return refuse(changedShape(TOO_LARGE));
      const answer: Answer = { status: response.status, headers: response.headers, body: parsed(text), url: response.url || `${base}${path}` };
      const outcome = read(answer, credentials, base);
      const whose = outcome.ok && !open && credentials.token === null ? accountIn(answer) : null;
      return { outcome, allowance: readAllowance(response.headers, now()), ...(whose !== null && { whose }) };
    } catch {
      // The error itself goes no further: it may hold the request.
      return refuse({ kind: 'offline' });
    }

    function read(answer: Answer, given: Credentials, origin: string): Exchanged<Answer>['outcome'] {
      const error = readError(answer, open ? { ...given, token: null } : given, now());
      if (error && !(isFine?.(answer) && (open || error.kind !== 'unauthorised'))) return { ok: false, error };
      if (new URL(answer.url).origin !== new URL(origin).origin) return { ok: false, error: fromElsewhere() };
      return { ok: true, value: answer };
    }
  };
  return { ask, now };
}

/**
 * The browser's own session, or a token, never both. A Cloud token is told by its colon (`email:token`); a personal access token of a Data Center
 * has none. `null` for a token that cannot be sent.
 */
export function signIn(token: string | null): { readonly headers: Readonly<Record<string, string>>; readonly credentials: 'include' | 'omit' } | null {
  if (token === null) return { headers: {}, credentials: 'include' };
  if (!isSendable(token)) return null;
  return { headers: { authorization: token.includes(':') ? `Basic ${btoa(token)}` : `Bearer ${token}` }, credentials: 'omit' };
}

/** More than any account's id has. */
const LONGEST_ACCOUNT = 300;

/** Whom an answer was given to, by the site's own name of them: Cloud names an account by its id, a Data Center by its name. `null` where it does not say, or to nobody. */
export function accountIn({ headers }: Pick<Answer, 'headers'>): string | null {
  const told = headers.get('x-aaccountid') ?? headers.get('x-ausername') ?? '';
  return told === '' || told === 'anonymous' ? null : told.slice(0, LONGEST_ACCOUNT);
}

/** JSON as what it says, anything else as the text that it is, nothing as nothing. */
export function parsed(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
