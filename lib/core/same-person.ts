/** Whom a site knows: as people call them, and by the site's own name of them where it tells that. */
export interface Person {
  readonly login: string | null;
  readonly whose?: string | undefined;
}

/**
 * Whether two are one person. Two people may be called the same, and one may change their name: the site's own name of them goes before it.
 *
 * `isSamePerson({login: 'Maya', whose: '712020:1'}, {login: 'Maya L.', whose: '712020:1'})` → `true` · `isSamePerson({login: 'Maya'}, {login: 'Ben'})` → `false`
 */
export function isSamePerson(one: Person, other: Person): boolean {
  return one.whose !== undefined && other.whose !== undefined ? one.whose === other.whose : one.login === other.login;
}
