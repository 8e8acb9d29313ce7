import type { IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { createJiraTracker } from '../../lib/trackers/jira/tracker.ts';
import type { Credentials } from '../../lib/trackers/tracker.ts';
import { rename } from '../tracker/jira/edit/issue.ts';
import type { JiraIssue } from '../tracker/jira/model/issue.ts';
import { issueOf, type JiraSite, statusOf } from '../tracker/jira/model/site.ts';
import { startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { keepSite } from './keep-site.ts';
import { localFetch } from './local-fetch.ts';
import { spoil } from './spoil.ts';
import type { TrackedWorld } from './worlds.ts';

const TOKENS = {
  'cloud': { writer: 'maya@acme.example:ATATT-demo-writer', reader: 'retail-rita@acme.example:ATATT-demo-reader', revoked: 'maya@acme.example:ATATT-demo-revoked' },
  'dc': { writer: 'dc-pat-writer', reader: 'dc-pat-reader', revoked: 'dc-pat-revoked' },
};

/** One of the demo's Jiras: Cloud, or a Data Center below a path of its host. */
export async function startJira(host: string): Promise<TrackedWorld> {
  const now = Date.now();
  const world = demoWorld({ issues: 20, now: new Date(now) });
  const server = await startTracker({ world });
  const { jira } = world;
  const site = there(jira.sites.find((one) => one.host === host));
  const key = ({ key: written }: { key: string }): IssueKey => `${host}/${written}` as IssueKey;
  const named = (of: IssueKey): JiraIssue | undefined => issueOf(site, of.slice(host.length + 1));
  const issues = (): JiraIssue[] => [...site.issues.values()].filter(({ project }) => project === 'SHOP');
  const waits = ({ links }: JiraIssue): boolean => links.some(({ type, direction }) => type === 'Blocks' && direction === 'inward');
  const sprint = there([...site.sprints.values()].find(({ state }) => state === 'active'));
  const signed = (token: string | null): Credentials => ({ host, token });
  const { writer, reader, revoked } = TOKENS[site.flavour];
  return {
    tracker: keepSite(createJiraTracker({ fetch: localFetch(server.port), now: Date.now })),
    now,
    project: `${host}/SHOP` as ProjectKey,
    writer: signed(writer), anonymous: signed(null), revoked: signed(revoked), reader: signed(reader),
    issues: {
      open: key(there(issues().find((issue) => isOpen(site, issue)))), deleted: key({ key: 'SHOP-7' }), moved: key({ key: 'SHOP-9' }),
      blocked: key(there(issues().find((issue) => isOpen(site, issue) && waits(issue)))), foreign: 'github.com/acme/shop#12' as IssueKey,
    },
    sprint: `${host}/SHOP/sprint/${sprint.id}` as SprintKey,
    renamed: null,
    truth: {
      all: () => issues().map(key),
      open: () => issues().filter((issue) => isOpen(site, issue)).map(key),
      labels: (of) => named(of)?.labels ?? [],
      description: () => sprint.goal,
      requests: () => server.requests.length,
    },
    touch(of) {
      const issue = named(of);
      if (issue) rename({ world: jira, site, actor: 'jonas-k', at: Date.now() }, issue, `${issue.summary}!`);
    },
    fail(how) {
      const { behaviours, buckets } = jira;
      spoil(behaviours, how);
      if (how === 'secondary') behaviours.burst = { times: 1, retryAfter: 90 };
      if (how === 'spent' && site.flavour === 'cloud') behaviours.burst = { times: 1, retryAfter: 600, reason: 'jira-quota-tenant-based' };
      if (how === 'spent' && site.flavour === 'dc') {
        behaviours.bucket = { capacity: 1, fillRate: 1, intervalSeconds: 600 };
        buckets.set('maya', { left: 0, at: Date.now() });
      }
    },
    close: () => server.close(),
  };
}

function isOpen(site: JiraSite, issue: JiraIssue): boolean {
  return statusOf(site, issue).category !== 'done';
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The demo has no such thing.');
  return value;
}
