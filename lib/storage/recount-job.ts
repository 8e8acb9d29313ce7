import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import type { WriteTransaction } from './database.ts';
import type { JobRow } from './rows.ts';

/** By which recipe a project's issues have been counted to roadmap items, and how far a counting by another one has come. */
export interface RecountCursor {
  /** `null`: by none, or by several. */
  readonly recipe: string | null;
  readonly towards: string | null;
  readonly through: IssueKey | null;
}

/**
 * Remembers that issues of these projects have just been counted by a recipe. Where the rest is counted by another, the project is of no single recipe then, and must be counted again even when the roadmap goes back to the former one.
 * A project that nobody has counted yet begins with its first issues, which have counted themselves.
 */
export async function noteRecipe(transaction: WriteTransaction, projects: Iterable<ProjectKey>, recipe: string): Promise<void> {
  const jobs = transaction.objectStore('jobs');
  for (const project of new Set(projects)) {
    const stored = await jobs.get(recountId(project));
    if (!stored) await jobs.put(recountJob(project, recipe));
    else if (cursorOf(stored).recipe !== recipe) await jobs.put({ ...stored, cursor: { ...cursorOf(stored), recipe: null } satisfies RecountCursor });
  }
}

/** Has every project counted again. */
export async function forgetRecipes(transaction: WriteTransaction): Promise<void> {
  const jobs = transaction.objectStore('jobs');
  for (const job of await jobs.getAll()) if (job.kind === 'recount') await jobs.put({ ...job, cursor: { ...cursorOf(job), recipe: null } satisfies RecountCursor });
}

/** Written by this file, the steps of the counting, and the migration that brought memberships. */
export function cursorOf({ cursor }: JobRow): RecountCursor {
  return cursor as RecountCursor;
}

export function recountJob(project: ProjectKey, recipe: string): JobRow {
  return { id: recountId(project), kind: 'recount', project, host: hostOf(project), dueAt: 0, cursor: { recipe, towards: null, through: null } satisfies RecountCursor, attempts: 0, error: null, finishedAt: null };
}

function recountId(project: ProjectKey): string {
  return `recount:${project}`;
}
