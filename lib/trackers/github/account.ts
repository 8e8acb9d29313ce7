import type { Instant } from '../../core/time.ts';
import { changedShape, fail, readAnswer, refuse, succeed } from '../exchange.ts';
import type { Account, Credentials, Exchanged } from '../tracker.ts';
import type { Send } from './client.ts';
import { readScopes } from './errors.ts';
import { apiBase } from './hosts.ts';
import { accountRow } from './rows.ts';
import { routes } from './routes.ts';

/**
 * Whose token it is. A classic token names its scopes; a fine-grained one does not say what it may do,
 * so what it lacks comes to light with the first 403, which names the permission.
 */
export async function checkAccount(send: Send, credentials: Credentials, signal?: AbortSignal): Promise<Exchanged<Account>> {
  const base = apiBase(credentials.host);
  if (base === null) return refuse(changedShape('no host name'));
  const { token } = credentials;
  if (token === null) return refuse({ kind: 'unauthorised', reason: 'There is no token.' });
  return readAnswer<Account>(await send(credentials, routes.account(base), { signal }), ({ body, headers }) => {
    const read = accountRow.safeParse(body);
    if (!read.success) return fail(changedShape('an answer that names no user'));
    return succeed({
      login: read.data.login,
      tokenKind: kindOf(token),
      missing: missingScopes(headers.get('x-oauth-scopes')),
      expiresAt: readExpiry(headers.get('github-authentication-token-expiration')),
    });
  });
}

function kindOf(token: string): Account['tokenKind'] {
  if (token.startsWith('github_pat_')) return 'fine-grained';
  // Before 2021-04 tokens were 40 hexadecimal digits.
  return token.startsWith('ghp_') || /^[0-9a-f]{40}$/.test(token) ? 'classic' : 'other';
}

/** The header is absent for tokens that have permissions instead of scopes. */
function missingScopes(header: string | null): readonly string[] {
  if (header === null) return [];
  const scopes = readScopes(header);
  return scopes.includes('repo') || scopes.includes('public_repo') ? [] : ['repo'];
}

/** `2026-12-24 09:53:54 UTC`, with some servers `2026-12-24 09:53:54 -0700`. */
function readExpiry(header: string | null): Instant | null {
  const [, date = '', time = '', zone = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (UTC|[+-]\d{4})$/.exec(header?.trim() ?? '') ?? [];
  const at = Date.parse(`${date}T${time}${zone === 'UTC' ? 'Z' : zone.replace(/(\d\d)$/, ':$1')}`);
  return Number.isNaN(at) ? null : at;
}
