import { describe, expect, it } from 'vitest';
import { currentSprintOf } from '../../../lib/app/current-sprint.ts';
import { openPopup } from '../../../lib/app/open-popup.ts';
import { pickSprint, setGoal } from '../../../lib/app/set-goal.ts';
import { toolbarState } from '../../../lib/app/toolbar.ts';
import type { History } from '../../../lib/core/history.ts';
import { statusOf } from '../core/build.ts';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import { NOW } from './house.ts';
import { bringJira, HOST, jiraHouse, jiraIssue, jiraSprint, SHOP } from './jira-house.ts';

const DAY = 86_400_000;
const checkout = jiraSprint(31, { description: 'Guests pay without an account.\nIn under a minute.' });
const payments = jiraSprint(33, { title: 'Payments 9', board: { id: 5, name: 'Payments' }, dueOn: plainDate('2026-11-27'), description: 'Certificates are rotated.' });
const onBoard = (id: number) => `https://${HOST}/jira/software/c/projects/SHOP/boards/${id}`;
const signIn = (one: Awaited<ReturnType<typeof jiraHouse>>) => one.store.putConnection({ host: HOST, tracker: 'jira', login: 'maya', tokenKind: 'session', missing: [], state: 'ok', expiresAt: null, checkedAt: NOW }, null);
const added = (daysAgo: number): History => ({ statuses: [], sprints: [{ at: NOW - daysAgo * DAY, added: [31], removed: [] }], complete: true, readAt: NOW });

describe('sprints of Jira', () => {
  it('the goal is the sprint’s own field', async () => {
    const one = await jiraHouse();
    await bringJira(one, { sprints: [checkout] });
    expect((await currentSprintOf(one.ports, SHOP)).view).toMatchObject({ goal: { text: expect.stringContaining('Guests pay without an account.'), source: 'field', pending: false }, workingDaysLeft: 2 });
  });

  it('an edited goal is written as the whole field, and shows at once', async () => {
    const one = await jiraHouse();
    await signIn(one);
    await bringJira(one, { sprints: [checkout] });
    expect(await setGoal(one.ports, checkout.key, ' Guests pay in two taps ')).toEqual({ via: 'tracker', because: 'Goes into the sprint’s goal in Jira, where the whole team sees it.' });
    expect((await one.store.outbox()).map(({ write }) => write)).toEqual([{ kind: 'sprint-description', sprint: checkout.key, description: 'Guests pay in two taps', goal: 'Guests pay in two taps' }]);
    const { sprint, goals } = await openPopup(one.ports, SHOP, null);
    expect(sprint?.goal).toEqual({ text: 'Guests pay in two taps', source: 'field', pending: true });
    expect(goals?.writes[0]?.summary).not.toMatch(/milestone/);
  });

  it('several that run at once are all there, ours by the nearest date, by the board in view, or as picked, in that order of right', async () => {
    const one = await jiraHouse();
    await bringJira(one, { sprints: [checkout, payments, jiraSprint(40, { state: 'future' }), jiraSprint(20, { state: 'closed' })] });
    const seen = async (board: number | null) => {
      const { sprint, alongside } = await openPopup(one.ports, SHOP, board);
      return [sprint?.sprint.number, sprint?.chosenBy, alongside.map((other) => [other.sprint.number, other.goal?.text.split('.')[0]])];
    };
    expect(await seen(null)).toEqual([31, 'date', [[33, 'Certificates are rotated']]]);
    expect(await seen(5)).toEqual([33, 'board', [[31, 'Guests pay without an account']]]);
    await pickSprint(one.ports, SHOP, checkout.key);
    expect(await seen(5)).toEqual([31, 'pick', [[33, 'Certificates are rotated']]]);
    expect((await toolbarState(one.ports)).title).toMatch(/^Sprint 31 \(Checkout\): 2 working days left/);
  });

  it('the pick follows its board when the sprint is over', async () => {
    const one = await jiraHouse();
    await bringJira(one, { sprints: [checkout, payments] });
    await pickSprint(one.ports, SHOP, payments.key);
    await bringJira(one, { sprints: [{ ...payments, state: 'closed', updatedAt: NOW }, jiraSprint(34, { board: payments.board ?? null, dueOn: plainDate('2026-12-11') })] });
    expect((await currentSprintOf(one.ports, SHOP)).view).toMatchObject({ sprint: { number: 34 }, chosenBy: 'pick' });
  });

  it('open milestones of GitHub do not run beside each other', async () => {
    const one = await jiraHouse();
    expect((await currentSprintOf(one.ports, SHOP)).alongside).toEqual([]);
    expect(await currentSprintOf(one.ports, 'github.com/acme/shop' as never)).toMatchObject({ view: null, alongside: [] });
  });
});

describe('what crept in', () => {
  const inSprint = { sprint: checkout.key };
  it('is told by the history: added after the day of the start', async () => {
    const one = await jiraHouse();
    await bringJira(one, { sprints: [checkout], issues: [jiraIssue(1, { ...inSprint, history: added(9) }), jiraIssue(2, { ...inSprint, history: added(3) })] });
    const crept = (await currentSprintOf(one.ports, SHOP)).view?.crept;
    expect([crept?.by, crept?.issues.map(({ reference }) => reference)]).toEqual(['history', ['SHOP-2']]);
  });

  it('is no work that was given up, and counts from the day on which the sprint was really started', async () => {
    const one = await jiraHouse();
    const givenUp = { status: { category: 'done', name: 'Done', guessedFrom: null }, resolution: 'not-planned', closedAt: NOW - DAY } as const;
    await bringJira(one, { sprints: [checkout], issues: [jiraIssue(1, { ...inSprint, ...givenUp, history: added(3) }), jiraIssue(2, { ...inSprint, history: added(3) })] });
    expect((await currentSprintOf(one.ports, SHOP)).view?.crept?.issues.map(({ reference }) => reference)).toEqual(['SHOP-2']);
    await bringJira(one, { sprints: [{ ...checkout, startedAt: NOW - 3 * DAY }] });
    expect((await currentSprintOf(one.ports, SHOP)).view?.crept?.issues).toEqual([]);
  });

  it('else by what was there when the sprint was first seen, and says so', async () => {
    const one = await jiraHouse();
    await bringJira(one, { sprints: [checkout], issues: [jiraIssue(1, inSprint)], baselines: NOW - 2 * DAY });
    await bringJira(one, { issues: [jiraIssue(2, inSprint)] });
    expect((await currentSprintOf(one.ports, SHOP)).view?.crept).toMatchObject({ by: 'first-seen', since: NOW - 2 * DAY, issues: [{ reference: 'SHOP-2' }] });
    await bringJira(one, { issues: [jiraIssue(1, { ...inSprint, history: added(1), updatedAt: NOW })] });
    const crept = (await currentSprintOf(one.ports, SHOP)).view?.crept;
    expect([crept?.by, crept?.issues.length]).toEqual(['both', 2]);
  });

  it('is unknown, not nothing, before anything tells it', async () => {
    const one = await jiraHouse();
    await bringJira(one, { sprints: [{ ...checkout, startsOn: null }], issues: [jiraIssue(1, { ...inSprint, history: added(1) })] });
    expect((await currentSprintOf(one.ports, SHOP)).view?.crept).toBeNull();
  });
});

describe('a board without sprints', () => {
  const kanban = { id: 12, name: 'Support', kind: 'kanban', url: onBoard(12), columns: [] } as const;
  const scrum = { ...kanban, id: 3, name: 'Checkout', kind: 'scrum', url: onBoard(3) } as const;
  const work = [
    jiraIssue(1, { status: statusOf('doing'), createdAt: NOW - 9 * DAY }), jiraIssue(2, { status: statusOf('doing'), createdAt: NOW - 3 * DAY }), jiraIssue(3),
    jiraIssue(4, { status: statusOf('done'), resolution: 'completed', createdAt: NOW - 20 * DAY, closedAt: NOW - DAY }),
  ];

  it('shows its flow, the oldest first, with the n of its rate', async () => {
    const one = await jiraHouse();
    await one.project({ boards: [kanban] });
    await bringJira(one, { issues: work });
    const { flow, sprint } = await openPopup(one.ports, SHOP, null);
    expect(sprint).toBeNull();
    expect(flow).toMatchObject({ board: { name: 'Support', kind: 'kanban' }, finished: 1, inProgress: [{ reference: 'SHOP-1', ageDays: 9, ageFrom: 'created' }, { reference: 'SHOP-2', ageDays: 3 }] });
    expect(flow?.weeks.length).toBe(6);
  });

  it('shows it beside a sprint only when it is the board in view', async () => {
    const one = await jiraHouse();
    await one.project({ boards: [scrum, kanban] });
    await bringJira(one, { issues: work, sprints: [checkout] });
    expect((await openPopup(one.ports, SHOP, 12)).flow?.board?.name).toBe('Support');
    expect((await openPopup(one.ports, SHOP, 3)).flow).toBeNull();
    expect((await openPopup(one.ports, SHOP, null)).flow).toBeNull();
  });

  it('a scrum project between two sprints is not taken for one, nor is one that has not been read', async () => {
    const one = await jiraHouse();
    await one.project({ boards: [scrum] });
    expect((await openPopup(one.ports, SHOP, null)).flow).toBeNull();
    await one.project({ complete: false, state: 'reading' });
    expect((await openPopup(one.ports, SHOP, null)).flow).toBeNull();
  });
});

describe('the popup of a site that is read by the browser’s session', () => {
  it('says that the session has ended, with the way to sign in', async () => {
    const one = await jiraHouse();
    await one.project({ syncedAt: null, state: 'new', error: { kind: 'unauthorised', reason: '' } });
    expect(await openPopup(one.ports, SHOP, null)).toMatchObject({
      connection: { tracker: 'jira', signIn: 'session', state: 'unauthorised' },
      problem: { kind: 'signed-out', link: { to: `https://${HOST}/login.jsp`, words: `Sign in to ${HOST}` } },
    });
  });
  it('lists projects of both trackers, the one visited last first', async () => {
    const one = await jiraHouse();
    expect((await openPopup(one.ports, null, null)).projects).toEqual([{ key: SHOP, name: 'SHOP', host: HOST }, { key: 'github.com/acme/shop', name: 'acme/shop', host: 'github.com' }]);
  });
});
