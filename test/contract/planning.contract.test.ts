import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { githubProjectKey } from '../../lib/core/keys.ts';
import type { PlannedItem, PlanningProject } from '../../lib/core/sprint/planning-project.ts';
import type { Sprint } from '../../lib/core/sprint/sprint.ts';
import type { PlainDate } from '../../lib/core/time.ts';
import { projectQueries } from '../../lib/trackers/github/project-queries.ts';
import { projectRoutes } from '../../lib/trackers/github/project-routes.ts';
import { createGithubTracker } from '../../lib/trackers/github/tracker.ts';
import type { PlanningRead, PlanningStep } from '../../lib/trackers/planning.ts';
import type { Exchanged, Tracker, TrackerError } from '../../lib/trackers/tracker.ts';
import { planInto } from '../tracker/edit/plan.ts';
import { type DemoTracker, startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { localFetch } from './local-fetch.ts';

const today = new Date().toISOString().slice(0, 10) as PlainDate;
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** The same Projects, told by REST and by GraphQL: whoever reads them must not see a difference. */
describe.each([['REST, on github.com', 'github.com'], ['REST, on GHE.com', 'acme.ghe.com'], ['GraphQL, on an Enterprise Server', 'github.acme.example']])('Projects by %s', (_, host) => {
  let site: DemoTracker;
  let tracker: Tracker;
  const shop = githubProjectKey(host, 'acme', 'shop');

  beforeEach(async () => {
    site = await startTracker({ world: demoWorld({ issues: 230, plans: true }) });
    tracker = createGithubTracker({ fetch: localFetch(site.port), now: Date.now });
  });
  afterEach(() => site.close());

  const ask = async (step: PlanningStep, token: string | null = 'ghp_demo_writer', project: ProjectKey = shop): Promise<Exchanged<PlanningRead>> => {
    if (!tracker.readPlanning) throw new Error('GitHub has Projects');
    return tracker.readPlanning({ host, token }, project, step, today);
  };
  const read = async <S extends PlanningStep['at']>(step: Extract<PlanningStep, { at: S }>, token?: string, project?: ProjectKey): Promise<Extract<PlanningRead, { at: S }>> => {
    const { outcome } = await ask(step, token, project);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
    return outcome.value as Extract<PlanningRead, { at: S }>; // the answer is of the step that was asked
  };
  const refused = async (step: PlanningStep, token: string | null): Promise<TrackerError> => {
    const { outcome } = await ask(step, token);
    if (outcome.ok) throw new Error('expected a refusal');
    return outcome.error;
  };
  const projects = async (project?: ProjectKey): Promise<readonly PlanningProject[]> => (await read({ at: 'list' }, undefined, project)).projects;
  const numbered = async (number: number): Promise<PlanningProject> => {
    const found = (await projects()).find((one) => one.number === number);
    if (!found) throw new Error(`no project ${number}`);
    return found;
  };
  const sprintsOf = async (number: number): Promise<readonly Sprint[]> => (await read({ at: 'fields', of: await numbered(number) })).sprints.toSorted((a, b) => a.number - b.number);
  const itemsOf = async (number: number, project?: ProjectKey): Promise<PlannedItem[]> => {
    const of = await numbered(number);
    const { fields } = await read({ at: 'fields', of });
    const items: PlannedItem[] = [];
    for (let next: string | null = null, pages = 0; pages === 0 || next !== null; pages += 1) {
      const page: Extract<PlanningRead, { at: 'items' }> = await read({ at: 'items', of, fields, next }, undefined, project);
      expect(page.rejected).toEqual([]);
      items.push(...page.items);
      next = page.next;
    }
    return items;
  };

  it('are those that the repository is linked to and that are open, with what was last said of them', async () => {
    expect((await projects()).map(({ number, title, owner, url }) => [number, title, owner, url]).toSorted()).toEqual([
      [1, 'Shop delivery', 'organisation', `https://${host}/orgs/acme/projects/1`], [2, 'Platform', 'organisation', `https://${host}/orgs/acme/projects/2`],
    ]);
    expect((await numbered(1)).status).toMatchObject({ health: 'at-risk', body: 'The card provider moved its certification by a week.', startsOn: inDays(-53), targetOn: inDays(37), by: 'maya' });
    expect((await projects(githubProjectKey(host, 'acme', 'api'))).map(({ number }) => number)).toEqual([1]);
    expect(await projects(githubProjectKey(host, 'acme', 'secret'))).toEqual([]);
  });

  it('have iterations that are over, that run and that come, with a week off between two of them', async () => {
    const sprints = await sprintsOf(1);
    expect(sprints.map(({ title, state, startsOn, dueOn }) => [title, state, startsOn, dueOn])).toEqual([
      ['Iteration 7', 'closed', inDays(-53), inDays(-40)], ['Iteration 8', 'closed', inDays(-39), inDays(-26)], ['Iteration 9', 'closed', inDays(-18), inDays(-5)],
      ['Iteration 10', 'open', inDays(-4), inDays(9)], ['Iteration 11', 'future', inDays(17), inDays(30)],
    ]);
    expect(sprints[3]).toMatchObject({ key: `${shop}/project/1/iteration/cfc16e4d`, project: shop, board: { id: 1, name: 'Shop delivery' }, url: `https://${host}/orgs/acme/projects/1` });
    expect(sprints.every(({ key }) => tracker.sprintProjectOf(key) === shop)).toBe(true);
  });

  it('plan issues of this repository alone, neither drafts nor what is archived', async () => {
    const plan = site.world.plans.find(({ number, ownerKind }) => number === 1 && ownerKind === 'Organization');
    const wanted = plan?.items.filter(({ repository, number, archivedAt }) => repository === 'acme/shop' && number !== null && archivedAt === null) ?? [];
    const items = await itemsOf(1);
    expect(items.map(({ key, iteration, startOn, targetOn }) => [key, iteration, startOn, targetOn]).toSorted()).toEqual(wanted.map((item) => [`${shop}#${item.number}`, item.iteration, item.startDate, item.targetDate]).toSorted());
    expect(items.filter(({ iteration }) => iteration === 'cfc16e4d').length).toBeGreaterThan(10);
    expect(items.some(({ iteration }) => iteration === null)).toBe(true);
  });

  it('share an issue, each with its own iteration', async () => {
    const [one, two] = [await itemsOf(1), await itemsOf(2)];
    const shared = two.filter(({ key }) => one.some((other) => other.key === key));
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.map(({ iteration }) => iteration)).toContain('0aa10002');
  });

  it('are walked page by page, however many items there are', async () => {
    const plan = site.world.plans.find(({ number, ownerKind }) => number === 2 && ownerKind === 'Organization');
    const numbers = [...(site.world.repositories[0]?.issues.keys() ?? [])].slice(0, 215);
    if (!plan) throw new Error('no plan');
    plan.items = [];
    for (const number of numbers) planInto(plan, 'acme/shop', number, '0aa10002', `${new Date().toISOString().slice(0, 19)}Z`);
    expect((await itemsOf(2)).map(({ key }) => Number(key.split('#')[1])).toSorted((a, b) => a - b)).toEqual(numbers.toSorted((a, b) => a - b));
  });

  it('are told only to a token that may read them: another learns what it lacks', async () => {
    expect(await refused({ at: 'list' }, 'ghp_demo_repo_only')).toMatchObject({ kind: 'forbidden', missing: 'read:project' });
    expect(await refused({ at: 'list' }, 'github_pat_demo_reader')).toMatchObject({ kind: 'forbidden', missing: 'organization_projects=read' });
    expect(await refused({ at: 'list' }, 'ghp_revoked')).toMatchObject({ kind: 'unauthorised' });
    expect((await ask({ at: 'list' }, 'github_pat_demo_projects')).outcome.ok).toBe(true);
    const before = site.requests.length;
    expect(await refused({ at: 'list' }, null)).toMatchObject({ kind: 'unauthorised' });
    expect(site.requests.length).toBe(before);
  });

  // An Enterprise Server has no limits unless somebody sets them.
  it.skipIf(host === 'github.acme.example')('cost what GraphQL has of its own: spent points stop this question alone', async () => {
    site.world.allowances.set('user maya graphql', { used: 5000, resetAt: Date.now() + 600_000 });
    const { outcome, allowance } = await ask({ at: 'list' });
    expect([outcome.ok ? null : outcome.error, allowance]).toMatchObject([{ kind: 'rate-limited', scope: 'issue' }, null]);
    site.world.allowances.clear();
    expect((await ask({ at: 'list' })).allowance).toBeNull();
  });

  it('are never written, whatever is read of them', async () => {
    for (const number of [1, 2]) await itemsOf(number);
    expect(site.world.planWrites).toBe(0);
    expect(site.requests.filter(({ path, method }) => path.includes('projectsV2') && method !== 'GET')).toEqual([]);
  });

  it('are not taken for something else when the answer is damaged', async () => {
    for (const trouble of [{ htmlInsteadOfJson: 1 }, { invalidJson: 1 }, { serverErrors: { status: 502, times: 1 } }, { dropBody: 1 }] as const) {
      Object.assign(site.world.behaviours, trouble);
      const { outcome } = await ask({ at: 'list' });
      expect(outcome.ok).toBe(false);
    }
    expect((await ask({ at: 'list' })).outcome.ok).toBe(true);
  });
});

describe('requests about Projects', () => {
  const at = { base: 'https://api.github.com', owner: 'acme', repository: 'shop' };

  it('can only read: every GraphQL text is a query, every REST call a GET', () => {
    for (const text of Object.values(projectQueries)) {
      expect(text.trimStart().startsWith('query ')).toBe(true);
      expect(text).not.toMatch(/\b(?:mutation|updateProjectV2|createProjectV2|deleteProjectV2|clearProjectV2|iterationConfiguration)/);
    }
    for (const owner of ['organisation', 'user'] as const) {
      for (const call of [projectRoutes.fields(at, { number: 5, owner }), projectRoutes.items(at, { number: 5, owner }, ['1', '2'])]) expect([call.method, call.body, call.url.includes('/projectsV2/5/')]).toEqual(['GET', undefined, true]);
    }
    for (const host of ['github.com', 'git.acme.org']) {
      const { url, body } = projectRoutes.query(host, 'linked', { owner: 'mutation { x }', name: 'shop' });
      expect([url, body]).toEqual([host === 'github.com' ? 'https://api.github.com/graphql' : 'https://git.acme.org/api/graphql', { query: projectQueries.linked, variables: { owner: 'mutation { x }', name: 'shop' } }]);
    }
  });

  it('are made nowhere else: no other file of the product speaks GraphQL or of Projects’ addresses', () => {
    const sources = ['lib', 'entrypoints', 'components'].flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path)).map((path) => `${room}/${path}`));
    const own = /\/project-(?:queries|routes)\.ts$/;
    const speaking = sources.filter((path) => !own.test(path) && /projectsV2\/|\/graphql|ProjectV2\w*\(|`\s*mutation\b|iterationConfiguration/.test(readFileSync(path, 'utf8')));
    expect(sources.length).toBeGreaterThan(300);
    expect(speaking).toEqual([]);
  });
});

describe('the demo’s Projects', () => {
  it('refuse and count whatever would write them, by REST and by GraphQL', async () => {
    const site = await startTracker({ world: demoWorld({ issues: 60, plans: true }) });
    const fetch = localFetch(site.port);
    const headers = { authorization: 'token ghp_demo_writer', 'content-type': 'application/json' };
    const written = await fetch('https://api.github.com/orgs/acme/projectsV2/1/fields', { method: 'POST', headers, body: '{"name":"Sprint","data_type":"iteration"}' });
    const mutated = await fetch('https://api.github.com/graphql', { method: 'POST', headers, body: JSON.stringify({ query: 'mutation { updateProjectV2Field(input: {fieldId: "x"}) { clientMutationId } }' }) });
    expect([written.status, mutated.status, await mutated.json(), site.world.planWrites]).toMatchObject([403, 200, { data: null, errors: [{ type: 'FORBIDDEN' }] }, 2]);
    await site.close();
  });
});
