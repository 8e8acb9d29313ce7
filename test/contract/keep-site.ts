import type { Credentials, Exchanged, Tracker } from '../../lib/trackers/tracker.ts';

/** More exchanges to learn what a site is than any site takes: then the tracker learns in a circle. */
const MOST = 30;

/**
 * What the sync does for every tracker: keeps what it learned of a site, gives it back with the next credentials, and puts a question again
 * whose exchange went into learning.
 */
export function keepSite(tracker: Tracker): Tracker {
  const sites = new Map<string, unknown>();
  async function again<T>(given: Credentials, put: (credentials: Credentials) => Promise<Exchanged<T>>): Promise<Exchanged<T>> {
    const kept = `${given.host} ${given.token}`;
    for (let times = 0; times < MOST; times += 1) {
      const exchanged = await put({ ...given, site: sites.get(kept) ?? given.site ?? null });
      if (exchanged.site !== undefined) sites.set(kept, structuredClone(exchanged.site));
      if (exchanged.outcome.ok || exchanged.outcome.error.kind !== 'learning') return exchanged;
    }
    throw new Error('The tracker learns in a circle.');
  }
  const { readHistories } = tracker;
  return {
    ...tracker,
    readIssues: (given, ...rest) => again(given, (credentials) => tracker.readIssues(credentials, ...rest)),
    readIssue: (given, ...rest) => again(given, (credentials) => tracker.readIssue(credentials, ...rest)),
    readBlockers: (given, ...rest) => again(given, (credentials) => tracker.readBlockers(credentials, ...rest)),
    ...(readHistories && { readHistories: (given, ...rest) => again(given, (credentials) => readHistories(credentials, ...rest)) }),
    readSprints: (given, ...rest) => again(given, (credentials) => tracker.readSprints(credentials, ...rest)),
    readSprint: (given, ...rest) => again(given, (credentials) => tracker.readSprint(credentials, ...rest)),
    checkAccount: (given, ...rest) => again(given, (credentials) => tracker.checkAccount(credentials, ...rest)),
    write: (given, ...rest) => again(given, (credentials) => tracker.write(credentials, ...rest)),
  };
}
