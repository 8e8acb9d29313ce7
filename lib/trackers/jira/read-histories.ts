import type { History } from '../../core/history.ts';
import type { IssueKey } from '../../core/issue.ts';
import { jiraIssueKey } from '../../core/keys.ts';
import { changedShape, refuse, succeed } from '../exchange.ts';
import { readable } from '../rows.ts';
import type { Credentials, Exchanged } from '../tracker.ts';
import type { Client } from './client.ts';
import { readHistory } from './history-mapping.ts';
import { placeOfIssue } from './keyed.ts';
import { learn } from './learn.ts';
import { searchNamed } from './read-named.ts';
import { issueRow } from './rows.ts';
import { viewOf } from './view.ts';
import { written } from './walk.ts';

/**
 * The histories of some issues, in one search by GET: the bulk way is a POST, which Jira takes for forged when a browser sends it (tracker-apis.md §2.6).
 * Long ones come without their beginning, and say so.
 */
export async function readHistories(client: Client, credentials: Credentials, keys: readonly IssueKey[], signal?: AbortSignal): Promise<Exchanged<ReadonlyMap<IssueKey, History>>> {
  if (keys.some((key) => placeOfIssue(key)?.host !== credentials.host.toLowerCase())) return refuse(changedShape('no issues of that Jira'));
  const known = await learn(client, credentials, { fields: true, statuses: true }, signal);
  if ('lesson' in known) return known.lesson;
  const { access } = known;
  const view = viewOf(credentials.host, access.site, client.now());
  return searchNamed(client, access, written(keys), { fields: ['status'], expand: 'changelog' }, (rows) => {
    const histories = readable(issueRow, rows).filter(({ changelog }) => changelog !== undefined);
    return succeed(new Map(histories.map(({ key, changelog }) => [jiraIssueKey(credentials.host, key), readHistory(changelog, view)])));
  });
}
