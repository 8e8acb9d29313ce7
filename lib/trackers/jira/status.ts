import type { Issue, StatusCategory } from '../../core/issue.ts';
import type { StatusRow } from './rows.ts';
import type { JiraSite } from './site.ts';

/** The three categories that every Jira has, by the key and by the number that it gives them. */
const BY_KEY: Readonly<Record<string, StatusCategory>> = { new: 'todo', indeterminate: 'doing', done: 'done' };
const BY_ID: Readonly<Record<string, StatusCategory>> = { 2: 'todo', 4: 'doing', 3: 'done' };
const CLOSED = /^(?:done|closed|resolved|complete|completed|cancelled|released)$/i;
const DOING = /^(?:in progress|in review|in development|in testing|doing|review|testing|selected for development)$/i;

/** The portable category of a status; `null` where the row has none. Key and number disagree in a real dump: then `resolved` decides. */
export function categoryOf({ statusCategory }: Pick<StatusRow, 'statusCategory'>, resolved = false): StatusCategory | null {
  const byKey = BY_KEY[statusCategory?.key ?? ''] ?? null;
  const byId = BY_ID[String(statusCategory?.id)] ?? null;
  if (byKey === null || byId === null || byKey === byId) return byKey ?? byId;
  return resolved && (byKey === 'done' || byId === 'done') ? 'done' : byKey;
}

/** The status of an issue. What stands in the last column of every board that shows it is done, whatever its category says. */
export function readStatus(status: StatusRow, resolved: boolean, done: ReadonlySet<string>): Issue['status'] {
  const { name } = status;
  const category = categoryOf(status, resolved);
  if (done.has(String(status.id))) return { category: 'done', name, guessedFrom: null };
  if (category !== null) return { category, name, guessedFrom: null };
  if (resolved || CLOSED.test(name)) return { category: 'done', name, guessedFrom: name };
  return { category: DOING.test(name) ? 'doing' : 'todo', name, guessedFrom: name };
}

/** The ids of the statuses that the boards of a project take for done: the last column of each board that shows them at all. */
export function doneOnBoards(boards: JiraSite['boards'][string]['list']): ReadonlySet<string> {
  const columns = boards.map((board) => (board.columns ?? []).filter(({ statuses }) => statuses.length > 0)).filter((list) => list.length > 1);
  const last = new Set(columns.flatMap((list) => list.at(-1)?.statuses ?? []));
  for (const list of columns) for (const { statuses } of list.slice(0, -1)) for (const id of statuses) last.delete(id);
  return last;
}

const DUPLICATE = /\bduplicate/i;
const COMPLETED = /^(?:done|fixed|complete|completed|resolved|implemented|delivered|deployed|released|workaround)\b/i;
const NOT_PLANNED = /\b(?:won['’]?t|will not|not? |cannot|can['’]t|invalid|declined|rejected|incomplete|obsolete|abandoned|cancell?ed|hold|needs more info|out of scope|as designed|out of date|timed out)/i;

/** Why it was closed, from the resolution's name: teams make their own, and those of other languages say nothing. */
export function readResolution(name: string | null, category: StatusCategory): Issue['resolution'] {
  if (name === null || category !== 'done') return null;
  if (DUPLICATE.test(name)) return 'duplicate';
  if (COMPLETED.test(name)) return 'completed';
  return NOT_PLANNED.test(name) ? 'not-planned' : null;
}
