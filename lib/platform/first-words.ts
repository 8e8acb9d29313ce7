import type { Envelope, MessageName, Messages, Reply } from '../messaging/messages.ts';

interface Runtime {
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: { addListener(listener: () => void): void };
}

interface Api {
  readonly runtime?: Runtime;
}

/** The extension's API is touched here and not before, not even by an import: the first touch takes a page 1 ms, and most pages have nothing for us. */
function touchRuntime(): Runtime | undefined {
  const { browser, chrome } = globalThis as { browser?: Api; chrome?: Api }; // Firefox has the first, Chromium has the second or both
  return (browser ?? chrome)?.runtime;
}

/** Tells the worker something, from the smallest of our scripts. `undefined` where no good answer comes: what there is to say of that, the overlay says. */
export async function tell<N extends MessageName>(name: N, payload: Messages[N]['request']): Promise<Messages[N]['response'] | undefined> {
  const envelope: Envelope<N> = { waymark: name, payload };
  try {
    // The worker is the same build as this script, and its server answers nothing but a Reply.
    const reply = (await touchRuntime()?.sendMessage(envelope)) as Reply<N> | undefined;
    return reply?.ok ? reply.value : undefined;
  } catch {
    return undefined;
  }
}

/** Calls back at every word of the worker's. */
export function onAnyWord(listener: () => void): void {
  touchRuntime()?.onMessage.addListener(() => listener());
}
