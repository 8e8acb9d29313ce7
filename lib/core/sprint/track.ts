import { isGivenUp } from '../given-up.ts';
import type { History } from '../history.ts';
import type { Issue, IssueKey, StatusCategory } from '../issue.ts';
import type { Instant, WorkCalendar } from '../time.ts';
import { usableEstimate } from '../usable-estimate.ts';
import { stepsOf } from '../work-history.ts';
import { leftForLaterAt } from './left-for-later.ts';
import type { SprintSnapshot } from './snapshot.ts';
import type { SprintSpan } from './span.ts';
import type { Sprint } from './sprint.ts';
import { changesOf, type Step } from './steps.ts';
import { snapshotTracks } from './snapshot-track.ts';

export type Steps<V> = readonly [Step<V>, ...Step<V>[]];

/** One issue's way through one sprint: whether it was in it, how far it was, what it was estimated at. All that is said of a sprint is read off these. */
export interface Track {
  readonly issue: IssueKey;
  readonly inSprint: Steps<boolean>;
  readonly category: Steps<StatusCategory | null>;
  /** In points, or the team's own unit; `null` while it had none of those. */
  readonly estimate: Steps<number | null>;
  /** In hours, which are added to no others; `null` while it was estimated otherwise, or not. Absent: it never was in hours. */
  readonly hours?: Steps<number | null>;
  /** When it was closed as not planned or as a duplicate, with which it left the sprint. */
  readonly givenUpAt: Instant | null;
  /** When it went on into a later sprint at the end of this one, without ever coming back; `null` for every other. */
  readonly movedOnAt: Instant | null;
  readonly basis: 'history' | 'snapshots';
  /** What came before is not known; `null` when all is. */
  readonly since: Instant | null;
}

/** Only these of an issue are looked at. */
export type Tracked = Pick<Issue, 'key' | 'kind' | 'status' | 'resolution' | 'sprint' | 'estimate' | 'estimateIn' | 'createdAt' | 'updatedAt' | 'closedAt' | 'history'>;

export interface TrackInput {
  readonly sprint: Sprint;
  readonly span: SprintSpan;
  /** Issues that are in the sprint or were in it; others do no harm. Pull requests are how issues get done and are left out. */
  readonly issues: readonly Tracked[];
  /** Of this sprint or of any; oldest first or not. */
  readonly snapshots: readonly SprintSnapshot[];
  readonly now: Instant;
  readonly calendar: WorkCalendar;
}

/** The ways of all issues that were ever in a sprint: by their histories, and by our snapshots for those that have none. Near linear in the issues, their changes and the snapshots. */
export function tracksOf(input: TrackInput): Track[] {
  const { sprint, issues } = input;
  const told: Track[] = [];
  const untold: Tracked[] = [];
  for (const issue of issues) {
    if (issue.kind === 'pull-request') continue;
    if (!issue.history) untold.push(issue);
    else if (issue.sprint === sprint.key || mentions(issue.history, sprint.number)) told.push(byHistory(issue, input));
  }
  const known = new Set(issues.filter(({ history, kind }) => history !== undefined || kind === 'pull-request').map(({ key }) => key));
  return [...told, ...snapshotTracks(untold, known, input)];
}

function mentions({ bornIn, sprints }: History, number: number): boolean {
  return bornIn?.includes(number) === true || sprints.some(({ added, removed }) => added.includes(number) || removed.includes(number));
}

function byHistory(issue: Tracked, { sprint, span, now, calendar }: TrackInput): Track {
  const { history, createdAt, updatedAt, closedAt } = issue;
  const changes = history?.sprints ?? [];
  const own = changes.filter(({ added, removed }) => added.includes(sprint.number) || removed.includes(sprint.number));
  const moves = own.map(({ at, added, by }): Step<boolean> => ({ at, value: added.includes(sprint.number), by: by ?? null }));
  const isIn = issue.sprint === sprint.key;
  const changedSince = history !== undefined && updatedAt > history.readAt;
  // The first change says where it was before; without one it has always been where it is, unless it was last told to be elsewhere.
  const always = history?.bornIn?.includes(sprint.number) ?? (isIn && !(changedSince && changes.length > 0));
  const first: Step<boolean> = { at: Math.min(createdAt, moves[0]?.at ?? createdAt), value: moves[0] ? !moves[0].value : always, by: null };
  const inHistory = moves.at(-1)?.value ?? first.value;
  const stale = changedSince && inHistory !== isIn && sprint.state !== 'closed' ? [{ at: Math.min(updatedAt, now), value: isIn, by: null }] : [];
  const later = leftForLaterAt(own, sprint.number, span, calendar);
  const lasting = later === null ? [...moves, ...stale] : moves.filter(({ at, value }) => value || at !== later);
  const complete = history?.complete !== false;
  return {
    issue: issue.key,
    ...inAndOut(issue, [first, ...lasting]),
    category: categoryOf(issue, later),
    ...estimatesOf(issue),
    movedOnAt: later,
    basis: 'history',
    since: complete ? null : earliest([...changes, ...(history?.statuses ?? [])].map(({ at }) => at)) ?? history?.readAt ?? closedAt,
  };
}

/** Before it was made an issue was in no sprint. */
const NOWHERE: Step<boolean> = { at: Number.NEGATIVE_INFINITY, value: false, by: null };

/** Membership since its creation, with the end that giving the issue up put to it. */
export function inAndOut(issue: Pick<Tracked, 'status' | 'resolution' | 'closedAt' | 'updatedAt'>, steps: readonly Step<boolean>[]): Pick<Track, 'inSprint' | 'givenUpAt'> {
  if (!isGivenUp(issue)) return { inSprint: changesOf(NOWHERE, steps), givenUpAt: null };
  const givenUpAt = issue.closedAt ?? issue.updatedAt;
  return { inSprint: changesOf(NOWHERE, [...steps.filter(({ at }) => at < givenUpAt), { at: givenUpAt, value: false, by: null }]), givenUpAt };
}

/** What it went on to be after it had been carried over is the next sprint's. */
function categoryOf(issue: Tracked, until: Instant | null): Steps<StatusCategory | null> {
  const [first, ...rest] = stepsOf(issue)?.map(({ at, category, by }) => ({ at, value: category, by })) ?? [];
  // A history of sprints alone does not tell of its end.
  const untold = issue.history?.statuses.length === 0 && issue.status.category === 'done';
  if (!first || untold) return withoutHistory(issue);
  return changesOf(first, rest.filter(({ at }) => until === null || at <= until));
}

/** All that the issue itself tells: whether it is done, and since when. */
export function withoutHistory({ status, createdAt, closedAt, updatedAt }: Pick<Tracked, 'status' | 'createdAt' | 'closedAt' | 'updatedAt'>): Steps<StatusCategory | null> {
  if (status.category !== 'done') return [{ at: createdAt, value: status.category, by: null }];
  return [{ at: createdAt, value: 'todo', by: null }, { at: closedAt ?? updatedAt, value: 'done', by: null }];
}

/** Histories tell of points. What is in hours today was in points for as long as it had some, if they were taken off it; else it has been in hours for all that is known. */
function estimatesOf({ history, estimate, estimateIn, createdAt, updatedAt }: Tracked): Pick<Track, 'estimate' | 'hours'> {
  const all = history?.estimates ?? [];
  const told = estimateIn && all.at(-1)?.to !== null ? [] : all;
  const last = told.at(-1);
  const points = estimateIn ? null : estimate;
  const stale = history && last && updatedAt > history.readAt && last.to !== points ? [{ at: updatedAt, value: usableEstimate(points), by: null }] : [];
  const steps = changesOf({ at: createdAt, value: usableEstimate(told[0] ? told[0].from : points), by: null }, [...told.map(({ at, to, by }) => ({ at, value: usableEstimate(to), by: by ?? null })), ...stale]);
  if (!estimateIn) return { estimate: steps };
  const [first, ...later] = steps.map((step) => ({ ...step, value: step.value === null ? usableEstimate(estimate) : null }));
  return { estimate: steps, ...(first && { hours: changesOf(first, later) }) };
}

function earliest(moments: readonly Instant[]): Instant | null {
  return moments.length === 0 ? null : moments.reduce((least, at) => Math.min(least, at));
}
