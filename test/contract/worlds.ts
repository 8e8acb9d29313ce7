import type { IssueKey, ProjectKey, SprintKey } from '../../lib/core/issue.ts';
import { createGithubTracker } from '../../lib/trackers/github/tracker.ts';
import type { Credentials, Tracker } from '../../lib/trackers/tracker.ts';
import { fullName } from '../tracker/model/repository.ts';
import { startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { startJira } from './jira-world.ts';
import { type Failure, spoil } from './spoil.ts';
import { localFetch } from './local-fetch.ts';

/** A tracker before a site that behaves, or misbehaves, as the contract asks it to. */
export interface TrackedWorld {
  readonly tracker: Tracker;
  /** When the world began. */
  readonly now: number;
  readonly project: ProjectKey;
  /** May read and write; null where the site needs no sign-in for that. */
  readonly writer: Credentials;
  readonly anonymous: Credentials;
  readonly revoked: Credentials;
  /** May read and not write. */
  readonly reader: Credentials;
  /** An issue that is there, one that was deleted, one that lives elsewhere now, one that waits for others, and one of another tracker. */
  readonly issues: { readonly open: IssueKey; readonly deleted: IssueKey; readonly moved: IssueKey; readonly blocked: IssueKey; readonly foreign: IssueKey };
  readonly sprint: SprintKey;
  readonly renamed: { readonly from: ProjectKey; readonly to: ProjectKey } | null;
  /** What is really there. */
  readonly truth: { all(): readonly string[]; open(): readonly string[]; labels(key: IssueKey): readonly string[]; description(): string; requests(): number };
  /** Somebody else changes the title. */
  touch(key: IssueKey): void;
  /** The next answer fails so. */
  fail(how: Failure): void;
  close(): Promise<void>;
}

/** Every tracker that the registry finds has a row here, and nothing else is to be done for it to be held to the contract. */
export const worlds: readonly { readonly name: string; readonly kind: string; start(): Promise<TrackedWorld> }[] = [
  { name: 'GitHub', kind: 'github', start: startGithub },
  { name: 'Jira Cloud', kind: 'jira', start: () => startJira('acme.atlassian.net') },
  { name: 'Jira Data Center', kind: 'jira', start: () => startJira('jira.acme.example') },
];

async function startGithub(): Promise<TrackedWorld> {
  // The real clock: the server's `Date` header is Node's, and limits are understood by it.
  const now = Date.now();
  const world = demoWorld({ issues: 230, now: new Date(now) });
  const site = await startTracker({ world });
  const shop = world.repositories.find((one) => fullName(one) === 'acme/shop');
  if (!shop) throw new Error('the demo has no acme/shop');
  const key = (number: number): IssueKey => `github.com/acme/shop#${number}` as IssueKey;
  const numberOf = (of: IssueKey): number => Number(of.split('#')[1]);
  const signed = (token: string | null): Credentials => ({ host: 'github.com', token });
  const rows = [...shop.issues.values()];
  const blocked = rows.find((issue) => issue.blockedBy.length > 0);
  const open = rows.find((issue) => issue.state === 'open' && issue.pull === null);
  if (!blocked || !open) throw new Error('the demo has no blocked issue');
  return {
    tracker: createGithubTracker({ fetch: localFetch(site.port), now: Date.now }),
    now,
    project: 'github.com/acme/shop' as ProjectKey,
    writer: signed('ghp_demo_writer'), anonymous: signed(null), revoked: signed('ghp_revoked'), reader: signed('github_pat_demo_reader'),
    issues: { open: key(open.number), deleted: key(7), moved: key(9), blocked: key(blocked.number), foreign: 'acme.atlassian.net/SHOP-12' as IssueKey },
    sprint: 'github.com/acme/shop/milestone/2' as SprintKey,
    renamed: { from: 'github.com/acme/store' as ProjectKey, to: 'github.com/acme/shop' as ProjectKey },
    truth: {
      all: () => [...shop.issues.keys()].map(key),
      open: () => [...shop.issues.values()].filter(({ state }) => state === 'open').map(({ number }) => key(number)),
      labels: (of) => shop.issues.get(numberOf(of))?.labels ?? [],
      description: () => shop.milestones.get(2)?.description ?? '',
      requests: () => site.requests.length,
    },
    touch(of) {
      const issue = shop.issues.get(numberOf(of));
      if (!issue) return;
      Object.assign(issue, { title: `${issue.title}!`, updatedAt: `${new Date().toISOString().slice(0, 19)}Z` });
      shop.revision += 1;
    },
    fail(how) {
      const { behaviours, allowances } = world;
      spoil(behaviours, how);
      if (how === 'secondary') behaviours.secondaryLimit = { times: 1, status: 403, retryAfter: 90 };
      if (how === 'spent') allowances.set('user maya core', { used: 5000, resetAt: now + 600_000 });
    },
    close: () => site.close(),
  };
}
