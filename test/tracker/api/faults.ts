import type { Behaviours } from '../model/behaviours.ts';
import { randomFrom, type Random } from '../seed/random.ts';
import type { SentReply } from '../send.ts';
import type { Answer } from './answer.ts';

/** How an answer is spoilt on its way: refused instead, or damaged while it is sent. */
export type Fault = { kind: 'answer'; answer: Answer } | { kind: 'drop' | 'cut-json' | 'html' | 'malformed-rows' | 'slow' };

/** The troubles that every tracker may have. */
type Troubles = Pick<Behaviours, 'dropBody' | 'invalidJson' | 'htmlInsteadOfJson' | 'randomFaults' | 'onlyPaths'> & { serverErrors: { status: number; times: number; retryAfter?: number } | null };

/** How a tracker refuses, in its own words. `ordered` is the limit that was set for the next answers; without one it is any limit at all. */
export interface Refusing<Limit extends { times: number }> {
  ordered: Limit | null;
  limit(ordered: Limit | null): Answer;
  server(status: number, retryAfter?: number): Answer;
}

const KINDS = ['drop', 'cut-json', 'html', 'server-error', 'limit', 'malformed-rows', 'slow'] as const;
const streams = new WeakMap<object, Random>();

/** The fault that strikes this answer, if any; counted faults are used up by it. */
export function nextFault<Limit extends { times: number }>(behaviours: Troubles, path: string, refusing: Refusing<Limit>): Fault | undefined {
  if (behaviours.onlyPaths !== null && !path.includes(behaviours.onlyPaths)) return undefined;
  const { serverErrors, randomFaults } = behaviours;
  const { ordered } = refusing;
  if (ordered && ordered.times > 0) {
    ordered.times -= 1;
    return { kind: 'answer', answer: refusing.limit(ordered) };
  }
  if (serverErrors && serverErrors.times > 0) {
    serverErrors.times -= 1;
    return { kind: 'answer', answer: refusing.server(serverErrors.status, serverErrors.retryAfter) };
  }
  for (const [name, kind] of [['dropBody', 'drop'], ['invalidJson', 'cut-json'], ['htmlInsteadOfJson', 'html']] as const) {
    if (behaviours[name] === 0) continue;
    behaviours[name] -= 1;
    return { kind };
  }
  return randomFaults ? randomFault(randomFaults, refusing) : undefined;
}

function randomFault<Limit extends { times: number }>(mode: { seed: number; rate: number }, refusing: Refusing<Limit>): Fault | undefined {
  const random = streams.get(mode) ?? randomFrom(mode.seed);
  streams.set(mode, random);
  if (!random.chance(mode.rate)) return undefined;
  const kind = random.pick(KINDS);
  if (kind === 'server-error') return { kind: 'answer', answer: refusing.server(502) };
  if (kind === 'limit') return { kind: 'answer', answer: refusing.limit(null) };
  return { kind };
}

/** Does to a reply what can be done to its text; the rest is left to the socket. */
export function damaged<Reply extends Pick<SentReply, 'text' | 'headers'>>(reply: Reply, fault: Fault | undefined): Reply & { damage?: 'drop' | 'slow' } {
  if (fault?.kind === 'drop' || fault?.kind === 'slow') return { ...reply, damage: fault.kind };
  if (fault?.kind === 'cut-json') return { ...reply, text: reply.text.slice(0, Math.floor(reply.text.length / 2)) };
  if (fault?.kind === 'html') return { ...reply, headers: { ...reply.headers, 'content-type': 'text/html; charset=utf-8' }, text: '<!doctype html><title>Sign in to the guest network</title><h1>Welcome to the guest network</h1>' };
  return reply;
}

/** Spoils the first rows of a list, each in another way that real servers have shown: a missing field, a null, a wrong type. */
export function damageRows(body: unknown, count: number): unknown {
  if (!Array.isArray(body)) return body;
  return body.map((row: unknown, index) => {
    if (index >= count || typeof row !== 'object' || row === null) return row;
    const { updated_at: _lost, ...rest } = { updated_at: null, ...row };
    return [rest, { ...row, title: null }, { ...row, number: 'twelve' }, { ...row, labels: null }, { ...row, user: null, state: undefined }, null][index % 6];
  });
}
