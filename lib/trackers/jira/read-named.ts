import type { Issue } from '../../core/issue.ts';
import { type Answer, changedShape, fail, readAnswer, readRows, refuse, succeed } from '../exchange.ts';
import { wordsIn } from '../site-words.ts';
import type { Exchanged, Outcome } from '../tracker.ts';
import { absentAmong, isAbsent } from './absent.ts';
import type { Access, Client } from './client.ts';
import { readIssueRow } from './issue-mapping.ts';
import { pathAfter, toldIn } from './next-page.ts';
import { put } from './put.ts';
import { searchPage } from './rows.ts';
import { namedPath, type SearchOptions } from './walk.ts';
import { viewOf } from './view.ts';

/** So many pages one search may take. */
const MOST_PAGES = 20;

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
  const rows: unknown[] = [];
  let path = namedPath(access.site, there, options);
  for (let page = 1; ; page++) {
    const answer = await put(client, access, path, { isFine: ({ status }) => status === 400 });
    if (answer.outcome.ok && answer.outcome.value.status === 400) return refused(client, access, path, answer.outcome.value);
    const { outcome, ...told } = readAnswer<string | null>(answer, ({ body }) => {
      const one = searchPage.safeParse(body);
      if (!one.success) return fail(changedShape('a page of issues was expected'));
      rows.push(...one.data.issues);
      return succeed(pathAfter(path, toldIn(path, one.data)));
    });
    if (!outcome.ok) return { ...told, outcome };
    // Cloud gives few rows at once where much is asked of each.
    if (outcome.value === null || outcome.value === path || rows.length >= there.length || page === MOST_PAGES) return { ...told, outcome: read(rows) };
    path = outcome.value;
  }
}

function refused(client: Client, access: Access, path: string, { body }: Answer): Exchanged<never> {
  const message = wordsIn(body, access.credentials.token);
  return absentAmong(access, path, message, client.now()) ?? refuse(changedShape(`status 400${message && `: ${message}`}`));
}
