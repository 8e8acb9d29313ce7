import type { Issue } from '../../core/issue.ts';
import { type Answer, changedShape, fail, readAnswer, readRows, refuse, succeed } from '../exchange.ts';
import type { Exchanged, Outcome } from '../tracker.ts';
import { absentAmong, isAbsent } from './absent.ts';
import type { Access, Client } from './client.ts';
import { readMessage } from './errors.ts';
import { readIssueRow } from './issue-mapping.ts';
import { put } from './put.ts';
import { searchPage } from './rows.ts';
import { namedPath, type SearchOptions } from './walk.ts';
import { viewOf } from './view.ts';

/** Issues by key, in one search; those that are not there are left out. */
export function readNamed(client: Client, access: Access, keys: readonly string[]): Promise<Exchanged<readonly Issue[]>> {
  const view = viewOf(access.credentials.host, access.site, client.now());
  return searchNamed<readonly Issue[]>(client, access, keys, {}, (rows) => {
    const list = readRows(rows, (raw) => readIssueRow(view, raw));
    return list.ok ? succeed(list.value.rows) : list;
  });
}

/** Asks for rows by key. The site refuses the search whole when it names an issue that is not there: then it is asked again without that one. */
export async function searchNamed<T>(client: Client, access: Access, keys: readonly string[], options: SearchOptions, read: (rows: readonly unknown[]) => Outcome<T>): Promise<Exchanged<T>> {
  const there = keys.filter((key) => !isAbsent(access.site, key, client.now()));
  if (there.length === 0) return { outcome: read([]), allowance: null };
  const path = namedPath(access.site, there, options);
  const answer = await put(client, access, path, { isFine: ({ status }) => status === 400 });
  if (answer.outcome.ok && answer.outcome.value.status === 400) return refused(client, access, path, answer.outcome.value);
  return readAnswer<T>(answer, ({ body }) => {
    const page = searchPage.safeParse(body);
    return page.success ? read(page.data.issues) : fail(changedShape('a page of issues was expected'));
  });
}

function refused(client: Client, access: Access, path: string, { body }: Answer): Exchanged<never> {
  const message = readMessage(body, access.credentials.token);
  return absentAmong(access, path, message, client.now()) ?? refuse(changedShape(`status 400${message && `: ${message}`}`));
}
