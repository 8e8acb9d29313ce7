import type { IssueKey } from '../core/issue.ts';

/** What the overlay asks of the card. */
export interface PanelRequest {
  /** The element to stand beside: a badge, or a row that has none yet. It may leave the page while the card is open. */
  anchor: HTMLElement;
  /** The first is the card's; in tag mode all of them are tagged at once. */
  keys: IssueKey[];
  /** `tag` puts the focus straight into the tag picker. */
  focus: 'card' | 'tag';
  /** Called once however the card was closed, also when another request takes its place. */
  onClose(): void;
}

/**
 * The door between two scripts that are built apart: the always-on overlay, and panel.js, which the worker injects
 * into the same isolated world on the first click and which leaves itself here.
 */
export interface PanelPort {
  open(request: PanelRequest): void;
  close(): void;
  /** Which of these rows a keyboard command is about. */
  selectedAmong<Row extends { readonly container: Element }>(document: Document, rows: readonly Row[]): Row[];
}

declare global {
  // Only `var` declares a property of globalThis.
  var waymarkPanel: PanelPort | undefined;
}
