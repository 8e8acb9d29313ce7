import { browser } from 'wxt/browser';
import type { Broadcast, Envelope, MessageName, Messages, PageReport, Problem, Reply, SendInPage } from '../messaging/messages.ts';

/** A request that did not get its answer. `stopped` says that this script outlived its extension and must go. */
export class RequestFailed extends Error {
  readonly kind: string;
  readonly problem: Problem | null;

  constructor(kind: string, problem: Problem | null) {
    super(problem?.sentence ?? kind);
    this.name = 'RequestFailed';
    this.kind = kind;
    this.problem = problem;
  }
}

/** The worker speaks to no overlay on a host that the user took away. It injects a new one when the host is given back. */
let hostTakenAway = false;

/** False once the extension was updated, reloaded or removed, or may no longer be on this site. The browser tells nobody: it has to be asked. */
export function isAlive(): boolean {
  try {
    return !hostTakenAway && browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** Asks the worker. Throws `RequestFailed`. */
export async function send<N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<Messages[N]['response']> {
  const envelope: Envelope<N> = { waymark: name, payload };
  // The worker may have died over it: the next message starts it again, and all that an overlay asks may be asked twice.
  const reply = (await deliver(envelope)) ?? (await deliver(envelope));
  if (!reply) throw new RequestFailed(isAlive() ? 'no-answer' : 'stopped', null);
  // The overlay asks only about its own site's issues: refused means that the site is no longer ours.
  if (!reply.ok && name === 'describe' && reply.problem.kind === 'refused') hostTakenAway = true;
  if (!reply.ok) throw new RequestFailed(reply.problem.kind, reply.problem);
  return reply.value;
}

async function deliver<N extends MessageName>(envelope: Envelope<N>): Promise<Reply<N> | undefined> {
  if (!isAlive()) return undefined;
  try {
    // The worker is the same build as this script, and its server answers nothing but a Reply.
    return (await browser.runtime.sendMessage(envelope)) as Reply<N> | undefined;
  } catch {
    return undefined;
  }
}

/** Hears the worker's broadcasts until the signal ends; what the handler returns answers the sender. */
export function onBroadcast(handler: (broadcast: Broadcast) => PageReport | undefined, signal: AbortSignal): void {
  const listener = (message: unknown, sender: { id?: string }, answer: (report: PageReport | SentFromPage | null) => void): true | undefined => {
    if (sender.id !== browser.runtime?.id) return;
    if (isSendInPage(message)) {
      sendFromPage(message).then(answer, () => answer(null));
      return true;
    }
    if (!isBroadcast(message)) return;
    const report = handler(message);
    if (report) answer(report);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    if (isAlive()) browser.runtime.onMessage.removeListener(listener);
  });
}

function isBroadcast(message: unknown): message is Broadcast {
  if (typeof message !== 'object' || message === null || !('waymark' in message)) return false;
  return message.waymark === 'changed' || message.waymark === 'tag-selection' || message.waymark === 'report';
}

interface SentFromPage {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  readonly limitReason: string | null;
  readonly body: string;
}

/** A write that the site accepts from its own pages only. It goes to this very site, whatever the message says. */
async function sendFromPage({ url, method, headers, body }: SendInPage): Promise<SentFromPage | null> {
  if (new URL(url).origin !== location.origin) return null;
  // In Firefox a content script's own fetch is the extension's; the page's is here.
  const { content = globalThis } = globalThis as { content?: { fetch: typeof fetch } };
  const response = await content.fetch(url, { method, headers, body, credentials: 'same-origin' });
  return { status: response.status, contentType: response.headers.get('content-type') ?? '', retryAfter: response.headers.get('retry-after'), limitReason: response.headers.get('ratelimit-reason'), body: await response.text() };
}

function isSendInPage(message: unknown): message is SendInPage {
  return typeof message === 'object' && message !== null && 'waymark' in message && message.waymark === 'send';
}
