import type { TrackerDependencies } from '../registry.ts';
import type { SendWrite, Tracker } from '../tracker.ts';
import { checkAccount } from './account.ts';
import { createClient, type JiraClientDependencies } from './client.ts';
import { placeOfIssue, placeOfSprint } from './keyed.ts';
import { readBlockers } from './read-blockers.ts';
import { readHistories } from './read-histories.ts';
import { readIssue } from './read-issue.ts';
import { readIssues } from './read-issues.ts';
import { readSprint, readSprints } from './read-sprints.ts';
import { readVersions } from './read-versions.ts';
import { proposeRoadmap, readRoadmap } from './roadmap-property.ts';
import { readSite } from './site.ts';
import { write } from './write.ts';

/** The search finds a change only after a while: some minutes as a rule (tracker-apis.md §2.2). */
const OVERLAP = 15 * 60_000;

/** Jira behind the tracker port: Cloud and Data Center. Holds no state between calls: what it learns of a site it hands out, and gets back. */
export function createJiraTracker({ sendWrite, ...dependencies }: JiraClientDependencies & Pick<TrackerDependencies, 'sendWrite'>): Tracker {
  const client = createClient(dependencies);
  const send = sendWrite ?? directly(dependencies.fetch);
  return {
    kind: 'jira',
    without: 'session',
    overlap: OVERLAP,
    shares: true,
    projectOf: (key) => placeOfIssue(key)?.project ?? null,
    sprintProjectOf: (key) => placeOfSprint(key)?.project ?? null,
    readIssues: (credentials, query, _etag, signal) => readIssues(client, credentials, query, signal),
    readIssue: (credentials, key, signal) => readIssue(client, credentials, key, signal),
    readBlockers: (credentials, key, signal) => readBlockers(client, credentials, key, signal),
    readHistories: (credentials, keys, signal) => readHistories(client, credentials, keys, signal),
    readSprints: (credentials, project, next, etag, signal, dateOf) => readSprints(client, credentials, project, next, etag, signal, dateOf),
    readSprint: (credentials, key, signal, dateOf) => readSprint(client, credentials, key, signal, dateOf),
    describeSite: (kept) => {
      const { flavour, context } = readSite(kept);
      return flavour && { flavour, context };
    },
    checkAccount: (credentials, signal) => checkAccount(client, credentials, signal),
    readVersions: (credentials, project, signal) => readVersions(client, credentials, project, signal),
    readFile: (credentials, project, _place, etag, signal) => readRoadmap(client, credentials, project, etag, signal),
    proposeFile: (credentials, proposal, step, signal) => proposeRoadmap(client, send, credentials, proposal, step, signal),
    write: (credentials, change, signal) => write(client, send, credentials, change, signal),
  };
}

/** Where there is no browser there is no page to send from, and no address of a browser's to be taken for forged. */
function directly(fetch: typeof globalThis.fetch): SendWrite {
  return async (way, { session, url, ...request }, signal) => {
    if (way === 'tab') return null;
    const response = await fetch(url, { ...request, credentials: session ? 'include' : 'omit', cache: 'no-store', redirect: 'manual', ...(signal && { signal }) });
    return { status: response.status, contentType: response.headers.get('content-type') ?? '', retryAfter: response.headers.get('retry-after'), limitReason: response.headers.get('ratelimit-reason'), body: await response.text() };
  };
}
