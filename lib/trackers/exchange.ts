import type { Read } from './read.ts';
import type { Exchanged, Outcome, RejectedRow, TrackerError } from './tracker.ts';

/** An answer as it came, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON; text when it was none; `undefined` when there was no body. */
  readonly body: unknown;
  /** The address that answered in the end, after redirects. */
  readonly url: string;
}

/** Reads the answer of an exchange that succeeded; one that failed stays as it is. */
export function readAnswer<T>(exchanged: Exchanged<Answer>, read: (answer: Answer) => Outcome<T>): Exchanged<T> {
  return readFurther(exchanged, read);
}

/** The same of an exchange whose answer has been read as something else before. */
export function readFurther<A, T>({ outcome, ...told }: Exchanged<A>, read: (value: A) => Outcome<T>): Exchanged<T> {
  return { ...told, outcome: outcome.ok ? read(outcome.value) : outcome };
}

/** An exchange that failed in this way means something after all: a 404 on a list that a server lacks is an empty list. */
export function orElse<T>({ outcome, ...told }: Exchanged<T>, kinds: readonly TrackerError['kind'][], value: T): Exchanged<T> {
  return { ...told, outcome: !outcome.ok && kinds.includes(outcome.error.kind) ? succeed(value) : outcome };
}

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function changedShape(reason: string): TrackerError {
  return { kind: 'changed-shape', reason };
}

export function fail(error: TrackerError): Outcome<never> {
  return { ok: false, error };
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

function idOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  return typeof raw.id === 'number' || typeof raw.id === 'string' || typeof raw.id === 'bigint' ? String(raw.id) : null;
}
