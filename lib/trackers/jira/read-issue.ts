import type { IssueKey } from '../../core/issue.ts';
import { changedShape, fail, readAnswer, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, FoundIssue } from '../tracker.ts';
import type { Client } from './client.ts';
import { readIssueRow } from './issue-mapping.ts';
import { placeOfIssue } from './keyed.ts';
import { doubted, platform, put } from './put.ts';
import { reach } from './reach.ts';
import { viewOf } from './view.ts';
import { asked } from './walk.ts';

/** One issue, as it is this very moment: the search may be seconds behind, this never is. Jira answers under the present key of one that moved. */
export async function readIssue(client: Client, credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<FoundIssue>> {
  const known = await reach(client, credentials, { place: placeOfIssue(key), what: 'issue' }, () => ({ fields: true }), signal);
  if ('lesson' in known) return known.lesson;
  const { access, place } = known;
  const query = new URLSearchParams({ ...asked(access.site) });
  const answer = await put(client, access, platform(access.site, `issue/${place.written}?${query}`));
  if (!answer.outcome.ok && (answer.outcome.error.kind === 'not-found' || answer.outcome.error.kind === 'gone')) {
    return doubted(access, client.now()) ?? { ...answer, outcome: succeed({ kind: 'gone' }) };
  }
  return readAnswer<FoundIssue>(answer, ({ body }) => {
    const read = readIssueRow(viewOf(credentials.host, access.site, client.now()), body);
    if (!read.ok) return fail(changedShape(read.reason));
    return succeed({ kind: read.value.key === key ? 'found' : 'moved', issue: read.value });
  });
}
