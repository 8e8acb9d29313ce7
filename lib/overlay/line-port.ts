import type { LineRow, MessageName, Messages } from '../messaging/messages.ts';

/**
 * The door between two scripts that are built apart: the always-on overlay, which knows where the page is, and line.js, which the worker
 * brings to a page that has a line, into the same isolated world.
 */
export interface LinePort {
  /** Shows these lines from now on, or none. */
  show(rows: readonly LineRow[], send: Send): void;
}

export type Send = <N extends MessageName>(name: N, payload: Messages[N]['request']) => Promise<Messages[N]['response']>;

declare global {
  // Only `var` declares a property of globalThis.
  var waymarkLine: LinePort | undefined;
}
