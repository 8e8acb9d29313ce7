import type { Instant } from '../core/time.ts';
import type { Read } from './read.ts';
import type { RejectedRow } from './tracker.ts';

/** An exchange that brought no answer to what was asked, as a value. Sentences for people are made from it at the top. */
export type TrackerError =
  /** The request went into learning what the site is (`Exchanged.site`): keep that, and ask the same again at once. */
  | { readonly kind: 'learning' }
  | { readonly kind: 'rate-limited'; readonly until: Instant; readonly scope: 'primary' | 'secondary' | 'issue' }
  | { readonly kind: 'unauthorised'; readonly reason: string }
  | { readonly kind: 'forbidden'; readonly reason: string; readonly missing: string | null; readonly authoriseAt: string | null }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'page-limit' }
  | { readonly kind: 'server'; readonly status: number; readonly retryAt: Instant | null }
  /** `page`: a web page came instead of data, as of a network's sign-in, a proxy or a firewall. */
  | { readonly kind: 'changed-shape'; readonly reason: string; readonly page?: true };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: TrackerError };

/** What is left of the hourly allowance after an exchange; `null` where the site has none (Enterprise Server by default). */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Instant;
}

/** What every answered exchange also tells: the limiter's state is made of these. */
export interface Exchanged<T> {
  readonly outcome: Outcome<T>;
  readonly allowance: Allowance | null;
  /** What the tracker knows of the site now, where that is more than before: kept, and given back with the next credentials. */
  readonly site?: unknown;
  /** Whom the site took us for, by its own name of them, where the answer says so; only of the browser's own session. */
  readonly whose?: string;
}

/** An answer as it came, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON; text when it was none; `undefined` when there was no body. */
  readonly body: unknown;
  /** The address that answered in the end, after redirects. */
  readonly url: string;
}

/** Reads what an exchange that succeeded brought: its answer, or what that has been read as before; one that failed stays as it is. */
export function readAnswer<T, A = Answer>({ outcome, ...told }: Exchanged<A>, read: (value: A) => Outcome<T>): Exchanged<T> {
  return { ...told, outcome: outcome.ok ? read(outcome.value) : outcome };
}

/** An exchange that failed in this way means something after all: a 404 on a list that a server lacks is an empty list. */
export function orElse<T>({ outcome, ...told }: Exchanged<T>, kinds: readonly TrackerError['kind'][], value: T): Exchanged<T> {
  return { ...told, outcome: !outcome.ok && kinds.includes(outcome.error.kind) ? succeed(value) : outcome };
}

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

type ChangedShape = Extract<TrackerError, { kind: 'changed-shape' }>;

export function changedShape(reason: string): ChangedShape {
  return { kind: 'changed-shape', reason };
}

export function fail(error: TrackerError): Outcome<never> {
  return { ok: false, error };
}

/** Whether an answer is JSON, or by right nothing. */
export function isData({ body, status }: Pick<Answer, 'body' | 'status'>): boolean {
  return status === 204 || status === 205 || (typeof body === 'object' && body !== null);
}

/** What 404 and 410 mean. A proxy's or a portal's page would have us forget issues that still exist. */
export function notThere(answer: Pick<Answer, 'body' | 'status'>): TrackerError {
  return isData(answer) ? { kind: answer.status === 404 ? 'not-found' : 'gone' } : notData(answer);
}

/** An answer that is no data: a web page where it looks like one, else something that was cut off. */
export function notData({ body, status }: Pick<Answer, 'body' | 'status'>): ChangedShape {
  const page = typeof body === 'string' && /^\s*<(?:!doctype|html|head|\?xml|!--)/i.test(body);
  return page ? { ...changedShape(`a page instead of an answer (status ${status})`), page } : changedShape(`an answer that is not JSON (status ${status})`);
}

/** An answer that another site gave in this one's place, as a network's sign-in page does. */
export function fromElsewhere(): TrackerError {
  return { kind: 'changed-shape', reason: 'an answer from another site', page: true };
}

/** A call that was not worth a request. */
export function refuse(error: TrackerError): Exchanged<never> {
  return { outcome: fail(error), allowance: null };
}

/** The rows of a list, the readable ones apart from the others. */
export function readRows<T>(body: unknown, read: (raw: unknown) => Read<T>): Outcome<{ rows: readonly T[]; rejected: readonly RejectedRow[] }> {
  if (!Array.isArray(body)) return fail(changedShape('a list was expected'));
  const rows: T[] = [];
  const rejected: RejectedRow[] = [];
  for (const [index, raw] of body.entries()) {
    const row = read(raw);
    if (row.ok) rows.push(row.value);
    else rejected.push({ id: idOf(raw) ?? `row ${index}`, reason: row.reason });
  }
  return succeed({ rows, rejected });
}

/** It is told in the diagnostics, whatever a site takes for an id. */
const LONGEST_ID = 100;

function idOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  return typeof raw.id === 'number' || typeof raw.id === 'string' || typeof raw.id === 'bigint' ? String(raw.id).slice(0, LONGEST_ID) : null;
}
