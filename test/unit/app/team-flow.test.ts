import { describe, expect, it } from 'vitest';
import { teamFlow } from '../../../lib/app/team-flow.ts';
import { recentThroughput, throughputOf } from '../../../lib/app/team-throughput.ts';
import { DEFAULT_CALENDAR, workCalendar } from '../../../lib/core/work-calendar.ts';
import { NOW } from './house.ts';
import { bringJira, jiraHouse, jiraIssue, jiraSprint, SHOP } from './jira-house.ts';

const DAY = 86_400_000;
const status = (category: 'doing' | 'done') => ({ category, name: category, guessedFrom: null }) as const;
const begun = (days: number) => ({ at: NOW - days * DAY, from: 'To Do', to: 'In Progress', category: 'doing' as const });
const ended = (days: number) => ({ at: NOW - days * DAY, from: 'In Progress', to: 'Done', category: 'done' as const });
const history = (statuses: readonly (ReturnType<typeof begun> | ReturnType<typeof ended>)[]) => ({ sprints: [], statuses, estimates: [], complete: true, readAt: NOW });

/** From Tuesday the 10th to Wednesday the 18th, with a Sunday's in Friday's. */
const DAYS = [1, 1, 1, 1, 1, 1, 0];

describe('the flow of a team', () => {
  it('is told from what is stored, in numbers that a message can carry', async () => {
    const one = await jiraHouse();
    await bringJira(one, {
      issues: [
        jiraIssue(1, { status: status('done'), resolution: 'completed', createdAt: NOW - 40 * DAY, closedAt: NOW - 2 * DAY, history: history([begun(6), ended(2)]) }),
        jiraIssue(2, { status: status('done'), resolution: 'not-planned', createdAt: NOW - 40 * DAY, closedAt: NOW - 2 * DAY }),
        jiraIssue(3, { status: status('done'), resolution: 'completed', createdAt: NOW - 400 * DAY, closedAt: NOW - 300 * DAY }),
        jiraIssue(4, { status: status('doing'), createdAt: NOW - 30 * DAY, history: history([begun(9)]) }),
      ],
    });
    const flow = await teamFlow(one.ports, SHOP);
    expect(flow).toMatchObject({ throughput: { finished: 1 }, cycleDays: { p50: 4, n: 1 }, inProgress: 1, ageDays: { p50: 9, n: 1 } });
    expect(JSON.parse(JSON.stringify(flow))).toEqual(flow);
    expect(flow.throughput.daily.reduce((sum, day) => sum + day, 0)).toBe(1);
  });
  it('counts the first morning of its twelve weeks, or that day would be one of little work', async () => {
    const one = await jiraHouse();
    const finished = (number: number, days: number) => jiraIssue(number, { status: status('done'), resolution: 'completed', createdAt: NOW - 200 * DAY, closedAt: NOW - days * DAY });
    // NOW is nine in the morning.
    await bringJira(one, { issues: [finished(1, 84 + 8 / 24), finished(2, 84 + 10 / 24), finished(3, 1)] });
    expect((await teamFlow(one.ports, SHOP)).throughput).toMatchObject({ finished: 2 });
    const sprint = jiraSprint(31, { createdAt: NOW - 300 * DAY });
    expect([...(await throughputOf(one.ports, sprint, [sprint], workCalendar(DEFAULT_CALENDAR))).daily].slice(0, 2)).toEqual([1, 0]);
  });
  it('takes no day that was not read for a quiet one: neither after the last reading, nor before the first closing that a visit without a sign-in saw', async () => {
    const one = await jiraHouse();
    const finished = (number: number, days: number) => jiraIssue(number, { status: status('done'), resolution: 'completed', createdAt: NOW - 60 * DAY, closedAt: NOW - days * DAY });
    await bringJira(one, { issues: [...[1, 2, 3, 6, 7, 8].map((days) => finished(days, days)), jiraIssue(20, { status: status('doing'), createdAt: NOW - 30 * DAY, history: history([begun(9)]) })] });
    const sprint = jiraSprint(31, { createdAt: NOW - 60 * DAY });
    const calendar = workCalendar(DEFAULT_CALENDAR);
    const team = async () => [...(await throughputOf(one.ports, sprint, [sprint], calendar)).daily];
    const [flow, daily] = [await teamFlow(one.ports, SHOP), await team()];
    expect([flow.throughput.daily, flow.throughput.daily.length]).toEqual([daily, 42]);
    one.pass(7 * DAY);
    // A week away: not five days on which nothing was finished.
    expect(await team()).toEqual(daily);
    expect(await recentThroughput(one.ports, sprint, [sprint], calendar, await one.store.jobs())).toMatchObject({ daily: Uint32Array.from(daily) });
    expect(await teamFlow(one.ports, SHOP)).toEqual({ ...flow, lastRead: '2026-11-18' });
    // Read again, it was such a week, at once.
    await one.store.amendJobs([`changes:${SHOP}`], (stored) => [...stored.values()].map((job) => ({ ...job, finishedAt: NOW + 7 * DAY })));
    expect((await recentThroughput(one.ports, sprint, [sprint], calendar, await one.store.jobs())).daily).toEqual(Uint32Array.from([...daily, 0, 0, 0, 0, 0]));
    expect(await teamFlow(one.ports, SHOP)).toMatchObject({ throughput: { daily: [...daily, 0, 0, 0, 0, 0] }, ageDays: { p50: 16 } });
    // Without a sign-in: from the first closing that was seen to the last visit.
    await one.store.commit({ job: null, removeJobs: [`changes:${SHOP}`], project: { project: SHOP, syncedAt: NOW + DAY } });
    expect([await team(), (await teamFlow(one.ports, SHOP)).throughput.daily]).toEqual([DAYS, DAYS]);
  });
  it('of nothing is nothing, not zero days', async () => {
    const { ports } = await jiraHouse();
    expect(await teamFlow(ports, SHOP)).toMatchObject({ cycleDays: null, inProgress: 0, ageDays: null, throughput: { daily: [], finished: 0 } });
  });
});
