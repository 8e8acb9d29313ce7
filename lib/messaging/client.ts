import { forgetDrafts, keepDraft, recallDraft } from '../platform/drafts.ts';
import { forgetViews, keepView, lastKept, recallView } from '../platform/last-view.ts';
import { activeTab, askHostPermission, dropHostPermission, onBroadcast, openOptions, sendToWorker, version } from '../platform/page.ts';
import type { Broadcast, Envelope, MessageName, Messages, Problem, Reply } from './messages.ts';
import { ProblemError } from './problem.ts';

/** A request that the worker answered with a problem; `problem` says what happened and what to do, for people. */
export class RequestFailed extends ProblemError {
  override name = 'RequestFailed';
}

const UNREACHABLE: Problem = { kind: 'stopped', sentence: 'Waymark’s background worker did not answer.', action: 'Reload this page; if that does not help, restart the browser.' };

/** What may have happened although no answer came, and would go wrong a second time. */
const ONCE: ReadonlySet<MessageName> = new Set<MessageName>(['createRoadmapItem', 'undo', 'importData']);

/** Asks the worker. Rejects with RequestFailed, never with anything else. */
export async function request<N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<Messages[N]['response']> {
  const envelope: Envelope<N> = { waymark: name, payload };
  let reply = await sendToWorker(envelope).catch(() => undefined);
  // The worker may have died over it: the next message starts it again.
  if (reply === undefined && !ONCE.has(name)) reply = await sendToWorker(envelope).catch(() => undefined);
  if (!isReply<N>(reply)) throw new RequestFailed(UNREACHABLE);
  if (!reply.ok) throw new RequestFailed(reply.problem);
  if (name === 'forgetSite') {
    forgetViews();
    forgetDrafts((payload as Messages['forgetSite']['request']).host);
  }
  return reply.value;
}

/** Tells the worker whenever the network comes back while this page stands open: asleep, it hears nothing of it. */
export function tellWhenOnline(): void {
  addEventListener('online', ({ isTrusted }) => {
    // What the page beside a card makes up is no news.
    if (isTrusted) void request('backOnline', null).catch(() => undefined); // it is tried again by itself anyway
  });
}

function isReply<N extends MessageName>(value: unknown): value is Reply<N> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** Calls back whenever the worker has stored something new. Returns the way to stop. */
export function onChanged(listener: (message: Extract<Broadcast, { waymark: 'changed' }>) => void): () => void {
  return onBroadcast((message) => {
    if (message.waymark === 'changed') listener(message);
  });
}

export { activeTab, askHostPermission, dropHostPermission, keepDraft, keepView, lastKept, openOptions, recallDraft, recallView, version };
