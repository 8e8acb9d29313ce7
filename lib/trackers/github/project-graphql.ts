import * as z from 'zod/mini';
import type { Instant } from '../../core/time.ts';
import { type Answer, changedShape, fail, readAnswer, succeed } from '../exchange.ts';
import { wholeNumber } from '../retry-after.ts';
import type { Credentials, Exchanged, Outcome, TrackerError } from '../tracker.ts';
import type { Send } from './client.ts';
import type { projectQueries } from './project-queries.ts';
import { projectRoutes, type QueryVariables } from './project-routes.ts';

const reply = z.object({ data: z.nullish(z.unknown()), errors: z.nullish(z.array(z.object({ type: z.nullish(z.string()), message: z.nullish(z.string()) }))) });

export interface GraphqlReply {
  readonly data: unknown;
  /** Parts that could not be told are null in the data; why is here. */
  readonly error: TrackerError | null;
}

/** Asks one of the queries. Its points are another allowance than that of REST, so the answer tells none; a spent one stops this question only. */
export async function askGraphql(send: Send, credentials: Credentials, now: () => Instant, name: keyof typeof projectQueries, variables: QueryVariables, signal?: AbortSignal): Promise<Exchanged<GraphqlReply>> {
  const exchanged = await send(credentials, projectRoutes.query(credentials.host, name, variables), { signal });
  const { outcome } = readAnswer<GraphqlReply>(exchanged, (answer) => readReply(answer, now()));
  return { outcome: ofItsOwn(outcome), allowance: null };
}

function readReply({ body, headers }: Answer, now: Instant): Outcome<GraphqlReply> {
  const read = reply.safeParse(body);
  if (!read.success) return fail(changedShape('no GraphQL answer'));
  const errors = read.data.errors ?? [];
  const error = errors.map((one) => errorOf(one.type ?? '', one.message ?? '', headers, now)).toSorted((a, b) => weight(a) - weight(b))[0] ?? null;
  return read.data.data == null ? fail(error ?? changedShape('an empty GraphQL answer')) : succeed({ data: read.data.data, error });
}

/** GraphQL says with a 200 what REST says by a status. */
function errorOf(type: string, message: string, headers: Headers, now: Instant): TrackerError {
  const reason = message.slice(0, 300);
  if (type === 'INSUFFICIENT_SCOPES') return { kind: 'forbidden', reason, missing: 'read:project', authoriseAt: null };
  // A classic token that an organisation wants authorised lacks no scope.
  if (type === 'FORBIDDEN' && /\bSAML\b/.test(reason)) return { kind: 'forbidden', reason, missing: 'sso', authoriseAt: null };
  if (type === 'FORBIDDEN') return { kind: 'forbidden', reason, missing: /accessible by personal access token|by integration/i.test(reason) ? 'organization_projects=read' : null, authoriseAt: null };
  if (type === 'NOT_FOUND') return { kind: 'not-found' };
  if (type === 'RATE_LIMITED' || type === 'RATE_LIMIT') return { kind: 'rate-limited', until: resetOf(headers, now), scope: 'issue' };
  return changedShape(`GraphQL: ${reason || type}`);
}

const WEIGHTS: readonly TrackerError['kind'][] = ['rate-limited', 'forbidden', 'not-found'];
const weight = ({ kind }: TrackerError): number => (WEIGHTS.includes(kind) ? WEIGHTS.indexOf(kind) : WEIGHTS.length);

function resetOf(headers: Headers, now: Instant): Instant {
  const seconds = wholeNumber(headers.get('x-ratelimit-reset'));
  return seconds === null || seconds * 1000 <= now ? now + 60_000 : seconds * 1000;
}

/** Points that are spent leave the hour of REST untouched. */
function ofItsOwn<T>(outcome: Outcome<T>): Outcome<T> {
  return !outcome.ok && outcome.error.kind === 'rate-limited' && outcome.error.scope === 'primary' ? fail({ ...outcome.error, scope: 'issue' }) : outcome;
}
