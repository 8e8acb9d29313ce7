import type { Issue } from '../core/issue.ts';
import { isIterationKey } from '../core/keys.ts';
import type { SprintSnapshot } from '../core/sprint/snapshot.ts';
import { spanOf, type SprintSpan } from '../core/sprint/span.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import { type SprintStory, tellStory } from '../core/sprint/story.ts';
import { type Track, tracksOf } from '../core/sprint/track.ts';
import { DAY, type Instant, type WorkCalendar } from '../core/time.ts';
import type { IssueRow } from '../storage/rows.ts';
import type { Ports } from './ports.ts';

/** So far back “carried over” is counted by snapshots, where no history tells it. */
const FORMER = 4;

/** One sprint with all that its story is told from. */
export interface SprintAccount {
  readonly sprint: Sprint;
  readonly known: readonly Sprint[];
  readonly calendar: WorkCalendar;
  /** The moment up to which it is told. */
  readonly now: Instant;
  /** In it or ever in it. */
  readonly issues: readonly IssueRow[];
  readonly snapshots: readonly SprintSnapshot[];
  readonly span: SprintSpan;
  readonly tracks: readonly Track[];
  readonly story: SprintStory;
}

/**
 * What happened in one sprint, from stored histories and snapshots. `known` are the sprints of its project.
 *
 * @example (await accountOf(ports, sprint, sprints, calendar)).story.added.length // → 3
 */
export async function accountOf(ports: Pick<Ports, 'store' | 'now'>, sprint: Sprint, known: readonly Sprint[], calendar: WorkCalendar): Promise<SprintAccount> {
  const { issues, snapshots } = await ports.store.everIn(sprint.key, formerOf(sprint, known, FORMER).map(({ key }) => key));
  const now = notBefore(issues, ports.now());
  const span = spanOf(sprint, known, calendar);
  const input = { sprint, known, calendar, now, issues: issues.map((issue) => inView(issue, sprint)), snapshots, span };
  const tracks = tracksOf(input);
  return { ...input, issues, tracks, story: tellStory(input, tracks) };
}

/** Clocks of one machine differ by a zone at the most; a row from further ahead is a mistake of its tracker. */
const APART = DAY;

/** A clock that was put back, as two systems on one machine do to each other, has not undone what was read: what is dated after it has happened. */
function notBefore(issues: readonly IssueRow[], now: Instant): Instant {
  return issues.reduce((latest, { updatedAt }) => (updatedAt - now <= APART ? Math.max(latest, updatedAt) : latest), now);
}

/** Whether an issue is in a sprint now, whichever of its sprints that is: it may be in a milestone and in an iteration. */
export function isIn({ sprint, alsoIn = [] }: Pick<IssueRow, 'sprint' | 'alsoIn'>, { key }: Sprint): boolean {
  return sprint === key || alsoIn.includes(key);
}

/** An issue as the story of one sprint sees it. GitHub's events say nothing of iterations: of those our snapshots tell alone. */
function inView(issue: IssueRow, sprint: Sprint): Issue {
  const { history, ...rest } = issue;
  const here = isIn(issue, sprint) ? sprint.key : issue.sprint;
  return { ...rest, sprint: here, ...(history && !isIterationKey(sprint.key) && { history }) };
}

/** The sprints of the same team that were to end before it, the latest first. */
export function formerOf(sprint: Sprint, known: readonly Sprint[], most: number): Sprint[] {
  const end = sprint.dueOn ?? '9999';
  const before = known.filter(({ key, board, dueOn }) => key !== sprint.key && board?.id === sprint.board?.id && dueOn !== null && dueOn < end);
  return before.toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? 1 : -1)).slice(0, most);
}
