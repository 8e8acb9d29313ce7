import type { SprintKey } from '../core/issue.ts';
import { beginOfHistory, dailyThroughput, HISTORY_DAYS, historySince } from '../core/forecast/throughput.ts';
import { knownSpan } from '../core/read-so-far.ts';
import { isCounted } from '../core/sprint/progress.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Instant, PlainDate, WorkCalendar } from '../core/time.ts';
import type { IssueRow, JobRow } from '../storage/rows.ts';
import { changesIn } from './last-read.ts';
import type { Ports } from './ports.ts';
import { isBeingRead, isSoonToTellMore } from './under-way.ts';

/** A backlog of 50,000 issues may have finished thousands lately, and what a team finishes in a day does not change with the minute. */
const FRESH = 10 * 60_000;
/** While the whole project is being read there is more to count at every look. */
const FRESH_WHILE_READING = 15_000;
/** The readings that are long, and whose ends are told to every page. */
const WALKS: readonly JobRow['kind'][] = ['changes', 'histories'];

/** What a team has finished. */
export interface TeamThroughput {
  /** When each issue was finished, sorted upwards. */
  readonly finished: Float64Array;
  /** From when on what it finished is known. */
  readonly known: Instant;
  /** By working day, up to yesterday, or to the day before it was last read. */
  readonly daily: Uint32Array;
  readonly today: number;
}

/**
 * What the team of a sprint has finished lately: where several boards share a project, what was in sprints of this one's board; else everything in the project. Issues closed as not planned or as duplicates were not finished.
 *
 * @example (await throughputOf(ports, sprint, sprints, calendar)).daily // → Uint32Array [1, 0, 2, …]
 */
export async function throughputOf(ports: Pick<Ports, 'store' | 'now'>, sprint: Sprint, known: readonly Sprint[], calendar: WorkCalendar, days = HISTORY_DAYS): Promise<TeamThroughput> {
  return throughputFrom(ports, sprint, known, calendar, days, await ports.store.jobs());
}

async function throughputFrom({ store, now }: Pick<Ports, 'store' | 'now'>, sprint: Sprint, known: readonly Sprint[], calendar: WorkCalendar, days: number, jobs: readonly JobRow[]): Promise<TeamThroughput> {
  const at = now();
  const boards = new Set(known.flatMap(({ board }) => board?.id ?? []));
  const own = boards.size > 1 ? new Set(known.filter(({ board }) => board?.id === sprint.board?.id).map(({ key }) => key)) : null;
  const rows = (await store.finishedSince(sprint.project, beginOfHistory(at, calendar, days))).filter((row) => isFinished(row) && (own === null || isOf(row, own)));
  const finished = Float64Array.from(rows, ({ closedAt }) => closedAt ?? 0).sort();
  // Before its first issue was made, and before its first sprint, there was no team.
  const first = rows.reduce((least, { createdAt }) => Math.min(least, createdAt), known.reduce((least, { createdAt }) => (createdAt > 0 ? Math.min(least, createdAt) : least), at));
  const { from, until } = knownSpan({ changes: changesIn(jobs, sprint.project), syncedAt: (await store.project(sprint.project))?.syncedAt ?? null, first, firstFinished: finished[0] }, at);
  const today = calendar.dateOf(at);
  return { finished, known: from, daily: dailyThroughput(finished, historySince(from, at, calendar), until, calendar), today: rows.filter(({ closedAt }) => closedAt !== null && calendar.dateOf(closedAt) === today).length };
}

/** The same as it was read last, where that was a moment ago on the same day: of a project that was being read then, only while it still is. */
export async function recentThroughput(ports: Pick<Ports, 'store' | 'now'>, sprint: Sprint, known: readonly Sprint[], calendar: WorkCalendar, jobs: readonly JobRow[]): Promise<TeamThroughput> {
  const id = `${sprint.project}|throughput|${sprint.board?.id ?? ''}`;
  const now = ports.now();
  const kept = await ports.store.keptSprintView(id) as KeptThroughput | undefined; // nothing else is kept under such an id
  const readAt = changesIn(jobs, sprint.project)?.finishedAt ?? null;
  if (kept && isFresh(kept, isBeingRead(jobs, sprint.project, now, WALKS), now) && calendar.dateOf(now) === calendar.dateOf(kept.at) && dayOf(kept.readAt, calendar) === dayOf(readAt, calendar)) return kept.team;
  const team = await throughputFrom(ports, sprint, known, calendar, HISTORY_DAYS, jobs);
  await ports.store.keepSprintView(id, { at: now, readAt, team, partial: team.daily.length === 0 || isSoonToTellMore(jobs, sprint.project, now) } satisfies KeptThroughput);
  return team;
}

interface KeptThroughput {
  readonly at: Instant;
  /** When all of its project was last read then: who comes back after days is told of them as soon as they are read. */
  readonly readAt?: Instant | null;
  readonly team: TeamThroughput;
  /** There was more to come. */
  readonly partial?: boolean;
}

/** What was half read is not shown once all is: nothing might change for hours that has it counted again. */
function isFresh({ at, partial = false }: KeptThroughput, walking: boolean, now: Instant): boolean {
  return now >= at && (partial ? walking && now - at < FRESH_WHILE_READING : now - at < FRESH);
}

function dayOf(at: Instant | null | undefined, calendar: WorkCalendar): PlainDate | null {
  return at == null ? null : calendar.dateOf(at);
}

function isFinished(row: IssueRow): boolean {
  return row.status.category === 'done' && isCounted(row);
}

function isOf({ beenIn = [] }: IssueRow, sprints: ReadonlySet<SprintKey>): boolean {
  return beenIn.some((sprint) => sprints.has(sprint));
}
