import type { ProjectKey } from '../../core/issue.ts';
import { changedShape, type Exchanged, fail, refuse, succeed } from '../exchange.ts';
import type { Credentials, WriteRight } from '../tracker.ts';
import type { Send } from './client.ts';
import { placeOfProject } from './keyed.ts';
import { routes } from './routes.ts';

/** No label is called so; and of one that were, nothing would be changed. */
const NOBODYS_LABEL = 'waymark-asks-whether-this-token-may-write';

/**
 * A fine-grained token does not say what it may do, and GitHub names a permission that is missing only when it refuses. So it is asked to change nothing of a label that is not there:
 * permissions are looked at first (403), what is asked for after them (404). TruffleHog's analyser of fine-grained tokens finds it out in the same way.
 *
 * @example await mayWrite(send, credentials, 'github.com/acme/shop') // → { outcome: { ok: true, value: { may: false, lacks: 'issues=write' } }, … }
 */
export async function mayWrite(send: Send, credentials: Credentials, project: ProjectKey, signal?: AbortSignal): Promise<Exchanged<WriteRight>> {
  const place = placeOfProject(project);
  if (place === null) return refuse(changedShape('nothing of GitHub'));
  const { outcome, allowance } = await send(credentials, routes.keepLabel(place, NOBODYS_LABEL), { signal });
  if (outcome.ok || outcome.error.kind === 'not-found') return { outcome: succeed({ may: true }), allowance };
  const { error } = outcome;
  if (error.kind !== 'forbidden' || error.authoriseAt !== null) return { outcome: fail(error), allowance };
  // The permission is named to a person who may not write there, and in an archived repository, too: the token may well have it.
  return { outcome: succeed({ may: false, lacks: /not accessible by/i.test(error.reason) ? error.missing : null }), allowance };
}
