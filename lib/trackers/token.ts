import type { TrackerError } from './exchange.ts';

/** A site's own words without the token, should it repeat it: as it was given, as `Basic` sends it, or the secret of `email:token` alone. `withoutToken('Bad key: s3cret', 'me@a.example:s3cret')` → `Bad key: [token]` */
export function withoutToken(text: string, token: string | null): string {
  if (token === null) return text;
  const sent = token.includes(':') ? [btoa(token), token.slice(token.indexOf(':') + 1)] : [];
  return [token, ...sent].filter((form) => form !== '').reduce((left, form) => left.replaceAll(form, '[token]'), text);
}

/** Whether a token can be sent. One is printable ASCII; anything else would make `fetch` throw an error that quotes it. */
export function isSendable(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}

/** What is said of a token that cannot. */
export const NOT_SENDABLE: TrackerError = { kind: 'unauthorised', reason: 'The token has characters that no token has.' };
