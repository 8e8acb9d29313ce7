import { browser } from 'wxt/browser';
import type { Broadcast, Envelope, MessageName, Messages, PageReport, Reply, SendInPage } from '../messaging/messages.ts';

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

/** Asks the worker. Throws when no answer came, or a problem: the overlay shows that it failed, and its card asks again and says why. */
export async function send<N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<Messages[N]['response']> {
  const envelope: Envelope<N> = { waymark: name, payload };
  // The worker may have died over it: the next message starts it again, and all that an overlay asks may be asked twice.
  const reply = (await deliver(envelope)) ?? (await deliver(envelope));
  if (reply?.ok) return reply.value;
  // The overlay asks only about its own site's issues: refused means that the site is no longer ours.
  if (name === 'describe' && reply?.problem.kind === 'refused') hostTakenAway = true;
  throw new Error(reply?.problem.sentence);
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
    if (sender.id !== browser.runtime?.id || !isOurs(message)) return;
    if (message.waymark === 'send') {
      sendFromPage(message).then(answer, () => answer(null));
      return true;
    }
    const report = handler(message);
    if (report) answer(report);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    if (isAlive()) browser.runtime.onMessage.removeListener(listener);
  });
}

/** The worker and our own pages are of the same build, and say nothing else that is named so. The overlay passes over what it does not know. */
function isOurs(message: unknown): message is Broadcast | SendInPage {
  return typeof message === 'object' && message !== null && 'waymark' in message;
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
