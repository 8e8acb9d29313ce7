import type { History } from '../history.ts';
import type { Issue, IssueKey, SprintKey } from '../issue.ts';
import type { Instant } from '../time.ts';
import { isLabel } from './goal-mark.ts';
import type { SprintSnapshot } from './snapshot.ts';
import { changesOf, type Step, valueAt } from './steps.ts';
import type { Steps, Track } from './track.ts';

/** Whether an issue served the goal of a sprint, over time. */
export interface GoalTrack {
  readonly steps: Steps<boolean>;
  /** What was before is not known, and is taken to have been the same; `null` when all of it is known. */
  readonly since: Instant | null;
}

type Marked = Pick<Issue, 'key' | 'labels' | 'history' | 'updatedAt'>;

export interface GoalTrackInput {
  readonly sprint: SprintKey;
  /** That are in the sprint or were in it. */
  readonly issues: readonly Marked[];
  /** Their ways through it: what becomes of one that has gone on into the next sprint is that one's. */
  readonly tracks: readonly Pick<Track, 'issue' | 'movedOnAt'>[];
  /** Of this sprint or of any. */
  readonly snapshots: readonly SprintSnapshot[];
  /** The sprint's end, or now. */
  readonly until: Instant;
  /** The team's label for what serves the goal. */
  readonly label: string;
  readonly isIn: (issue: IssueKey) => boolean;
  /** Whether it serves the goal today. */
  readonly isMarked: (issue: IssueKey) => boolean;
  /** What was last said of it in this browser, and is kept here or on its way to the tracker. */
  readonly saidOf: (issue: IssueKey) => { readonly on: boolean; readonly at: Instant } | null;
}

/**
 * Since when each issue serves the goal of a sprint, and when it did not: by its label as its history tells it, by what was said in this browser, by what our snapshots noted of it, and by what it is today where it still is in that
 * sprint. Where nobody tells, what is seen first stands for all the time before.
 *
 * `goalTracksOf({label: 'sprint-goal', issues: [labelled on Tuesday, …], …}).get(issue)` → `{steps: [{at: -∞, value: false, …}, {at: Tuesday, value: true, …}], since: null}`
 */
export function goalTracksOf(input: GoalTrackInput): Map<IssueKey, GoalTrack> {
  const { issues, tracks, until, isIn } = input;
  const noted = notesOf(input);
  const movedOn = new Map(tracks.map(({ issue, movedOnAt }) => [issue, movedOnAt]));
  const rows = new Map(issues.map((issue) => [issue.key, issue]));
  return new Map([...new Set([...rows.keys(), ...noted.keys()])].map((key) => {
    const left = movedOn.get(key) ?? null;
    const end = left === null ? until : Math.min(until, left - 1);
    const told = toldOf(rows.get(key), key, input);
    const notes = noted.get(key) ?? [];
    // Today's mark is one for the sprint that the issue is in today.
    const today = isIn(key) || (told === null && notes.length === 0) ? [{ at: end, value: input.isMarked(key), by: null }] : [];
    return [key, joined(told, [...notes, ...today], end)];
  }));
}

/** Whether it served the goal at a moment; false for an issue that nobody knows. `servesAt(tracks, 'github.com/acme/shop#12', now)` → `true`, where it bears the mark now */
export function servesAt(goal: ReadonlyMap<IssueKey, GoalTrack>, issue: IssueKey, at: Instant): boolean {
  const track = goal.get(issue);
  return track !== undefined && valueAt(track.steps, at);
}

function joined(told: GoalTrack | null, seen: readonly Step<boolean>[], end: Instant): GoalTrack {
  const [first, ...later] = seen.filter(({ at }) => at <= end);
  const upTo = (steps: readonly Step<boolean>[]): Step<boolean>[] => steps.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
  if (told && (first === undefined || told.steps.length > 1 || told.steps[0].value === first.value)) {
    const [opening, ...rest] = told.steps;
    // After a sprint's end it may have been marked all the same, and is told so.
    const late = first !== undefined && first.at === end && told.steps.at(-1)?.value === first.value;
    const agree = first === undefined || late || valueAt(told.steps, first.at) === first.value;
    return { steps: changesOf(opening, upTo([...rest, ...(first ? [first, ...later] : [])])), since: agree ? told.since : first.at };
  }
  return { steps: changesOf({ at: Number.NEGATIVE_INFINITY, value: first?.value ?? false, by: null }, upTo(later)), since: first?.at ?? end };
}

/** By its label's comings and goings, and by what was said here, which counts before it from then on. `null` where neither tells anything. */
function toldOf(issue: Marked | undefined, key: IssueKey, { label, saidOf }: GoalTrackInput): GoalTrack | null {
  const said = saidOf(key);
  const labelled = issue === undefined ? null : labelledOf(issue, label);
  if (!said) return labelled;
  const bears = issue?.labels.some((one) => isLabel(one, label)) ?? false;
  const { steps: [opening, ...rest], since } = labelled ?? { steps: [{ at: Number.NEGATIVE_INFINITY, value: bears, by: null }], since: bears ? said.at : null };
  return { steps: changesOf(opening, [...rest.filter(({ at }) => at < said.at), { at: said.at, value: said.on, by: null }]), since };
}

function labelledOf({ labels, history, updatedAt }: Marked, label: string): GoalTrack | null {
  if (history?.labels === undefined) return null;
  const isMark = (other: string): boolean => isLabel(other, label);
  const changes = history.labels.flatMap(({ at, added, removed }): Step<boolean>[] => (added.some(isMark) ? [{ at, value: true, by: null }] : removed.some(isMark) ? [{ at, value: false, by: null }] : []));
  const bears = labels.some(isMark);
  const [first, last] = [changes[0], changes.at(-1)];
  // It may have changed after its history was read.
  const today = last === undefined || updatedAt >= last.at ? [{ at: updatedAt, value: bears, by: null }] : [];
  return { steps: changesOf({ at: Number.NEGATIVE_INFINITY, value: first ? !first.value : bears, by: null }, [...changes, ...today]), since: history.complete ? null : beginningOf(history) };
}

/** Where the tracker told only the latest part of a history. */
function beginningOf({ statuses, sprints, estimates = [], labels = [], readAt }: History): Instant {
  return [...statuses, ...sprints, ...estimates, ...labels].reduce((least, { at }) => Math.min(least, at), readAt);
}

/** What the snapshots of the sprint noted of each issue, oldest first. */
function notesOf({ sprint, snapshots }: GoalTrackInput): Map<IssueKey, Step<boolean>[]> {
  const notes = new Map<IssueKey, Step<boolean>[]>();
  for (const { at, notedAt = at, issues } of snapshots.filter((one) => one.sprint === sprint).toSorted((a, b) => a.at - b.at)) {
    for (const { key, goal } of issues) if (goal !== undefined) notes.set(key, [...(notes.get(key) ?? []), { at: notedAt, value: goal, by: null }]);
  }
  return notes;
}
