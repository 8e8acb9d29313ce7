import { describe, expect, it } from 'vitest';
import { teamFlow } from '../../../lib/app/team-flow.ts';
import { NOW } from './house.ts';
import { bringJira, jiraHouse, jiraIssue, SHOP } from './jira-house.ts';

const DAY = 86_400_000;
const status = (category: 'doing' | 'done') => ({ category, name: category, guessedFrom: null }) as const;
const begun = (days: number) => ({ at: NOW - days * DAY, from: 'To Do', to: 'In Progress', category: 'doing' as const });
const ended = (days: number) => ({ at: NOW - days * DAY, from: 'In Progress', to: 'Done', category: 'done' as const });
const history = (statuses: readonly (ReturnType<typeof begun> | ReturnType<typeof ended>)[]) => ({ sprints: [], statuses, estimates: [], complete: true, readAt: NOW });

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
  it('of nothing is nothing, not zero days', async () => {
    const { ports } = await jiraHouse();
    expect(await teamFlow(ports, SHOP)).toMatchObject({ cycleDays: null, inProgress: 0, ageDays: null, throughput: { daily: [], finished: 0 } });
  });
});
