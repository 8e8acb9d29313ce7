import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markGoal } from '../../lib/app/mark-goal.ts';
import { sprintReport } from '../../lib/app/sprint-report.ts';
import type { IssueKey, ProjectKey } from '../../lib/core/issue.ts';
import type { SprintReport } from '../../lib/messaging/messages.ts';
import { statusOf } from '../tracker/jira/model/site.ts';
import { fullName } from '../tracker/model/repository.ts';
import { startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { browser, type Browser } from '../unit/sync/two-browsers.ts';

const clock = { now: Date.now() };
const world = demoWorld({ issues: 120, now: new Date(clock.now) });
const shop = world.repositories.find((one) => fullName(one) === 'acme/shop')!;
const site = world.jira.sites.find(({ host }) => host === 'acme.atlassian.net')!;
const active = [...site.sprints.values()].find(({ state }) => state === 'active')!;
let server: Awaited<ReturnType<typeof startTracker>>;

/** What is really in the sprint, by its trackers' own rows. */
const TRUTH = {
  'github.com/acme/shop': () => [...shop.issues.values()].filter(({ milestone, pull }) => milestone === 2 && pull === null).filter(({ state, stateReason }) => state === 'open' || (stateReason !== 'not_planned' && stateReason !== 'duplicate')).map(({ number, state }) => ({ key: `github.com/acme/shop#${number}`, done: state === 'closed' })),
  'acme.atlassian.net/SHOP': () => [...site.issues.values()].filter((issue) => issue.project === 'SHOP' && issue.sprints.includes(active.id)).map((issue) => ({ key: `acme.atlassian.net/${issue.key}`, done: statusOf(site, issue).category === 'done' })),
};

describe.each([
  { name: 'a GitHub milestone', host: 'github.com', project: 'github.com/acme/shop', tracker: 'github', token: 'ghp_demo_writer', goal: 'Returning customers can pay in under thirty seconds.' },
  { name: 'a Jira sprint', host: 'acme.atlassian.net', project: 'acme.atlassian.net/SHOP', tracker: 'jira', token: 'maya@acme.example:ATATT-demo-writer', goal: active.goal.replaceAll(/\s+/g, ' ').trim() },
] as const)('the report on $name, after a sync with the demo', ({ host, project, tracker, token, goal }) => {
  let home: Browser;
  let report: SprintReport | null;
  beforeAll(async () => {
    server ??= await startTracker({ world });
    home = await browser(server.port, clock, { host, project: project as ProjectKey, login: 'maya', token, tracker });
    await home.run(120_000);
    report = await sprintReport(home.ports, project as ProjectKey, null);
  });
  afterAll(async () => {
    if (tracker === 'jira') await server.close();
  });

  test('has the goal, and counts as many done and open as the tracker holds', () => {
    const truth = TRUTH[project]();
    expect(report?.goals.goals[0]).toContain(goal.slice(0, 40));
    expect(truth.length).toBeGreaterThan(3);
    expect(report?.coverage.other).toEqual({ done: truth.filter(({ done }) => done).length, total: truth.length });
    expect(report?.story.basis).not.toBe('snapshots');
    expect(report?.burnUp.days.length).toBeGreaterThan(3);
  });

  test('what is marked in it becomes a label at the tracker, once, and is then counted from there', async () => {
    const [one, two] = TRUTH[project]().filter(({ done }) => !done).map(({ key }) => key as IssueKey);
    await markGoal(home.ports, [one!, two!], true);
    await home.run(60_000);
    const writes = server.requests.filter((request) => request.host.includes(host.split('.')[0]!) && request.method !== 'GET' && !request.path.includes('graphql'));
    expect(writes).toHaveLength(2);
    expect(await home.store.outbox()).toEqual([]);
    const after = await sprintReport(home.ports, project as ProjectKey, null);
    expect(after?.coverage.goal).toEqual({ done: 0, total: 2 });
    expect(after?.issues[one!]?.mark).toEqual({ via: 'label', pending: false });
  });
});
