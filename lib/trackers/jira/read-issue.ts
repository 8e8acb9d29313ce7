import type { History } from '../../core/history.ts';
import type { Issue, IssueKey } from '../../core/issue.ts';
import { jiraIssueKey } from '../../core/keys.ts';
import { changedShape, fail, readAnswer, readRows, refuse, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, FoundIssue } from '../tracker.ts';
import { absentAmong, isAbsent } from './absent.ts';
import type { Client } from './client.ts';
import { readMessage } from './errors.ts';
import { readHistory } from './history-mapping.ts';
import { readIssueRow } from './issue-mapping.ts';
import { placeOfIssue } from './keyed.ts';
import { learn } from './learn.ts';
import { doubted, platform, put } from './put.ts';
import { issueRow, searchPage } from './rows.ts';
import { viewOf } from './view.ts';
import { asked, blockersPath, historyPath, written } from './walk.ts';

/** One issue, as it is this very moment: the search may be seconds behind, this never is. Jira answers under the present key of one that moved. */
export async function readIssue(client: Client, credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<FoundIssue>> {
  const place = placeOfIssue(key);
  if (place === null || place.host !== credentials.host.toLowerCase()) return refuse(changedShape('no issue of that Jira'));
  const known = await learn(client, credentials, { fields: true }, signal);
  if ('lesson' in known) return known.lesson;
  const { access } = known;
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

/** The issues that this one waits for, done ones too. A site without links of that kind refuses the question: there are none. */
export async function readBlockers(client: Client, credentials: Credentials, key: IssueKey, signal?: AbortSignal): Promise<Exchanged<readonly Issue[]>> {
  const place = placeOfIssue(key);
  if (place === null || place.host !== credentials.host.toLowerCase()) return refuse(changedShape('no issue of that Jira'));
  const known = await learn(client, credentials, { fields: true }, signal);
  if ('lesson' in known) return known.lesson;
  const { access } = known;
  const answer = await put(client, access, blockersPath(access.site, place.written), { isFine: ({ status }) => status === 400 });
  return readAnswer<readonly Issue[]>(answer, ({ body }) => {
    const page = searchPage.safeParse(body);
    if (!page.success) return succeed([]);
    const view = viewOf(credentials.host, access.site, client.now());
    const list = readRows(page.data.issues, (raw) => readIssueRow(view, raw));
    return list.ok ? succeed(list.value.rows) : list;
  });
}

/** The histories of some issues, in one search. Long ones come without their beginning, and say so. */
export async function readHistories(client: Client, credentials: Credentials, keys: readonly IssueKey[], signal?: AbortSignal): Promise<Exchanged<ReadonlyMap<IssueKey, History>>> {
  if (keys.some((key) => placeOfIssue(key)?.host !== credentials.host.toLowerCase())) return refuse(changedShape('no issues of that Jira'));
  const known = await learn(client, credentials, { fields: true, statuses: true }, signal);
  if ('lesson' in known) return known.lesson;
  const { access } = known;
  const there = written(keys).filter((key) => !isAbsent(access.site, key, client.now()));
  if (there.length === 0) return { outcome: succeed(new Map()), allowance: null };
  const path = historyPath(access.site, there);
  const answer = await put(client, access, path, { isFine: ({ status }) => status === 400 });
  if (answer.outcome.ok && answer.outcome.value.status === 400) {
    const message = readMessage(answer.outcome.value.body, credentials.token);
    return absentAmong(access.site, path, message, client.now()) ?? refuse(changedShape(`status 400${message && `: ${message}`}`));
  }
  return readAnswer<ReadonlyMap<IssueKey, History>>(answer, ({ body }) => {
    const page = searchPage.safeParse(body);
    if (!page.success) return fail(changedShape('a page of issues was expected'));
    const view = viewOf(credentials.host, access.site, client.now());
    const rows = page.data.issues.flatMap((raw) => {
      const row = issueRow.safeParse(raw);
      return row.success && row.data.changelog !== undefined ? [[jiraIssueKey(credentials.host, row.data.key), readHistory(row.data.changelog, view)] as const] : [];
    });
    return succeed(new Map(rows));
  });
}
