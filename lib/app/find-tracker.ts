import type { Problem } from '../messaging/messages.ts';
import type { Account, Credentials, Exchanged, Tracker, TrackerError } from '../trackers/tracker.ts';
import { explainError } from './explain-error.ts';
import type { Ports } from './ports.ts';
import { siteOf } from './site.ts';

/** What a site is may take a few questions to learn; it never takes more. */
const LEARNING = 12;

/** Asks whose account it is, and goes on asking while the tracker still gets to know the site. What it knows by then is told with any answer. */
export async function askAccount(tracker: Tracker, credentials: Credentials): Promise<Exchanged<Account>> {
  let asked = credentials;
  for (let turn = 1; ; turn += 1) {
    const exchanged = await tracker.checkAccount(asked);
    const { outcome, site = asked.site } = exchanged;
    if (outcome.ok || outcome.error.kind !== 'learning' || turn === LEARNING) return { ...exchanged, site };
    asked = { ...asked, site };
  }
}

type Found = { readonly ok: true; readonly tracker: Tracker; readonly site?: unknown } | { readonly ok: false; readonly problem: Problem };

/**
 * Which tracker a host is: by its name, by its connection, else by its own word. Jira tells everybody what it is; what is no Jira is taken for a GitHub Enterprise Server.
 * Only the host itself is asked, and without the token: which of the two may have it is not known yet.
 *
 * @example await findTracker(ports, 'tickets.acme.org', '/jira') // → { ok: true, tracker: { kind: 'jira', … } }
 */
export async function findTracker(ports: Ports, host: string, context: string): Promise<Found> {
  const [github, jira, connection] = [ports.trackerFor(host, 'github'), ports.trackerFor(host, 'jira'), await ports.store.connection(host)];
  const known = github?.kind === jira?.kind ? github : connection ? ports.trackerFor(host, connection.tracker) : null;
  if (known) return { ok: true, tracker: known };
  const { outcome, site } = jira ? await askAccount(jira, { host, token: null, context }) : { outcome: null, site: undefined };
  if (jira && (outcome?.ok || jira.describeSite?.(site))) return { ok: true, tracker: jira, site };
  const error = outcome && !outcome.ok ? outcome.error : null;
  if (error && UNANSWERED.includes(error.kind)) return { ok: false, problem: explainError(error, siteOf(ports, host, connection), ports.now()) };
  return github ? { ok: true, tracker: github } : { ok: false, problem: { kind: 'unknown-host', sentence: `${host} is not a tracker that Waymark knows.`, action: 'Give the address of a GitHub or a Jira site.' } };
}

/** No word of the site's own: it may be either. */
const UNANSWERED: readonly TrackerError['kind'][] = ['offline', 'rate-limited', 'server'];
