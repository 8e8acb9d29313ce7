import { describe, expect, it } from 'vitest';
import { exportOwnData, importOwnData } from '../../../lib/app/own-data.ts';
import { setGoal, setGoalOutcome } from '../../../lib/app/set-goal.ts';
import { sprintComparison } from '../../../lib/app/sprint-comparison.ts';
import { begun, sprintLedger, sprintReview } from '../../../lib/app/sprint-ledger.ts';
import { sprintReport } from '../../../lib/app/sprint-report.ts';
import { iterationKey } from '../../../lib/core/keys.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import { bring, house, issue, NOW, PROJECT, wholeOf } from './house.ts';
import { bringJira, HOST, jiraHouse, jiraIssue, jiraSprint, SHOP } from './jira-house.ts';

const DAY = 86_400_000;
const DONE = { category: 'done', name: 'Done', guessedFrom: null } as const;
const running = jiraSprint(31, { title: 'Sprint *31*', description: '1. Guests pay. 2. Support hears less.' });
const ended = { ...running, state: 'closed' as const, completedAt: NOW + DAY };
const issues = [
  jiraIssue(1, { sprint: running.key, status: DONE, resolution: 'completed', closedAt: NOW - DAY, title: 'Pay [in] one step' }),
  jiraIssue(2, { sprint: running.key }),
  jiraIssue(3),
];

async function over() {
  const one = await jiraHouse();
  await bringJira(one, { issues, sprints: [running], baselines: NOW - 5 * DAY });
  await one.store.commit({ job: null, snapshots: { project: SHOP, at: NOW } });
  one.pass(2 * DAY);
  await bringJira(one, { sprints: [ended] });
  return one;
}

it('an iteration that ended by its date, while nobody read what became of it, is in no comparison until somebody has', async () => {
  const one = await house();
  const iteration: Sprint = { key: iterationKey(PROJECT, 5, 'a1'), project: PROJECT, number: 8, title: 'Iteration 8', url: 'https://github.com/orgs/acme/projects/5', board: { id: 5, name: 'Delivery' }, state: 'open', description: 'Sprint Goal: Guests pay.', startsOn: plainDate('2026-11-09'), dueOn: plainDate('2026-11-20'), createdAt: 0, updatedAt: 0, openIssues: 0, closedIssues: 0 };
  await bring(one, issue(1, { sprint: iteration.key }), issue(2, { sprint: iteration.key, status: DONE, resolution: 'completed', closedAt: NOW - DAY }));
  await one.store.commit({ job: null, sprints: [iteration] });
  one.pass(5 * DAY);
  const told = async () => [(await sprintLedger(one.ports, PROJECT)).sprints.map(({ state, asks }) => [state, asks]), (await sprintComparison(one.ports, PROJECT)).sprints.length];
  expect(await told()).toEqual([[['open', false]], 0]);
  await one.store.putJobs([{ ...wholeOf(PROJECT, 'github.com'), finishedAt: NOW + 5 * DAY }]);
  expect(await told()).toEqual([[['closed', true]], 1]);
});

describe('the ledger', () => {
  it('tells of an ended sprint each goal with its wordings, what was finished and what was carried over, and asks for the outcome', async () => {
    const one = await over();
    const { sprints, issues: named } = await sprintLedger(one.ports, SHOP);
    expect(sprints).toMatchObject([{
      sprint: running.key, state: 'closed', gone: false, asks: true, basis: 'snapshots',
      goals: [{ wordings: [{ text: 'Guests pay.', by: null, from: 'field' }], outcome: null }, { wordings: [{ text: 'Support hears less.' }], outcome: null }],
    }]);
    expect(sprints[0]?.increment.map((row) => row.issue)).toEqual([issues[0]?.key]);
    expect(sprints[0]?.carriedOver.map((row) => row.issue)).toEqual([issues[1]?.key]);
    expect(named[issues[1]!.key]).toMatchObject({ reference: 'SHOP-2', category: 'todo', mark: null });
    expect(Object.keys(named)).toHaveLength(2);
  });

  it('keeps what the team said of each goal, asks no more, and says it in the review', async () => {
    const one = await over();
    await setGoalOutcome(one.ports, running.key, 1, { result: 'partly', note: ' Fewer calls, not few. ' });
    expect((await sprintLedger(one.ports, SHOP)).sprints[0]).toMatchObject({ asks: true, goals: [{ outcome: null }, { outcome: { result: 'partly', note: 'Fewer calls, not few.', at: NOW + 2 * DAY } }] });
    await setGoalOutcome(one.ports, running.key, 0, { result: 'met', note: '' });
    expect((await sprintLedger(one.ports, SHOP)).sprints[0]?.asks).toBe(false);
    const { markdown } = await sprintReview(one.ports, running.key);
    for (const part of ['## Sprint \\*31\\*', '2026-11-09 to 2026-11-19', 'Guests pay.', 'Partly met: Fewer calls, not few.', `- [SHOP-1](https://${HOST}/browse/SHOP-1) Pay \\[in\\] one step`, `- [SHOP-2](https://${HOST}/browse/SHOP-2) Issue 2`]) expect(markdown).toContain(part);
    await setGoalOutcome(one.ports, running.key, 0, null);
    expect((await sprintLedger(one.ports, SHOP)).sprints[0]?.asks).toBe(true);
  });

  it('stays when the tracker deletes the sprint, with its goals, outcome and what it held', async () => {
    const one = await over();
    await setGoalOutcome(one.ports, running.key, 0, { result: 'met', note: 'Yes' });
    const before = (await sprintLedger(one.ports, SHOP)).sprints;
    await one.store.commit({ job: null, removeSprints: [running.key] });
    await bringJira(one, { issues: issues.map((row) => ({ ...row, sprint: null, updatedAt: NOW + 2 * DAY })) });
    const { sprints } = await sprintLedger(one.ports, SHOP);
    expect(sprints.map(({ gone: _gone, ...rest }) => rest)).toEqual(before.map(({ gone: _gone, ...rest }) => rest));
    expect(sprints[0]?.gone).toBe(true);
    expect((await sprintReport(one.ports, SHOP, running.key))?.gone).toBe(true);
  });

  it('goes out with an export and comes back, wordings and all', async () => {
    const one = await over();
    await setGoalOutcome(one.ports, running.key, 0, { result: 'not', note: 'The bank said no' });
    await one.store.commit({ job: null, removeSprints: [running.key] });
    const { json } = await exportOwnData(one.ports);
    const other = await jiraHouse();
    expect(await importOwnData(other.ports, json, true)).toMatchObject({ ok: true, summary: expect.stringContaining('1 sprint in the ledger') });
    expect((await sprintLedger(other.ports, SHOP)).sprints).toMatchObject([{ title: 'Sprint *31*', gone: true, goals: [{ wordings: [{ text: 'Guests pay.' }], outcome: { result: 'not', note: 'The bank said no' } }, { wordings: [{ text: 'Support hears less.' }] }] }]);
    const before = JSON.parse(json) as { data: Record<string, unknown> };
    for (const name of ['goalWordings', 'localGoalMarks', 'ledger']) delete before.data[name];
    expect(await importOwnData(other.ports, JSON.stringify(before), true)).toMatchObject({ ok: true });
  });

  it('has no sprint that has not begun, and no undated pile of issues', async () => {
    const one = await jiraHouse();
    await bringJira(one, { sprints: [jiraSprint(32, { state: 'future', startsOn: plainDate('2026-11-23') }), jiraSprint(33, { board: null, dueOn: null, startsOn: null })] });
    expect((await sprintLedger(one.ports, SHOP)).sprints).toEqual([]);
  });

  it('a goal that is kept here has its wordings too', async () => {
    const one = await over();
    await one.store.putConnection({ host: HOST, tracker: 'jira', login: null, tokenKind: null, missing: [], state: 'ok', expiresAt: null, checkedAt: NOW }, null);
    await setGoal(one.ports, running.key, 'Only here');
    await setGoal(one.ports, running.key, 'Only here');
    one.pass(1000);
    await setGoal(one.ports, running.key, 'Only here, better');
    expect((await sprintLedger(one.ports, SHOP)).sprints[0]?.goals).toMatchObject([{ wordings: [{ text: 'Guests pay.' }, { text: 'Only here', from: 'local' }, { text: 'Only here, better', from: 'local' }] }]);
  });
});

it('in the ledger stand sprints that have begun and are timeboxes, the latest first', () => {
  const of = (title: string, more: Partial<Sprint> = {}): Sprint => ({ ...ended, board: null, startsOn: null, dueOn: plainDate('2026-11-20'), title, ...more });
  const sprints = [
    of('earlier', { dueOn: plainDate('2026-11-06') }), of('later'), of('of a board, without an end', { board: { id: 3, name: 'Checkout' }, dueOn: null, completedAt: Date.UTC(2026, 10, 13) }),
    of('no timebox', { dueOn: null }), of('planned', { state: 'future' }), of('of next week', { state: 'open', startsOn: plainDate('2026-11-23') }),
  ];
  expect(begun(sprints, '2026-11-18').map(({ title }) => title)).toEqual(['later', 'of a board, without an end', 'earlier']);
});
