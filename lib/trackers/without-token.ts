/** A site's own words without the token, should it repeat it: as it was given, as `Basic` sends it, or the secret of `email:token` alone. `withoutToken('Bad key: s3cret', 'me@a.example:s3cret')` → `Bad key: [token]` */
export function withoutToken(text: string, token: string | null): string {
  if (token === null) return text;
  const sent = token.includes(':') ? [btoa(token), token.slice(token.indexOf(':') + 1)] : [];
  return [token, ...sent].filter((form) => form !== '').reduce((left, form) => left.replaceAll(form, '[token]'), text);
}
