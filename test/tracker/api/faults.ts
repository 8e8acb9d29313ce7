import type { Behaviours } from '../model/behaviours.ts';
import { randomFrom, type Random } from '../seed/random.ts';
import { type Answer } from './answer.ts';
import { secondaryLimit, serverError } from './refusals.ts';

/** How an answer is spoilt on its way: refused instead, or damaged while it is sent. */
export type Fault = { kind: 'answer'; answer: Answer } | { kind: 'drop' | 'cut-json' | 'html' | 'malformed-rows' | 'slow' };

const KINDS = ['drop', 'cut-json', 'html', 'server-error', 'secondary', 'malformed-rows', 'slow'] as const;
const streams = new WeakMap<object, Random>();

/** The fault that strikes this answer, if any; counted faults are used up by it. */
export function nextFault(behaviours: Behaviours, path: string): Fault | undefined {
  if (behaviours.onlyPaths !== null && !path.includes(behaviours.onlyPaths)) return undefined;
  const { serverErrors, secondaryLimit: limit, randomFaults } = behaviours;
  if (limit && limit.times > 0) {
    limit.times -= 1;
    return { kind: 'answer', answer: secondaryLimit(limit.status, limit.retryAfter) };
  }
  if (serverErrors && serverErrors.times > 0) {
    serverErrors.times -= 1;
    return { kind: 'answer', answer: serverError(serverErrors.status) };
  }
  for (const [name, kind] of [['dropBody', 'drop'], ['invalidJson', 'cut-json'], ['htmlInsteadOfJson', 'html']] as const) {
    if (behaviours[name] === 0) continue;
    behaviours[name] -= 1;
    return { kind };
  }
  return randomFaults ? randomFault(randomFaults) : undefined;
}

function randomFault(mode: { seed: number; rate: number }): Fault | undefined {
  const random = streams.get(mode) ?? randomFrom(mode.seed);
  streams.set(mode, random);
  if (!random.chance(mode.rate)) return undefined;
  const kind = random.pick(KINDS);
  if (kind === 'server-error') return { kind: 'answer', answer: serverError(502) };
  if (kind === 'secondary') return { kind: 'answer', answer: secondaryLimit(403, 1) };
  return { kind };
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
