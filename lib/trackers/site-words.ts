import { titleOf } from './rows.ts';
import { withoutToken } from './token.ts';

/** More is no sentence any more. */
const LONGEST = 600;

/**
 * A site's own sentences about what it refuses, short, and without the token should it repeat it; `''` where it says nothing. GitHub tells what is wrong in `errors` beside a `message` that only says that something is; Jira
 * has a list of sentences, and one for each field.
 *
 * `wordsIn({ message: 'Validation Failed', errors: [{ field: 'name', message: 'name is too long (maximum is 50 characters)' }] }, null)` → `'Validation Failed. name is too long (maximum is 50 characters)'`
 */
export function wordsIn(body: unknown, token: string | null): string {
  if (typeof body !== 'object' || body === null) return '';
  const { message, errorMessages, errors } = body as Record<string, unknown>; // each is checked below
  const told = [message, errorMessages, errors].flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part).map(sentenceIn) : part));
  return titleOf(withoutToken(told.filter((one) => typeof one === 'string').join('. ').replaceAll('.. ', '. '), token)).slice(0, LONGEST);
}

const sentenceIn = (told: unknown): unknown => (typeof told === 'object' && told !== null && 'message' in told ? told.message : told);
