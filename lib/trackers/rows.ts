import * as z from 'zod/mini';

/** Trackers allow some 255 characters; a longer one says nothing more, and would be drawn wherever the issue is named. */
const LONGEST_TITLE = 1000;

/**
 * A title as it is kept, however much a site sends as one: one line, without the marks that turn round the direction of whatever is written after it (letters of either direction need none).
 * `titleOf('Pay\n\u202Eyap')` → `'Pay yap'`
 */
export function titleOf(text: string): string {
  return text.slice(0, LONGEST_TITLE).replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '');
}

/** Extras whose absence costs a fact, never the row. */
// oxlint-disable-next-line promise/valid-params -- zod's `catch`, no promise's
export const extra = <T extends z.ZodMiniType>(schema: T) => z.catch(z.nullish(schema), null);

/** The first thing that is wrong with a row, for the record of rejected rows: `updated_at: invalid_format`. */
export function reasonOf(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'not readable';
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.code}` : issue.code;
}
