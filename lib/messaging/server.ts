import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import type { MessageName, Messages, Problem, Reply } from './messages.ts';
import { ProblemError } from './problem.ts';
import { isMessageName, PROTOCOL } from './protocol.ts';
import { maySpeakOf, trustOf, type MessageSender, type Trust, type Us } from './trust.ts';

export interface Caller<S extends MessageSender = MessageSender> {
  readonly sender: S;
  readonly trust: Trust;
}

export type Handlers<S extends MessageSender = MessageSender> = {
  readonly [N in MessageName]: (payload: Messages[N]['request'], caller: Caller<S>) => Promise<Messages[N]['response']>;
};

const REFUSED: Problem = { kind: 'refused', sentence: 'Waymark refused this request.', action: null };
const MALFORMED: Problem = { kind: 'malformed', sentence: 'Waymark could not read this request.', action: 'Reload the page: it may run an older version of Waymark.' };

/**
 * Answers one message: first who sent it, then what it is, then what it carries. `undefined` for what is not ours. What fails is answered as a problem: its own, or what `toProblem` makes of the error alone, without the payload.
 */
export async function answer<S extends MessageSender>(
  message: unknown,
  sender: S,
  server: { readonly us: Us; readonly handlers: Handlers<S>; readonly toProblem: (error: unknown) => Problem },
): Promise<Reply | undefined> {
  if (typeof message !== 'object' || message === null || !('waymark' in message)) return undefined;
  const name = message.waymark;
  if (!isMessageName(name)) return undefined;
  const trust = trustOf(sender, server.us);
  const rule = PROTOCOL[name];
  if (trust.level === 'none' || (rule.trust === 'page' && trust.level !== 'page')) return { ok: false, problem: REFUSED };
  const read = rule.schema.safeParse('payload' in message ? message.payload : undefined);
  if (!read.success) return { ok: false, problem: MALFORMED };
  // `name` picked both the schema and what it speaks of, so they agree; TypeScript cannot see that across the union.
  const of = rule.trust === 'overlay' ? (rule.of as (payload: unknown) => readonly (IssueKey | ProjectKey | SprintKey)[]) : null;
  if (of && !maySpeakOf(trust, of(read.data))) return { ok: false, problem: REFUSED };
  try {
    // Likewise the handler.
    const handle = server.handlers[name] as (payload: unknown, caller: Caller<S>) => Promise<Messages[MessageName]['response']>;
    return { ok: true, value: await handle(read.data, { sender, trust }) };
  } catch (error) {
    return { ok: false, problem: error instanceof ProblemError ? error.problem : server.toProblem(error) };
  }
}
