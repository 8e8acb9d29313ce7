import type { ProjectKey } from '../core/issue.ts';
import type { Instant } from '../core/time.ts';

/** What went wrong and what to do now, in words for people. */
export interface Problem {
  readonly kind: string;
  readonly sentence: string;
  readonly action: string | null;
  /** Where it is done, when that is a page. */
  readonly link?: { readonly to: string; readonly words: string };
  /** The site that the browser has to be asked for, which takes a click. */
  readonly allow?: string;
}

export interface PendingWrite {
  readonly id: string;
  readonly summary: string;
  readonly state: 'queued' | 'sending' | 'failed';
  /** Until then it can be taken back; `null` when it is on its way or has failed. */
  readonly undoUntil: Instant | null;
  readonly failure: string | null;
  /** It was tried without an answer, and is tried again then. */
  readonly againAt?: Instant;
  /** The session on this site has ended: it waits until somebody is signed in there again. */
  readonly signInTo?: string;
  /** A teammate was faster: `retryWrite` goes over theirs, `dropWrite` keeps it. */
  readonly conflict?: boolean;
  /** It was made while somebody else was signed in: `retryWrite` sends it `as` this one. */
  readonly sendAs?: string;
}

/** A tracker's site and how we are signed in there: by a token, by the browser's own session, or not at all. */
export interface SiteView {
  readonly host: string;
  readonly tracker: 'github' | 'jira';
  readonly signIn: 'token' | 'session' | 'none';
}

/** What the overlay of the tab says of itself. */
export interface PageReport {
  readonly surface: string | null;
  readonly recognised: boolean;
  readonly links: number;
  readonly badges: number;
  readonly project: ProjectKey | null;
  /** The id of the board whose page the tab shows, of GitHub its Project's number, where the address tells it. */
  readonly board: number | null;
}
