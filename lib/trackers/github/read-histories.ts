import type { History } from '../../core/history.ts';
import type { IssueKey } from '../../core/issue.ts';
import type { Instant } from '../../core/time.ts';
import { changedShape, fail, orElse, readAnswer, refuse, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, HistoryGiven } from '../tracker.ts';
import type { Send } from './client.ts';
import { readHistory } from './history-mapping.ts';
import { placeOfIssue } from './keyed.ts';
import { nextPage } from './link-header.ts';
import { type Call, routes } from './routes.ts';

/** Pages of a hundred events: an issue that was changed more often is told without a history rather than with a half of one. */
const MOST_PAGES = 5;

/**
 * The history of one issue: of its events alone, which a page holds as a rule. All events of the repository would come newest first, however many there are beside the sprint's; the timeline
 * would bring every comment along.
 */
export async function readHistories(send: Send, credentials: Credentials, keys: readonly IssueKey[], given: HistoryGiven, now: () => Instant, signal?: AbortSignal): Promise<Exchanged<ReadonlyMap<IssueKey, History>>> {
  const [key] = keys;
  const place = key === undefined ? null : placeOfIssue(key);
  if (key === undefined || place === null) return refuse(changedShape('no issue of GitHub'));
  const events: unknown[] = [];
  let call: Call = routes.events(place, place.number);
  for (let page = 1; ; page++) {
    const answer = await send(credentials, call, { signal });
    const read = readAnswer<string | null>(answer, (one) => {
      if (!Array.isArray(one.body)) return fail(changedShape('a list was expected'));
      events.push(...one.body);
      return succeed(nextPage(one));
    });
    const { outcome, ...told } = read;
    // Moved or deleted: the walk over the issues finds that out.
    if (!outcome.ok) return orElse({ ...told, outcome }, ['not-found', 'gone'], new Map());
    if (outcome.value === null) return { ...told, outcome: succeed(new Map([[key, readHistory(events, { ...given, present: given.present(key) }, now())]])) };
    if (page === MOST_PAGES) return { ...told, outcome: succeed(new Map()) };
    call = { method: 'GET', url: outcome.value };
  }
}
