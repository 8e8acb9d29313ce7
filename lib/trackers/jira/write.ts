import { isSamePerson } from '../../core/same-person.ts';
import { type Answer, changedShape, fail, refuse, succeed } from '../exchange.ts';
import { wordsIn } from '../site-words.ts';
import { NOT_SENDABLE } from '../token.ts';
import type { Credentials, Exchanged, SamePerson, SendWrite, SentBack, TrackerError, TrackerWrite, WriteWay } from '../tracker.ts';
import { type Access, type Client, parsed, signIn } from './client.ts';
import { readError } from './errors.ts';
import { apiBase } from './hosts.ts';
import { learn, personIn } from './learn.ts';
import { elseGateway, learned, platform } from './put.ts';
import type { JiraSite } from './site.ts';
import { callOf, hostOfWrite, refusalOf, type WriteCall } from './write-call.ts';

/** Makes one change, on the way that worked before; where the site takes it for forged (§2.6), the other way is tried the next time. */
export async function write(client: Client, send: SendWrite, credentials: Credentials, change: TrackerWrite, signal?: AbortSignal): Promise<Exchanged<null>> {
  if (hostOfWrite(change) !== credentials.host.toLowerCase()) return refuse(changedShape('nothing of that Jira'));
  const refusal = refusalOf(change);
  if (refusal) return refuse(refusal);
  const known = await learn(client, credentials, {}, signal);
  if ('lesson' in known) return known.lesson;
  const { access } = known;
  const call = callOf(access.site, change);
  return call === null ? refuse(changedShape('nothing of Jira')) : sendCall(client, send, access, call);
}

/** Sends one write on a way that is open, and reads what came back. */
export async function sendCall(client: Client, send: SendWrite, access: Access, call: WriteCall): Promise<Exchanged<null>> {
  const left = await leave(access, send, call);
  if (left === null) return refuse({ kind: 'offline' });
  if ('refused' in left) return refuse(left.refused);
  return elseGateway(access, arrived(client, access, left.way, call, left.back));
}

type Left = { readonly way: WriteWay; readonly back: SentBack } | { readonly refused: TrackerError };

/** Sends it on the first way that is open; `null` when the connection broke. */
async function leave({ credentials, site, signal }: Access, send: SendWrite, { method, path, body }: WriteCall): Promise<Left | null> {
  const base = apiBase(credentials, site);
  const signed = signIn(credentials.token);
  if (base === null || signed === null) return { refused: NOT_SENDABLE };
  if (signal?.aborted) return null;
  const same = samePerson({ credentials, site }, base);
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'x-atlassian-token': 'no-check', ...signed.headers };
  try {
    for (const way of waysOf(site)) {
      const back = await send(way, { method, url: `${base}${path}`, headers, body, session: credentials.token === null, ...(same && { same }) }, signal);
      if (back !== null) return { way, back };
    }
  } catch {
    return null;
  }
  return { refused: { kind: 'server', status: 403, retryAt: null } };
}

/** A page of the site may be another person's: it is asked before it sends anything, where we know who we are ourselves. */
function samePerson({ credentials, site }: Access, base: string): SamePerson | null {
  const { account } = site;
  if (credentials.token !== null || account === null) return null;
  return {
    url: `${base}${platform(site, 'myself')}`,
    isSame: (body) => {
      const there = personIn(parsed(body));
      return there !== null && isSamePerson({ login: account.login, whose: account.id ?? undefined }, { login: there.login, whose: there.id ?? undefined });
    },
  };
}

/** The way that worked, else the one that was not refused; the worker's first, for it needs no open page. */
function waysOf({ way, refusedWay }: JiraSite): readonly WriteWay[] {
  const first = refusedWay === 'worker' ? 'tab' : refusedWay === 'tab' ? 'worker' : (way ?? 'worker');
  const other = first === 'worker' ? 'tab' : 'worker';
  return refusedWay === other ? [first] : [first, other];
}

function arrived({ now }: Client, { credentials, site }: Access, way: WriteWay, { permission }: WriteCall, back: SentBack): Exchanged<null> {
  const { retryAfter, limitReason = null } = back;
  const headers = new Headers({ 'content-type': back.contentType, ...(retryAfter !== null && { 'retry-after': retryAfter }), ...(limitReason !== null && { 'ratelimit-reason': limitReason }) });
  const answer: Answer = { status: back.status, headers, body: parsed(back.body), url: '' };
  if (isTakenForForged(back)) {
    // Once by each way; after that the next attempt begins with the worker again.
    if (site.refusedWay === null) return learned({ ...site, way: null, refusedWay: way });
    const reason = 'The site takes what an extension writes for forged. Open a page of it in a tab, then try again.';
    return { outcome: fail({ kind: 'forbidden', reason, missing: null, authoriseAt: null }), allowance: null, site: { ...site, way: null, refusedWay: null } };
  }
  const kept = site.way === way && site.refusedWay === null ? {} : { site: { ...site, way, refusedWay: null } };
  const error = errorOf(answer, credentials, permission, now());
  return { outcome: error ? fail(error) : succeed(null), allowance: null, ...(error === null && kept) };
}

/** The answers to a write that mean something else than those to a question. */
function errorOf(answer: Answer, credentials: Credentials, permission: string, now: number): TrackerError | null {
  // 201 and 200 of some servers come without a body.
  if (answer.status >= 200 && answer.status < 300 && (answer.body === undefined || answer.body === '')) return null;
  const error = readError(answer, credentials, now);
  const refused = error?.kind === 'forbidden' || answer.status === 400 || (answer.status === 403 && error?.kind === 'changed-shape');
  if (!refused) return error;
  // A field that is not on the edit screen is told so with 400, to those who may not edit as well: final, as a missing permission is.
  return { kind: 'forbidden', reason: wordsIn(answer.body, credentials.token) || 'The site refused this.', missing: permission, authoriseAt: null };
}

/** The filter against forged requests says so in its body, with status 403. */
function isTakenForForged({ status, body }: SentBack): boolean {
  return status === 403 && /xsrf/i.test(body);
}
