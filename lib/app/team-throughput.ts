import type { ProjectKey, SprintKey } from '../core/issue.ts';
import { beginOfHistory, dailyThroughput, HISTORY_DAYS, historySince } from '../core/forecast/throughput.ts';
import { isCounted } from '../core/sprint/progress.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { Instant, WorkCalendar } from '../core/time.ts';
import type { IssueRow } from '../storage/rows.ts';
import type { Ports } from './ports.ts';
import { isSoonToTellMore } from './under-way.ts';

/** A backlog of 50,000 issues may have finished thousands lately, and what a team finishes in a day does not change with the minute. */
const FRESH = 10 * 60_000;
/** While the project is being read there is more to count at every look. */
const FRESH_WHILE_READING = 15_000;

/** What a team has finished. */
export interface TeamThroughput {
  /** When each issue was finished, sorted upwards. */
  readonly finished: Float64Array;
  /** From when on what it finished is known. */
  readonly known: Instant;
  /** By working day, up to yesterday. */
  readonly daily: Uint32Array;
  readonly today: number;
}

/**
 * What the team of a sprint has finished lately: where several boards share a project, what was in sprints of this one's board; else everything in the project. Issues closed as not planned or as duplicates were not finished.
 *
 * @example (await throughputOf(ports, sprint, sprints, calendar)).daily // → Uint32Array [1, 0, 2, …]
 */
export async function throughputOf({ store, now }: Pick<Ports, 'store' | 'now'>, sprint: Sprint, known: readonly Sprint[], calendar: WorkCalendar, days = HISTORY_DAYS): Promise<TeamThroughput> {
  const at = now();
  const boards = new Set(known.flatMap(({ board }) => board?.id ?? []));
  const own = boards.size > 1 ? new Set(known.filter(({ board }) => board?.id === sprint.board?.id).map(({ key }) => key)) : null;
  const rows = (await store.finishedSince(sprint.project, beginOfHistory(at, calendar, days))).filter((row) => isFinished(row) && (own === null || isOf(row, own)));
  const finished = Float64Array.from(rows, ({ closedAt }) => closedAt ?? 0).sort();
  // Before its first issue was made, and before its first sprint, there was no team.
  const first = rows.reduce((least, { createdAt }) => Math.min(least, createdAt), known.reduce((least, { createdAt }) => (createdAt > 0 ? Math.min(least, createdAt) : least), at));
  const read = await whatIsRead(store, sprint.project);
  const since = read === 'all' ? first : read === 'soon' ? at : Math.max(first, finished[0] ?? at);
  const today = calendar.dateOf(at);
  return { finished, known: since, daily: dailyThroughput(finished, historySince(since, at, calendar), at, calendar), today: rows.filter(({ closedAt }) => closedAt !== null && calendar.dateOf(closedAt) === today).length };
}

/** The same as it was read last, where that was a moment ago on the same day. */
export async function recentThroughput(ports: Pick<Ports, 'store' | 'now'>, sprint: Sprint, known: readonly Sprint[], calendar: WorkCalendar): Promise<TeamThroughput> {
  const id = `${sprint.project}|throughput|${sprint.board?.id ?? ''}`;
  const now = ports.now();
  // Nothing else is kept under such an id.
  const kept = (await ports.store.keptSprintView(id)) as { readonly at: Instant; readonly team: TeamThroughput; readonly partial?: boolean } | undefined;
  if (kept && now >= kept.at && now - kept.at < (kept.partial === true ? FRESH_WHILE_READING : FRESH) && calendar.dateOf(now) === calendar.dateOf(kept.at)) return kept.team;
  const team = await throughputOf(ports, sprint, known, calendar);
  const partial = team.daily.length === 0 || isSoonToTellMore(await ports.store.jobs(), sprint.project, now);
  await ports.store.keepSprintView(id, { at: now, team, partial });
  return team;
}

/**
 * How far a project's closed issues are known: days of which none was read are no days on which nothing was finished. `soon`: all are on their way, the latest as the last. `some`: without a sign-in only those that were
 * closed since the first visit.
 */
async function whatIsRead(store: Ports['store'], project: ProjectKey): Promise<'all' | 'soon' | 'some'> {
  const [row, jobs] = await Promise.all([store.project(project), store.jobs()]);
  if (!jobs.some((job) => job.project === project && job.kind === 'changes')) return 'some';
  return row?.complete ? 'all' : 'soon';
}

function isFinished(row: IssueRow): boolean {
  return row.status.category === 'done' && isCounted(row);
}

function isOf({ beenIn = [] }: IssueRow, sprints: ReadonlySet<SprintKey>): boolean {
  return beenIn.some((sprint) => sprints.has(sprint));
}
