import type { IssueKey, SprintKey } from '../issue.ts';
import type { Instant } from '../time.ts';
import { carriageOf } from './carriage.ts';
import { spanOf, type SprintSpan } from './span.ts';
import type { Sprint } from './sprint.ts';
import { valueAt } from './steps.ts';
import { type Track, type TrackInput, tracksOf } from './track.ts';

/** An issue at a moment of a sprint. */
export interface StoryIssue {
  readonly issue: IssueKey;
  readonly at: Instant;
  /** Who did it, by login or name; `null` where the tracker did not tell. */
  readonly by: string | null;
  /** Its estimate at that moment. */
  readonly estimate: number | null;
  readonly estimateIn?: 'hours';
}

/** An issue came into the running sprint; `again` when it had been in it before. */
export interface AddedIssue extends StoryIssue {
  readonly again: boolean;
}

/** An issue left the running sprint: taken out, or closed as not planned or as a duplicate. */
export interface RemovedIssue extends StoryIssue {
  readonly how: 'taken-out' | 'given-up';
}

/** An issue that sprints before have not finished. */
export interface CarriedIssue extends StoryIssue {
  /** How many consecutive sprints it was in before: 1 once, from 2 on “two or more”. */
  readonly times: number;
}

export interface ReestimatedIssue extends StoryIssue {
  /** What it was estimated at before; `estimate` is the new one, which may be in another unit. */
  readonly from: number | null;
  readonly fromIn?: 'hours';
}

/** What an account stands on: the tracker's own histories, our snapshots, or for some issues the one and for some the other. */
export type StoryBasis = 'history' | 'snapshots' | 'both';

/** What happened in one sprint, each list oldest first. An issue may be in several of them, and in `added` and `removed` more than once. */
export interface SprintStory {
  readonly sprint: SprintKey;
  readonly span: SprintSpan;
  readonly basis: StoryBasis;
  /** Where it stands on snapshots, or on histories without their beginning: what happened before is not known (“since 12 Nov”). `null` when all of it is told. */
  readonly since: Instant | null;
  /** In the sprint at the end of its first day and not done before that day: what the team set out with. Empty while it has not begun. */
  readonly committed: readonly StoryIssue[];
  /** Came in after the first day; removed and added again counts as added. */
  readonly added: readonly AddedIssue[];
  /** Left after the first day. What went into a later sprint on the last day or after it was carried over, not removed. */
  readonly removed: readonly RemovedIssue[];
  /** Came from the sprints before. */
  readonly carriedIn: readonly CarriedIssue[];
  /** In the sprint and not done at its end; while it runs, what is open now. */
  readonly carriedOut: readonly StoryIssue[];
  /** In the sprint and done in it, at its end or now; by when it was last done. Its increment. */
  readonly done: readonly StoryIssue[];
  /** Done before the first day and never reopened: in the sprint, but no work of it. */
  readonly doneBefore: readonly StoryIssue[];
  /** Changes of the estimate after the first day, while it was in the sprint. */
  readonly reestimated: readonly ReestimatedIssue[];
  /** Out of done and back, while it was in the sprint and ran. */
  readonly reopened: readonly StoryIssue[];
}

export interface StoryInput extends Omit<TrackInput, 'span'> {
  /** The project's sprints, in no order: they tell where this one begins and what it was carried over from. */
  readonly known: readonly Sprint[];
}

/**
 * What happened in a sprint up to its end, or to now while it runs.
 *
 * Scope increase, carry-over once and twice or more, consecutive within 5 days: Swarmia; planned and added work, planning accuracy: LinearB. The first day is the day of planning.
 *
 * `storyOf({sprint: 2 to 13 November, issues: [in it since October, in it since 5 November], …})` → `{committed: [the one], added: [the other], …}`
 */
export function storyOf(input: StoryInput): SprintStory {
  const span = spanOf(input.sprint, input.known, input.calendar);
  return tellStory({ ...input, span }, tracksOf({ ...input, span }));
}

/** The same from ways that are already read. `tellStory({span, …}, tracksOf(input))` → what `storyOf(input)` tells */
export function tellStory(input: StoryInput & { readonly span: SprintSpan }, tracks: readonly Track[]): SprintStory {
  const { sprint, span, now } = input;
  const until = Math.min(span.endedAt ?? now, now);
  const begun = span.committedAt <= until;
  const during = tracks.filter((track) => tookPart(track, span, until));
  const list = <T extends StoryIssue>(of: (track: Track) => readonly T[]): T[] => during.flatMap(of).toSorted((a, b) => a.at - b.at);
  const atEnd = during.filter((track) => valueAt(track.inSprint, until));
  const keys = new Set(during.map(({ issue }) => issue));
  const carriage = carriageOf({ ...input, issues: input.issues.filter(({ key }) => keys.has(key)) });
  return {
    sprint: sprint.key,
    span,
    ...basisOf(during, span.committedAt),
    committed: begun ? list((track) => (valueAt(track.inSprint, span.committedAt) && (doneSince(track, span.committedAt)?.at ?? span.startsAt) >= span.startsAt ? [entry(track, span.committedAt, null)] : [])) : [],
    added: begun ? list((track) => joinings(track, span.committedAt, until)) : [],
    removed: begun ? list((track) => leavings(track, span.committedAt, until)) : [],
    carriedIn: list((track) => {
      const times = carriage(track.issue);
      return times === 0 ? [] : [{ ...entry(track, joinedBy(track, until), null), times }];
    }),
    carriedOut: atEnd.filter((track) => !isDoneAt(track, until)).map((track) => entry(track, until, null)),
    done: list((track) => doneIn(track, span.startsAt, until)),
    doneBefore: atEnd.flatMap((track) => {
      const last = doneSince(track, until);
      return last !== null && last.at < span.startsAt ? [entry(track, last.at, last.by)] : [];
    }).toSorted((a, b) => a.at - b.at),
    reestimated: list((track) => reestimations(track, span.committedAt, until)),
    reopened: list((track) => reopenings(track, span.startsAt, until)),
  };
}

/** Whether an issue was in the sprint after its first day, up to a moment; before that, whether it is in it. `tookPart({inSprint: from the start, out on day 5, …}, span, now)` → `true` */
export function tookPart({ inSprint }: Track, { committedAt }: SprintSpan, until: Instant): boolean {
  return valueAt(inSprint, until) || valueAt(inSprint, Math.min(committedAt, until)) || inSprint.some(({ at, value }) => value && at > committedAt && at <= until);
}

/** Whether an issue was done at a moment, as far as its way tells. `isDoneAt({ category: [{ at: 1, value: 'todo' }, { at: 5, value: 'done' }] }, 5)` → `true` */
export function isDoneAt({ category }: Pick<Track, 'category'>, at: Instant): boolean {
  return valueAt(category, at) === 'done';
}

/** An issue's way at a moment. `entry({issue: 'github.com/acme/shop#12', estimate: 3 throughout, …}, at, 'maya')` → `{issue: 'github.com/acme/shop#12', at, by: 'maya', estimate: 3}` */
export function entry(track: Pick<Track, 'issue' | 'estimate' | 'hours'>, at: Instant, by: string | null): StoryIssue {
  return { issue: track.issue, at, by, ...sizeAt(track, at) };
}

/** Its estimate at a moment, in the unit of then. */
function sizeAt({ estimate, hours }: Pick<Track, 'estimate' | 'hours'>, at: Instant): Pick<StoryIssue, 'estimate' | 'estimateIn'> {
  const [size, time] = [valueAt(estimate, at), hours ? valueAt(hours, at) : null];
  return size === null && time !== null ? { estimate: time, estimateIn: 'hours' } : { estimate: size };
}

function joinings(track: Track, after: Instant, until: Instant): AddedIssue[] {
  return track.inSprint.flatMap(({ at, value, by }, index) => (value && at > after && at <= until ? [{ ...entry(track, at, by), again: track.inSprint.slice(0, index).some((step) => step.value) }] : []));
}

function leavings(track: Track, after: Instant, until: Instant): RemovedIssue[] {
  return track.inSprint.flatMap(({ at, value, by }) => (!value && at > after && at <= until ? [{ ...entry(track, at, by), how: at === track.givenUpAt ? 'given-up' as const : 'taken-out' as const }] : []));
}

function joinedBy({ inSprint }: Track, until: Instant): Instant {
  return inSprint.findLast(({ at, value }) => value && at <= until)?.at ?? until;
}

/** The step since which it has been done at a moment; `null` when it was not. `doneSince({category: open, then done on Tuesday by maya}, Wednesday)` → `{at: Tuesday, by: 'maya', …}` */
export function doneSince({ category }: Pick<Track, 'category'>, at: Instant): { readonly at: Instant; readonly by: string | null } | null {
  const last = category.findLast((step) => step.at <= at) ?? category[0];
  return last.value === 'done' ? last : null;
}

function doneIn(track: Track, from: Instant, until: Instant): StoryIssue[] {
  const last = valueAt(track.inSprint, until) ? doneSince(track, until) : null;
  return last !== null && last.at >= from ? [entry(track, last.at, last.by)] : [];
}

function reestimations(track: Track, after: Instant, until: Instant): ReestimatedIssue[] {
  // From one unit to the other both ways have a step: it is one change.
  const steps = [...new Map([...track.estimate.slice(1), ...(track.hours?.slice(1) ?? [])].map((step) => [step.at, step])).values()].toSorted((a, b) => a.at - b.at);
  return steps.flatMap(({ at, by }, index) => {
    const former = sizeAt(track, steps[index - 1]?.at ?? Number.NEGATIVE_INFINITY);
    return at > after && at <= until && valueAt(track.inSprint, at) ? [{ ...entry(track, at, by), from: former.estimate, ...(former.estimateIn && { fromIn: former.estimateIn }) }] : [];
  });
}

function reopenings(track: Track, from: Instant, until: Instant): StoryIssue[] {
  return track.category.flatMap(({ at, by }, index) => (track.category[index - 1]?.value === 'done' && at >= from && at <= until && valueAt(track.inSprint, at) ? [entry(track, at, by)] : []));
}

/** Of the issues that were in the sprint. */
export function basisOf(tracks: readonly Track[], committedAt: Instant): { readonly basis: StoryBasis; readonly since: Instant | null } {
  const seen = tracks.some(({ basis }) => basis === 'snapshots');
  const since = tracks.reduce<Instant | null>((latest, track) => (track.since !== null && track.since > committedAt ? Math.max(latest ?? 0, track.since) : latest), null);
  return { basis: !seen ? 'history' : tracks.every(({ basis }) => basis === 'snapshots') ? 'snapshots' : 'both', since };
}
