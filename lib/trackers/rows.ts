import * as z from 'zod/mini';
import type { Issue, ProjectKey } from '../core/issue.ts';
import { unturned } from '../core/unturned.ts';

/** Trackers allow some 255 characters; a longer one says nothing more, and would be drawn wherever the issue is named. */
const LONGEST_TITLE = 1000;

/**
 * A title as it is kept, however much a site sends as one: one line, without the marks that turn round the direction of whatever is written after it (letters of either direction need none).
 * `titleOf('Pay\n\u202Eyap')` → `'Pay yap'`
 */
export function titleOf(text: string): string {
  return unturned(text.slice(0, LONGEST_TITLE).replaceAll(/\p{Cc}+/gu, ' '));
}

/** What people call something, kept like a title: of a person, a board, a version, an iteration. */
export const name = z.string().check(z.overwrite(titleOf));

/** Extras whose absence costs a fact, never the row. */
// oxlint-disable-next-line promise/valid-params -- zod's `catch`, no promise's
export const extra = <T extends z.ZodMiniType>(schema: T) => z.catch(z.nullish(schema), null);

/** The first thing that is wrong with a row, for the record of rejected rows: `updated_at: invalid_format`. */
export function reasonOf(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'not readable';
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.code}` : issue.code;
}

/** Of a list's rows those that can be read, for lists whose other rows are no loss. */
export function readable<T extends z.ZodMiniType>(schema: T, rows: readonly unknown[]): z.infer<T>[] {
  return rows.flatMap((row) => {
    const read = schema.safeParse(row);
    return read.success ? [read.data] : [];
  });
}

/** The present key of a project that was renamed or transferred: it answers under its former one, with rows that bear the new one. `null` for any other. */
export function renamedTo(asked: ProjectKey, issues: readonly Issue[]): ProjectKey | null {
  const project = issues[0]?.project;
  return project !== undefined && project !== asked && issues.every((issue) => issue.project === project) ? project : null;
}
