import * as z from 'zod/mini';

/** Extras whose absence costs a fact, never the row. */
// oxlint-disable-next-line promise/valid-params -- zod's `catch`, no promise's
export const extra = <T extends z.ZodMiniType>(schema: T) => z.catch(z.nullish(schema), null);

/** The first thing that is wrong with a row, for the record of rejected rows: `updated_at: invalid_format`. */
export function reasonOf(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'not readable';
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.code}` : issue.code;
}
