import { readSprintString } from './sprint-string.ts';

export interface SprintOfIssue {
  readonly id: number;
  readonly state: 'active' | 'future' | 'closed';
  readonly name: string;
}

/** A sprint as an issue tells it, object or string; `null` for anything else. */
export function sprintOf(value: unknown): SprintOfIssue | null {
  const told = typeof value === 'string' ? readSprintString(value) : value;
  if (typeof told !== 'object' || told === null) return null;
  const { id, state, name } = told as Record<string, unknown>; // each is checked below
  const number = Number(id);
  const phase = typeof state === 'string' ? state.toLowerCase() : '';
  if (!Number.isSafeInteger(number) || number <= 0) return null;
  if (phase !== 'active' && phase !== 'future' && phase !== 'closed') return null;
  return { id: number, state: phase, name: typeof name === 'string' ? name.trim() : '' };
}

/**
 * The sprint that an issue belongs to: the one that runs, else the one that comes, else, of what is done, the last one it was in.
 * What was put back into the backlog belongs to none.
 */
export function currentOf(told: readonly unknown[], done: boolean): SprintOfIssue | null {
  const sprints = told.flat().flatMap((value) => sprintOf(value) ?? []);
  const latest = (state: SprintOfIssue['state']): SprintOfIssue | undefined => sprints.filter((one) => one.state === state).toSorted((a, b) => b.id - a.id)[0];
  return latest('active') ?? latest('future') ?? (done ? latest('closed') : undefined) ?? null;
}
