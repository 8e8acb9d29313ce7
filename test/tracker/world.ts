import { siteFromRows } from './jira/seed/from-rows.ts';
import { seedJira } from './jira/seed/world.ts';
import { noTrouble } from './model/behaviours.ts';
import { commitOf, type Repository, type Role } from './model/repository.ts';
import type { World } from './model/world.ts';
import { DAY, iso } from './seed/dates.ts';
import { issuesFromRows } from './seed/from-rows.ts';
import { seedIssues } from './seed/issues.ts';
import { seedLabels } from './seed/labels.ts';
import { seedMilestones } from './seed/milestones.ts';
import { seedPeople, TEAM } from './seed/people.ts';
import { seedPlans } from './seed/plans.ts';
import { seedProject } from './seed/project.ts';
import { type Random, randomFrom } from './seed/random.ts';
import { relate } from './seed/relations.ts';
import { seedTokens } from './seed/tokens.ts';

export type { World } from './model/world.ts';

/** The demo's product, on GitHub and in Jira: an online shop with a backlog, a sprint under way and one of everything that can happen to a repository. With `plans` the team plans in iterations of Projects besides. */
export function demoWorld(options: { issues?: number; jiraIssues?: number; seed?: number; now?: Date; plans?: boolean } = {}): World {
  const { issues = 300, jiraIssues, seed = 24, now = new Date(), plans = false } = options;
  const random = randomFrom(seed);
  const shop = planned(repository(40_100_200, 'acme', 'shop', 'The Acme online shop: storefront, checkout and seller tools', now), { issues, pulls: Math.min(60, Math.round(issues / 5)), now, random });
  const api = planned(repository(40_100_201, 'acme', 'api', 'Public API of the Acme shop', now), { issues: 40, pulls: 6, now, random });
  const secret = planned(repository(40_100_202, 'acme', 'secret', 'Not for everybody', now), { issues: 12, pulls: 0, now, random });
  secret.private = true;
  removeSome(shop);
  return {
    ...emptyWorld({ seed, now, jiraIssues }), repositories: [shop, api, secret], renamed: new Map([['acme/store', shop.id]]), people: seedPeople(), tokens: seedTokens(), project: seedProject(shop.issues.values()),
    plans: plans ? seedPlans(shop.issues.values(), api.issues.values(), now) : [],
  };
}

/** Serves recorded issues: the rows become a repository, everything else (people, tokens) is the demo's. */
export function worldOf(rows: unknown[], named: { owner: string; name: string }): World {
  const recorded = repository(40_200_000, named.owner, named.name, 'Recorded issues', new Date());
  return { ...emptyWorld({}), repositories: [{ ...recorded, ...issuesFromRows(rows) }], people: seedPeople(), tokens: widen(seedTokens(), named.owner) };
}

/** Serves recorded issues and sprints of Jira as those of one of the demo's sites; people, tokens and sessions are the demo's. */
export function jiraWorldOf(rows: readonly unknown[], sprints: readonly unknown[], host: 'acme.atlassian.net' | 'jira.acme.example'): World {
  const world = emptyWorld({});
  return { ...world, jira: { ...world.jira, sites: world.jira.sites.filter((site) => site.host === host).map((site) => ({ ...site, ...siteFromRows(rows, sprints) })) } };
}

function emptyWorld({ seed = 24, now = new Date(), jiraIssues }: { seed?: number; now?: Date; jiraIssues?: number | undefined }): World {
  return {
    repositories: [], renamed: new Map(), people: new Map(), tokens: new Map(), project: null, plans: [], planWrites: 0, behaviours: noTrouble(),
    site: { viewer: 'maya', colorMode: 'auto' }, allowances: new Map(), nextId: 9_100_000_001, jira: seedJira({ seed, now, issues: jiraIssues }),
  };
}

function repository(id: number, owner: string, name: string, description: string, now: Date): Repository {
  const roles = new Map<string, Role>(TEAM.map((login) => [login, login === 'maya' ? 'admin' : 'write']));
  return {
    id, owner, name, description, private: false, createdAt: iso(now.getTime() - 600 * DAY), issues: new Map(), labels: seedLabels(id * 10), milestones: new Map(),
    history: new Map(), gone: new Map(), roles, branches: new Map([['main', { head: commitOf(id, name), files: new Map() }]]), revision: 0,
  };
}

function planned(empty: Repository, plan: { issues: number; pulls: number; now: Date; random: Random }): Repository {
  const milestones = seedMilestones(plan.now, empty.id * 10 + 500);
  const issues = seedIssues({ ...plan, firstId: 2_000_000_000 + (empty.id % 1000) * 1_000_000, planned: true });
  relate(issues, plan.random);
  return { ...empty, milestones, issues };
}

/** Two deleted issues and one that moved to acme/api: old numbers that people still have links to. */
function removeSome(shop: Repository): void {
  const fates = [[7, { kind: 'deleted', status: 410 }], [8, { kind: 'deleted', status: 404 }], [9, { kind: 'transferred', to: 'acme/api', number: 5 }]] as const;
  for (const [number, fate] of fates) {
    if (!shop.issues.delete(number)) continue;
    shop.gone.set(number, fate);
    for (const issue of shop.issues.values()) {
      if (issue.parent === number) issue.parent = null;
      issue.children = without(issue.children, number);
      issue.blockedBy = without(issue.blockedBy, number);
      issue.blocking = without(issue.blocking, number);
    }
  }
}

const without = (numbers: readonly number[], gone: number): readonly number[] => (numbers.includes(gone) ? numbers.filter((number) => number !== gone) : numbers);

function widen(tokens: World['tokens'], owner: string): World['tokens'] {
  for (const token of tokens.values()) if (token.repositories) token.repositories = [...token.repositories, `${owner}/*`];
  return tokens;
}
