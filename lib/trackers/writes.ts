import type { IssueKey, SharedFacts, SprintKey } from '../core/issue.ts';

/** One change to one issue or sprint, each safe to repeat. */
export type TrackerWrite =
  | { readonly kind: 'add-label' | 'remove-label'; readonly key: IssueKey; readonly label: string; readonly share?: SharedFacts }
  /** Only for trackers that say so by `shares`: what the team knows of the issue, in the issue. */
  | { readonly kind: 'share'; readonly key: IssueKey; readonly share: SharedFacts }
  /** Where sprints have a field for the goal (`goalIn`), the description is the goal. */
  | { readonly kind: 'set-sprint-description'; readonly sprint: SprintKey; readonly description: string };

/** How a write leaves: `worker` from the extension itself, `tab` from a page of the site that stands open, as if the site had sent it. */
export type WriteWay = 'worker' | 'tab';

/** What came back of a write. */
export interface SentBack {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | null;
  /** What the limit is of, where the site says so (`RateLimit-Reason`). */
  readonly limitReason?: string | null;
  readonly body: string;
}

/** Where a page says who is signed in there, and whether that is who is signed in here: in Firefox each container has a sign-in of its own. */
export interface SamePerson {
  readonly url: string;
  isSame(body: string): boolean;
}

/** Sends a write on its way; `null` when that way is not open (no tab of the site, no rule to be had). `url` is of the site itself. */
export type SendWrite = (
  way: WriteWay,
  request: { readonly method: 'POST' | 'PUT'; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly session: boolean; readonly same?: SamePerson },
  signal?: AbortSignal,
) => Promise<SentBack | null>;
