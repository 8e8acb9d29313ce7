import { changedShape, fail, readAnswer, succeed } from '../exchange.ts';
import type { Account, Credentials, Exchanged } from '../tracker.ts';
import type { Client } from './client.ts';
import { learn } from './learn.ts';
import { learned, platform, put } from './put.ts';
import { permissionRows } from './rows.ts';

/** Without these there is nothing to show, or nothing to write; the goal of a sprint needs more, which only the attempt tells. */
const NEEDED = ['BROWSE_PROJECTS', 'EDIT_ISSUES'];

/** Who is signed in there, by token or by the browser's own session, and what they may not do anywhere on the site. */
export async function checkAccount(client: Client, credentials: Credentials, signal?: AbortSignal): Promise<Exchanged<Account>> {
  const known = await learn(client, credentials, { account: true }, signal);
  if ('lesson' in known) return known.lesson;
  const { site } = known.access;
  const answer = await put(client, known.access, platform(site, `mypermissions?permissions=${NEEDED.join(',')}`));
  const { account, askedTwice = false } = site;
  // Somebody else has signed in since we asked for a name, however soon; but a site that is of two minds is not asked for ever.
  if (answer.outcome.ok && answer.whose !== account?.whose && !askedTwice) return learned({ ...site, account: null, askedTwice: true }, answer);
  return readAnswer<Account>(askedTwice ? { ...answer, site: { ...site, askedTwice: false } } : answer, ({ body }) => {
    const read = permissionRows.safeParse(body);
    if (!read.success) return fail(changedShape('a list of permissions was expected'));
    return succeed({
      login: site.account?.login ?? '',
      tokenKind: credentials.token === null ? 'session' : 'other',
      missing: NEEDED.filter((name) => read.data.permissions[name]?.havePermission === false),
      expiresAt: null,
    });
  });
}
