import { homeOf } from './hosts.ts';
import type { JiraSite, KnownBoard } from './site.ts';

/** One request of the walk over a project's sprints. */
export interface SprintStep {
  readonly board: number;
  readonly state: 'active,future' | 'closed';
  readonly startAt: number;
  readonly path: string;
}

interface Told {
  readonly isLast?: boolean | null | undefined;
  readonly total?: number | null | undefined;
  readonly count: number;
}

const ROWS = 50;
/** Of a board that has had more sprints only the latest are read, where it tells how many there were; else so many at the most. */
const MOST = 1000;

function step(board: number, state: SprintStep['state'], startAt: number): SprintStep {
  return { board, state, startAt, path: `/rest/agile/1.0/board/${board}/sprint?state=${encodeURIComponent(state)}&startAt=${startAt}&maxResults=${ROWS}` };
}

/** Where the walk begins; `null` where no board can have sprints. */
export function firstStep(boards: readonly KnownBoard[]): SprintStep | null {
  const [first] = withSprints(boards);
  return first ? step(first.id, 'active,future', 0) : null;
}

/** What comes next: the rest of this list, the next board's, and when all that runs or comes is known, what was. */
export function stepAfter(boards: readonly KnownBoard[], { board, state, startAt }: SprintStep, { isLast, total, count }: Told): SprintStep | null {
  const end = startAt + count;
  const hasMore = count > 0 && end < MOST && hasRowsAfter(end, { isLast, total, count });
  if (hasMore) return step(board, state, state === 'closed' && startAt === 0 && typeof total === 'number' ? Math.max(end, total - ROWS) : end);
  const list = withSprints(boards);
  const next = list[list.findIndex(({ id }) => id === board) + 1];
  if (next) return step(next.id, state, 0);
  return state === 'closed' || !list[0] ? null : step(list[0].id, 'closed', 0);
}

/** Whether a list of the agile API goes on after so many rows: as it says itself, else by its total, else where its page is full. */
export function hasRowsAfter(end: number, { isLast, total, count }: Told): boolean {
  if (typeof isLast === 'boolean') return !isLast;
  return typeof total === 'number' ? end < total : count >= ROWS;
}

/** The boards that can have sprints. */
export function withSprints(boards: readonly KnownBoard[]): readonly KnownBoard[] {
  return boards.filter(({ kind }) => kind !== 'kanban');
}

export function urlOfStep(host: string, { context }: JiraSite, { path }: SprintStep): string {
  return `${homeOf(host, context)}${path}`;
}

/** Reads an address of ours again; `null` for any other. */
export function stepOf(host: string, { context }: JiraSite, url: string): SprintStep | null {
  const home = homeOf(host, context);
  if (home === null || !url.startsWith(`${home}/`)) return null;
  const [, board, state, startAt] = /^\/rest\/agile\/1\.0\/board\/(\d{1,15})\/sprint\?state=(active%2Cfuture|closed)&startAt=(\d{1,9})&maxResults=\d+$/.exec(url.slice(home.length)) ?? [];
  if (board === undefined || startAt === undefined) return null;
  return step(Number(board), state === 'closed' ? 'closed' : 'active,future', Number(startAt));
}
