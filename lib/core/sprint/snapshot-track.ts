import type { IssueKey, StatusCategory } from '../issue.ts';
import { usableEstimate } from '../usable-estimate.ts';
import type { SnapshotIssue, SprintSnapshot } from './snapshot.ts';
import { changesOf, type Step } from './steps.ts';
import { inAndOut, type Track, type Tracked, type TrackInput, withoutHistory } from './track.ts';

/** The ways of issues without a history, by what each snapshot of the sprint contained; and of issues that only snapshots know any more, deleted or moved away. `told` are the keys that need no snapshot. */
export function snapshotTracks(untold: readonly Tracked[], told: ReadonlySet<IssueKey>, { sprint, snapshots, now }: Pick<TrackInput, 'sprint' | 'snapshots' | 'now'>): Track[] {
  const own = snapshots.filter((snapshot) => snapshot.sprint === sprint.key && snapshot.at <= now).toSorted((a, b) => a.at - b.at);
  const seen = new Map<IssueKey, Map<number, SnapshotIssue>>();
  own.forEach(({ issues }, index) => {
    for (const issue of issues) {
      if (told.has(issue.key)) continue;
      const times = seen.get(issue.key) ?? new Map<number, SnapshotIssue>();
      seen.set(issue.key, times.set(index, issue));
    }
  });
  const present = untold.filter((issue) => issue.sprint === sprint.key || seen.has(issue.key));
  const named = new Set(present.map(({ key }) => key));
  return [
    ...present.map((issue) => ofIssue(issue, issue.sprint === sprint.key, own, seen.get(issue.key) ?? new Map(), now)),
    ...[...seen].filter(([key]) => !named.has(key)).map(([key, times]) => ofKey(key, own, times, now)),
  ];
}

function ofIssue(issue: Tracked, isIn: boolean, own: readonly SprintSnapshot[], seen: ReadonlyMap<number, SnapshotIssue>, now: number): Track {
  const last = own.at(-1)?.at ?? null;
  const lately = Math.min(now, Math.max(last ?? now, issue.createdAt, issue.updatedAt));
  const [first, ...rest] = [...memberships(own, seen), { at: lately, value: isIn, by: null }];
  // What it was when it was first seen, it had been since its creation, as far as anybody knows.
  const opening = { at: Math.min(issue.createdAt, first?.at ?? lately), value: first?.value ?? isIn, by: null };
  return {
    issue: issue.key,
    ...inAndOut(issue, [opening, ...rest]),
    category: categories(issue, own, seen),
    ...estimates(own, seen, { at: lately, value: issue, by: null }),
    movedOnAt: null,
    basis: 'snapshots',
    // Made later than the first snapshot it is known from its beginning.
    since: own[0] ? (issue.createdAt > own[0].at ? null : own[0].at) : now,
  };
}

function ofKey(issue: IssueKey, own: readonly SprintSnapshot[], seen: ReadonlyMap<number, SnapshotIssue>, now: number): Track {
  const [first, ...rest] = [...memberships(own, seen), { at: now, value: false, by: null }];
  const since = own[0]?.at ?? now;
  const [opening, ...later] = seenOf(own, seen, ({ category }) => category);
  return {
    issue,
    inSprint: changesOf(first ?? { at: now, value: false, by: null }, rest),
    category: changesOf<StatusCategory | null>(opening ?? { at: since, value: null, by: null }, later),
    ...estimates(own, seen, null),
    givenUpAt: null,
    movedOnAt: null,
    basis: 'snapshots',
    since,
  };
}

function memberships(own: readonly SprintSnapshot[], seen: ReadonlyMap<number, SnapshotIssue>): Step<boolean>[] {
  return own.map(({ at }, index) => ({ at, value: seen.has(index), by: null }));
}

/** By the snapshots; the issue itself tells best when it was closed at last. */
function categories(issue: Tracked, own: readonly SprintSnapshot[], seen: ReadonlyMap<number, SnapshotIssue>): Track['category'] {
  const steps = seenOf<StatusCategory | null>(own, seen, ({ category }) => category);
  const [start, ...end] = withoutHistory(issue);
  const [first, ...rest] = steps;
  if (!first) return [start, ...end];
  const closing = end[0]?.at ?? null;
  const before = closing === null ? rest : rest.filter(({ at }) => at < closing);
  // First seen done, it was open until it was closed; first seen open, it was that.
  const opening: Step<StatusCategory | null> = closing !== null && closing <= first.at ? start : { at: first.at, value: first.value, by: null };
  return changesOf(opening, [...before, ...end, ...(closing === null ? [{ at: Math.max(rest.at(-1)?.at ?? first.at, issue.updatedAt), value: issue.status.category, by: null }] : [])]);
}

/** Each in the unit that it was seen in. */
function estimates(own: readonly SprintSnapshot[], seen: ReadonlyMap<number, SnapshotIssue>, present: Step<Estimated> | null): Pick<Track, 'estimate' | 'hours'> {
  const told = withUnits([...seenOf<Estimated>(own, seen, (issue) => issue), ...(present ? [present] : [])]);
  const inUnit = (unit: Estimated['estimateIn']): Track['estimate'] => {
    const [first, ...rest] = told.map(({ value, ...step }) => ({ ...step, value: value.estimateIn === unit ? usableEstimate(value.estimate) : null }));
    return changesOf(first ?? { at: 0, value: null, by: null }, rest);
  };
  return { estimate: inUnit(undefined), ...(told.some(({ value }) => value.estimateIn) && { hours: inUnit('hours') }) };
}

type Estimated = Pick<Tracked, 'estimate' | 'estimateIn'>;

/** Older snapshots noted no unit: what is in hours later, by the same number, was in hours then. */
function withUnits(told: readonly Step<Estimated>[]): Step<Estimated>[] {
  let next: Estimated | null = null;
  return told.toReversed().map((step) => {
    const { estimate } = step.value;
    next = step.value.estimateIn || (next?.estimateIn && next.estimate === estimate) ? { estimate, estimateIn: 'hours' } : { estimate };
    return { ...step, value: next };
  }).toReversed();
}

function seenOf<V>(own: readonly SprintSnapshot[], seen: ReadonlyMap<number, SnapshotIssue>, of: (issue: SnapshotIssue) => V): Step<V>[] {
  return own.flatMap(({ at }, index) => {
    const issue = seen.get(index);
    return issue ? [{ at, value: of(issue), by: null }] : [];
  });
}
