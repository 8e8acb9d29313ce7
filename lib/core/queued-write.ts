import type { IssueKey, SprintKey } from './issue.ts';
import type { ShareWish } from './shared-facts.ts';

/** A wish for the tracker, as it waits to be written. */
export type QueuedWrite =
  | { readonly kind: 'label'; readonly key: IssueKey; readonly label: string; readonly present: boolean; /** The label says that the issue serves its sprint's goal. */ readonly marks?: 'goal' }
  /** For the whole team, in the issue itself. Only what changes: the rest is the tracker's, and is read before it is written over. */
  | ({ readonly kind: 'share'; readonly key: IssueKey } & ShareWish)
  /** `goal` is what the description is written for: where the rest of it has changed meanwhile, only that is put in. */
  | { readonly kind: 'sprint-description'; readonly sprint: SprintKey; readonly description: string; readonly goal?: string };

type Queued = { readonly write: QueuedWrite; readonly state: 'queued' | 'sending' | 'failed' };

/** What a write is about, its issue or its sprint: `subjectOf({kind: 'label', key: 'github.com/acme/shop#12', …})` → `github.com/acme/shop#12` */
export function subjectOf(write: QueuedWrite): IssueKey | SprintKey {
  return write.kind === 'sprint-description' ? write.sprint : write.key;
}

/**
 * How long a write is held at the most before it is sent, in milliseconds: for second thoughts before it was ever sent, for another try afterwards. A moment further ahead was noted by a clock that has been put back.
 *
 * `longestHold({attempts: 0})` → `60000` · `longestHold({attempts: 3})` → `3600000`
 */
export function longestHold({ attempts }: { readonly attempts: number }): number {
  return attempts === 0 ? 60_000 : 60 * 60_000;
}

/** The issue that a write is about; `null` for a sprint's. `issueOfWrite({kind: 'label', key: 'github.com/acme/shop#12', …})` → `'github.com/acme/shop#12'` */
export function issueOfWrite(write: QueuedWrite): IssueKey | null {
  return write.kind === 'sprint-description' ? null : write.key;
}

/**
 * The rows that put a roadmap label on an issue or take one off, by label. That it serves its sprint's goal is a label too, but another wish of another gesture.
 *
 * `tagWrites([row with {kind: 'label', label: 'roadmap:pay', …}])` → `Map {'roadmap:pay' => that row}`
 */
export function tagWrites<R extends Pick<Queued, 'write'>>(rows: readonly R[]): ReadonlyMap<string, R> {
  return new Map(rows.flatMap((row) => (row.write.kind === 'label' && row.write.marks === undefined ? [[row.write.label, row] as const] : [])));
}

/**
 * The label wishes that count as done already: a failed one has not come true.
 *
 * `pendingLabels([{state: 'queued', write: {label: 'roadmap:pay', present: true, …}}, {state: 'failed', …}])` → `[{label: 'roadmap:pay', present: true, …}]`
 */
export function pendingLabels(rows: readonly Queued[]): { readonly label: string; readonly present: boolean }[] {
  return rows.flatMap((row) => (row.write.kind === 'label' && row.state !== 'failed' ? [row.write] : []));
}

/** What is on its way to the team, likewise. `pendingShares([{state: 'sending', write: {kind: 'share', tag: 'pay', …}}])` → `[{tag: 'pay', …}]` */
export function pendingShares(rows: readonly Queued[]): ShareWish[] {
  return rows.flatMap((row) => (row.write.kind === 'share' && row.state !== 'failed' ? [row.write] : []));
}
