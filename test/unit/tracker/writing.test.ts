import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoTracker, startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';
import { ask, type Reply, rows } from './ask.ts';

const SHOP = 'https://api.github.com/repos/acme/shop';
const WRITER = { token: 'ghp_demo_writer' };
let tracker: DemoTracker;
beforeAll(async () => {
  tracker = await startTracker({ world: demoWorld({ issues: 120 }) });
});
afterAll(() => tracker.close());

const tag = (number: number, label: string, token?: string): Promise<Reply> =>
  ask(tracker, `${SHOP}/issues/${number}/labels`, { method: 'POST', body: { labels: [label] }, ...(token === undefined ? {} : { token }) });
const remove = (): Promise<Reply> => ask(tracker, `${SHOP}/issues/21/labels/priority%3A%20high`, { ...WRITER, method: 'DELETE' });
const labeled = async (number: number, label: string): Promise<number> =>
  ((await ask(tracker, `${SHOP}/issues/${number}/events?per_page=100`, WRITER)).json as { event: string; label?: { name: string } }[])
    .filter((event) => event.event === 'labeled' && event.label?.name === label).length;

describe('labels', () => {
  it('leaves exactly one event when a label is added twice, and makes the label', async () => {
    for (const token of ['ghp_demo_writer', 'github_pat_demo_writer']) expect((await tag(20, 'roadmap:gift-cards', token)).status).toBe(200);
    expect(await labeled(20, 'roadmap:gift-cards')).toBe(1);
    expect((await ask(tracker, `${SHOP}/labels/roadmap%3Agift-cards`, WRITER)).json).toMatchObject({ color: 'ededed' });
    expect(rows(await ask(tracker, `${SHOP}/issues?state=all&labels=roadmap:gift-cards`, WRITER)).map((row) => row.number)).toEqual([20]);
  });

  it('removes a label once and then says that it does not exist', async () => {
    await tag(21, 'priority: high', 'ghp_demo_writer');
    expect((await remove()).status).toBe(200);
    expect(await remove()).toMatchObject({ status: 404, json: { message: 'Label does not exist' } });
  });

  it('refuses each unfit writer in its own way', async () => {
    expect((await tag(22, 'x')).status).toBe(401);
    expect(await tag(22, 'x', 'ghp_revoked')).toMatchObject({ status: 401, json: { message: 'Bad credentials' } });
    expect(await tag(22, 'x', 'github_pat_demo_reader')).toMatchObject({ status: 403, headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' } });
    expect((await tag(22, 'x', 'ghp_demo_outsider')).status).toBe(403);
    expect((await tag(22, 'x', 'ghp_sso')).headers['x-github-sso']).toMatch(/^required; url=/);
    expect(await labeled(22, 'x')).toBe(0);
  });

  it('explains the permission that a token lacks for reading', async () => {
    const refused = await ask(tracker, `${SHOP}/issues`, { token: 'github_pat_nopermission' });
    expect(refused).toMatchObject({ status: 403, json: { message: 'Resource not accessible by personal access token' }, headers: { 'x-accepted-github-permissions': 'issues=read' } });
  });

  it('drops an author’s labels silently when the author may not triage', async () => {
    const shop = tracker.world.repositories[0];
    const own = [...(shop?.issues.values() ?? [])].find((issue) => issue.author === 'sam-customer');
    const before = own?.labels;
    const reply = await ask(tracker, `${SHOP}/issues/${own?.number}`, { method: 'PATCH', token: 'ghp_demo_outsider', body: { title: 'New words', labels: ['mine'] } });
    expect(reply).toMatchObject({ status: 200, json: { title: 'New words' } });
    expect(own?.labels).toEqual(before);
  });
});

describe('what a repository may be', () => {
  it('is not found when private and without right, like one that never was', async () => {
    const secret = 'https://api.github.com/repos/acme/secret/issues';
    for (const token of [undefined, 'ghp_demo_outsider']) expect((await ask(tracker, secret, token === undefined ? {} : { token })).status).toBe(404);
    expect((await ask(tracker, secret, WRITER)).status).toBe(200);
    expect((await ask(tracker, 'https://api.github.com/repos/acme/never', WRITER)).json).toMatchObject({ message: 'Not Found', status: '404' });
  });

  it('answers under an old name with 301 to its number', async () => {
    const moved = await ask(tracker, 'https://api.github.com/repos/acme/store/issues?state=all', WRITER);
    expect(moved.status).toBe(301);
    expect(moved.headers.location).toBe('https://api.github.com/repositories/40100200/issues?state=all');
    expect((await ask(tracker, String(moved.headers.location), WRITER)).status).toBe(200);
  });

  it('knows deleted and transferred issues', async () => {
    const statuses = await Promise.all([7, 8, 9].map(async (number) => (await ask(tracker, `${SHOP}/issues/${number}`, WRITER)).status));
    expect(statuses).toEqual([410, 404, 301]);
  });
});

describe('milestones', () => {
  it('are listed by due date with their counts, the undated last', async () => {
    const list = (await ask(tracker, `${SHOP}/milestones?state=all&sort=due_on&direction=asc`, WRITER)).json as { title: string; open_issues: number; description: string }[];
    expect(list.map((milestone) => milestone.title)).toEqual(['Sprint 23', 'Sprint 24', 'Sprint 25', 'Marketplace 2.0']);
    expect(list[1]?.description).toMatch(/^Sprint Goal: /);
    const planned = rows(await ask(tracker, `${SHOP}/issues?milestone=2&per_page=100`, WRITER));
    expect(planned).toHaveLength(list[1]?.open_issues ?? -1);
  });

  it('take and lose issues, each with its event', async () => {
    for (const milestone of [3, null]) await ask(tracker, `${SHOP}/issues/30`, { ...WRITER, method: 'PATCH', body: { milestone } });
    const events = (await ask(tracker, `${SHOP}/issues/30/timeline?per_page=100`, WRITER)).json as { event: string }[];
    expect(events.map((event) => event.event).slice(-2)).toEqual(['milestoned', 'demilestoned']);
  });

  it('can be edited', async () => {
    const edited = await ask(tracker, `${SHOP}/milestones/3`, { ...WRITER, method: 'PATCH', body: { description: 'Sprint Goal: Less.' } });
    expect(edited).toMatchObject({ status: 200, json: { description: 'Sprint Goal: Less.' } });
  });
});
