import { type Answer, fail } from '../exchange.ts';
import type { Exchanged } from '../tracker.ts';
import type { Access, Asking, Client } from './client.ts';
import type { JiraSite } from './site.ts';

/** So long an answer that a signed-out browser would get too is believed without asking again who we are. */
const BELIEVED = 10 * 60_000;

/** The exchange went into learning: the same question is put again at once, with this. */
export function learned(site: JiraSite, { allowance }: Pick<Exchanged<unknown>, 'allowance'> = { allowance: null }): Exchanged<never> {
  return { outcome: fail({ kind: 'learning' }), allowance, site };
}

/** Puts one question, signed in. */
export async function put({ ask }: Client, access: Access, path: string, asking?: Asking): Promise<Exchanged<Answer>> {
  const answer = elseGateway(access, await ask(access, path, asking));
  const signedOut = !answer.outcome.ok && answer.outcome.error.kind === 'unauthorised' && access.credentials.token === null;
  // What a signed-out browser was told of fields and boards is not the whole.
  return signedOut ? { ...answer, site: { ...access.site, fields: null, boards: {}, absent: {}, doubt: false, signedInAt: null, account: null } } : answer;
}

/**
 * A Cloud token that the site does not take may be one with scopes, which only Atlassian's gateway takes (tracker-apis.md §2.7): that is tried once,
 * and a token that neither takes begins at the site again the next time.
 */
export function elseGateway<T>({ credentials: { token }, site }: Access, answer: Exchanged<T>): Exchanged<T> {
  if (answer.outcome.ok || answer.outcome.error.kind !== 'unauthorised' || !token?.includes(':') || site.flavour === 'data-center') return answer;
  return site.gateway === null ? learned({ ...site, gateway: 'wanted' }, answer) : { ...answer, site: { ...site, gateway: null } };
}

/** An answer that says "nothing here" is what a signed-out browser gets as well: before it is believed we ask once who we are. `null` where it may be. */
export function doubted({ site }: Access, now: number): Exchanged<never> | null {
  const { signedInAt } = site;
  return signedInAt !== null && now - signedInAt >= 0 && now - signedInAt < BELIEVED ? null : learned({ ...site, doubt: true });
}

/** The site's REST API in the version that its flavour has. */
export function platform({ flavour }: JiraSite, path: string): string {
  return `/rest/api/${flavour === 'data-center' ? 2 : 3}/${path}`;
}

