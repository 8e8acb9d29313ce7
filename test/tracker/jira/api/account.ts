import type { World } from '../../model/world.ts';
import type { JiraSite } from '../model/site.ts';
import { viewerOf } from '../site-call.ts';
import type { Account } from './call.ts';

const NOBODY: Account = { person: null, role: null, by: 'nobody', scopes: null };

/** Who asks, by token or by session; undefined when something was shown that this door does not honour. A shown token is all that counts. */
export function accountOf({ world, site, gateway, headers, now }: { world: World; site: JiraSite; gateway: boolean; headers: { authorization: string | undefined; cookie: string | undefined }; now: number }): Account | undefined {
  if (headers.authorization === undefined) {
    const person = gateway ? null : viewerOf(world, site, headers.cookie);
    return person ? { person, role: site.roles.get(person.name) ?? null, by: 'session', scopes: null } : NOBODY;
  }
  const [scheme = '', shown = ''] = headers.authorization.split(/\s+/);
  const cloud = site.flavour === 'cloud';
  if (scheme.toLowerCase() !== (cloud ? 'basic' : 'bearer')) return undefined;
  const [email, value = ''] = cloud ? splitOnce(Buffer.from(shown, 'base64').toString()) : [null, shown];
  const token = world.jira.tokens.get(value);
  if (!token || token.revoked === true || (token.expiresAt !== undefined && token.expiresAt <= now)) return undefined;
  if (token.kind !== (cloud ? (gateway ? 'scoped' : 'classic') : 'pat')) return undefined;
  const person = world.jira.people.get(token.person);
  if (!person?.active || (email !== null && email.toLowerCase() !== person.email)) return undefined;
  return { person, role: site.roles.get(person.name) ?? null, by: 'token', scopes: token.scopes ?? null };
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(':');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** What there is for this account: to strangers and to nobody the site is empty. */
export function seenBy(account: Account, site: JiraSite): JiraSite {
  return account.role !== null ? site : { ...site, projects: new Map(), boards: new Map(), sprints: new Map(), issues: new Map(), keys: new Map(), ghosts: new Map() };
}
