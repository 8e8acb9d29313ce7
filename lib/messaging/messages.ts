import type { IssueKey, ProjectKey } from '../core/issue.ts';
import type { BulkMessages } from './bulk-messages.ts';
import type { CardMessages } from './card-messages.ts';
import type { LineMessages } from './line-messages.ts';
import type { OptionsMessages } from './options-messages.ts';
import type { PopupMessages } from './popup-messages.ts';
import type { RoadmapFileMessages } from './roadmap-file-messages.ts';
import type { RoadmapMessages } from './roadmap-messages.ts';
import type { SprintMessages } from './sprint-messages.ts';
import type { Problem } from './shared-views.ts';

export type * from './bulk-messages.ts';
export type * from './card-messages.ts';
export type * from './line-messages.ts';
export type * from './options-messages.ts';
export type * from './popup-messages.ts';
export type * from './roadmap-messages.ts';
export type * from './shared-views.ts';
export type * from './sprint-messages.ts';

/** Every request: its name, payload and answer. The server's table says what trust each one needs. */
export interface Messages extends CardMessages, PopupMessages, OptionsMessages, RoadmapMessages, RoadmapFileMessages, BulkMessages, SprintMessages, LineMessages {}

export type MessageName = keyof Messages;
export type Envelope<N extends MessageName = MessageName> = { readonly waymark: N; readonly payload: Messages[N]['request'] };
export type Reply<N extends MessageName = MessageName> = { readonly ok: true; readonly value: Messages[N]['response'] } | { readonly ok: false; readonly problem: Problem };

/** From the worker to overlays and open pages. Never holds a token, a title or anything but keys. */
export type Broadcast =
  | { readonly waymark: 'changed'; readonly keys: readonly IssueKey[]; readonly projects: readonly ProjectKey[] }
  /** The keyboard command: tag the focused or selected rows. */
  | { readonly waymark: 'tag-selection' }
  /** The popup asks the tab's overlay. Answered with a PageReport. */
  | { readonly waymark: 'report' };

/** From the worker to one tab: send this to your own site, as the page itself would. Answered with what came back. */
export interface SendInPage {
  readonly waymark: 'send';
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}
