import { Octokit } from '@octokit/core';

import type { Instant } from '../../core/time.ts';
import { type Answer, changedShape, fromElsewhere, refuse } from '../exchange.ts';
import { readBody, TOO_LARGE } from '../read-body.ts';
import { isSendable, NOT_SENDABLE } from '../token.ts';
import type { Credentials, Exchanged } from '../tracker.ts';
import { readError } from './errors.ts';
import { apiBase } from './hosts.ts';
import { readAllowance } from './limits.ts';
import type { Call } from './routes.ts';

/** What the world lends to a tracker. */
export interface GithubDependencies {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Instant;
  /** How long one request may take, in milliseconds. Chrome ends a worker whose fetch has not answered for 30 s. */
  readonly patience?: number;
}

export interface Sending {
  readonly etag?: string | null;
  readonly signal?: AbortSignal | undefined;
  /** Tells a failure that is none for this call. */
  readonly isFine?: (answer: Answer) => boolean;
}

/** One request to the site's API. A 304 is an answer; what failed is an error value; nothing is thrown. */
export type Send = (credentials: Credentials, call: Call, sending?: Sending) => Promise<Exchanged<Answer>>;

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

export function createClient({ fetch, now, patience = 25_000 }: GithubDependencies): Send {
  const octokit = new Octokit({ log: quiet });

  return async (credentials, call, { etag, signal, isFine } = {}) => {
    const base = apiBase(credentials.host);
    if (base === null || !isAt(call.url, base)) return refuse(changedShape('an address outside of the site'));
    if (credentials.token !== null && !isSendable(credentials.token)) return refuse(NOT_SENDABLE);
    const deadline = AbortSignal.timeout(patience);
    let received: Response | null = null;
    let body: unknown;
    let tooLarge = false;
    try {
      const { data } = await octokit.request({
        method: call.method,
        url: call.url,
        headers: {
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          ...(credentials.token !== null && { authorization: `token ${credentials.token}` }),
          ...(etag && { 'if-none-match': etag }),
        },
        ...(call.body !== undefined && { data: call.body }),
        request: {
          log: quiet,
          fetch: async (_: string, init: RequestInit) => {
            // The address as it was given: Octokit would read `:name` and `{name}` in a `next` link as its own placeholders.
            received = await fetch(call.url, {
              ...init,
              headers: withoutUserAgent(init.headers),
              cache: 'no-store',
              credentials: 'omit',
              signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
            });
            const text = await readBody(received);
            tooLarge = text === null;
            return asRead(received, text);
          },
        },
      });
      body = data;
    } catch (error) {
      body = dataOf(error);
    }
    return tooLarge ? refuse(changedShape(TOO_LARGE)) : read(received, body, base);

    // The error itself goes no further: it holds the request.
    function read(response: Response | null, data: unknown, origin: string): Exchanged<Answer> {
      if (response === null || data === broken) return refuse({ kind: 'offline' });
      const at = now();
      const allowance = readAllowance(response.headers, at);
      const answer: Answer = { status: response.status, headers: response.headers, body: data, url: response.url || call.url };
      const error = isAt(answer.url, origin) ? readError(answer, credentials, call.method, at) : fromElsewhere();
      return { outcome: error && !isFine?.(answer) ? { ok: false, error } : { ok: true, value: answer }, allowance };
    }
  };
}

/** Marks an exchange that ended before its body did. */
const broken = Symbol('broken');

/** Octokit throws on 304 and on every failure; an error without a response is one of the network. */
function dataOf(error: unknown): unknown {
  const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : undefined;
  if (typeof response !== 'object' || response === null) return broken;
  return 'data' in response ? response.data : undefined;
}

/** The body has been read before Octokit gets it, so that a connection that breaks off is told from an answer that is not JSON. */
function asRead({ status, headers }: Response, text: string | null): Response {
  return new Response([204, 205, 304].includes(status) ? null : text, { status, headers });
}

/** A page's own user agent is the browser's business; Octokit's would cost a CORS preflight in Firefox. */
function withoutUserAgent(given: HeadersInit | undefined): Headers {
  const headers = new Headers(given);
  headers.delete('user-agent');
  return headers;
}

function isAt(address: string, base: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(base).origin;
}
