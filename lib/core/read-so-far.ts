import { DAY, type Instant } from './time.ts';

/** The job that reads a project's changes, once all from the beginning and then what is new. */
interface Changes {
  /** When it last came to its end; `null` until it has been there once. */
  readonly finishedAt: Instant | null;
}

/**
 * How far the closed issues of a project are known, by its job: days of which none was read are no days on which nothing was finished. `soon`: all are on their way, the latest as the last. `some`: without a sign-in only
 * those that were closed since the first visit. That all open ones have been read, as a visit without a sign-in may do, says nothing of it.
 *
 * `readSoFar(undefined)` → `'some'`
 */
export function readSoFar(changes: Changes | undefined): 'all' | 'soon' | 'some' {
  if (!changes) return 'some';
  return changes.finishedAt === null ? 'soon' : 'all';
}

/** Between these moments it is known what a project finished; days outside of them are no days on which nothing was. */
export interface KnownSpan {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * From when to when it is known what a project finished. Its beginning: `first`, the first that is known of it; without a sign-in, the first issue that was seen closed. Its end is the last reading: who comes back reads what was
 * finished meanwhile with its own day, so that only the days since then are unread. `syncedAt` is that of the visits without a sign-in. While all is being read for the first time, nothing is known.
 *
 * `knownSpan({changes: {finishedAt: Monday}, syncedAt: Monday, first: in May, firstFinished: in June}, Thursday)` → `{from: in May, until: Monday}`
 */
export function knownSpan({ changes, syncedAt, first, firstFinished }: { readonly changes: Changes | undefined; readonly syncedAt: Instant | null; readonly first: Instant; readonly firstFinished: Instant | undefined }, now: Instant): KnownSpan {
  if (!changes) return { from: Math.max(first, firstFinished ?? now), until: Math.min(now, syncedAt ?? now) };
  // A clock that has been put back since dates a reading in the days to come.
  return changes.finishedAt === null ? { from: now, until: now } : { from: first, until: Math.min(now, changes.finishedAt) };
}

/** What a reading needs: that the project is shown to whoever asks, and that somebody may read all of it. */
interface Reading {
  readonly changes: (Changes & { readonly error: { readonly kind: string } | null }) | undefined;
  /** `silent`: not found by whoever asks now. */
  readonly state: string;
  /** How we are signed in; `undefined` where nobody has ever said. */
  readonly connection: { readonly tracker: 'github' | 'jira'; readonly tokenKind: string | null; readonly state: string } | undefined;
}

const REFUSALS: ReadonlySet<string> = new Set(['not-found', 'gone', 'forbidden']);
/** Numbers are counted by days: who signs in again on the same day has missed none. */
const LASTS = DAY;

/**
 * When all of a project was last read, where nobody can read it any more: its token was removed, or may no longer see it, or the site has taken no sign-in of ours for a day. What is stored is of that moment then, and nothing
 * is told from it as if it were of today. `null` where it is still read, or never was.
 *
 * `lastReadOf({changes: {finishedAt: 9, error: null}, state: 'ready', connection: {tracker: 'github', tokenKind: null, state: 'ok'}}, now)` → `9`
 */
export function lastReadOf({ changes, state, connection }: Reading, now: Instant): Instant | null {
  if (!changes || changes.finishedAt === null) return null;
  if (connection?.state === 'unauthorised' && now - changes.finishedAt >= LASTS) return changes.finishedAt;
  // Without a token Jira is read by the browser's own session, or as it is shown to everybody.
  const unsigned = connection?.tracker === 'github' && connection.tokenKind === null;
  return unsigned || state === 'silent' || REFUSALS.has(changes.error?.kind ?? '') ? changes.finishedAt : null;
}

/**
 * When anything of a project was last read, where that is over: it cannot be read whole any more, or nobody was there for a day. At the visits to a project that everybody may see, what is open still is. `null`: what is told of it is of today.
 *
 * `lastSeenOf({changes: {finishedAt: Monday, error: null}, state: 'ready', syncedAt: Monday, connection: {tokenKind: 'fine-grained', …}}, Thursday)` → `Monday`
 */
export function lastSeenOf(reading: Reading & { readonly syncedAt: Instant | null }, now: Instant): Instant | null {
  const { changes, syncedAt } = reading;
  const last = changes ? changes.finishedAt : syncedAt;
  const readAt = lastReadOf(reading, now) ?? (last !== null && now - last >= LASTS ? last : null);
  return readAt === null ? null : Math.max(readAt, syncedAt ?? readAt);
}
