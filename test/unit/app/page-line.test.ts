import { describe, expect, it } from 'vitest';
import { describeIssues } from '../../../lib/app/describe-issues.ts';
import { hideLine, pageLine } from '../../../lib/app/page-line.ts';
import { lastSprintReport, sprintReport } from '../../../lib/app/sprint-report.ts';
import type { Issue, IssueKey } from '../../../lib/core/issue.ts';
import { iterationKey, milestoneKey } from '../../../lib/core/keys.ts';
import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import type { LineAbout } from '../../../lib/messaging/messages.ts';
import { goalWish } from '../../../lib/app/wishes.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { bring, house, issue, key, NOW, PROJECT, type House } from './house.ts';
import { bringJira, jiraHouse, jiraIssue, jiraSprint, SHOP } from './jira-house.ts';

const DAY = 86_400_000;
const sprint = (number: number, more: Partial<Sprint> = {}): Sprint => ({
  key: milestoneKey(PROJECT, number), project: PROJECT, number, title: `Sprint ${number}`, url: `https://github.com/acme/shop/milestone/${number}`, state: 'open', description: 'Sprint Goal: Pay in two taps',
  startsOn: null, dueOn: '2026-11-25' as PlainDate, createdAt: NOW - 9 * DAY, updatedAt: NOW - 9 * DAY, openIssues: 2, closedIssues: 1, ...more,
});
const item = (id: string, more: Partial<RoadmapItem> = {}): RoadmapItem => ({ id, title: 'Faster checkout', outcome: 'Fewer leave', horizon: 'now', createdAt: NOW, updatedAt: NOW, ...more });
const board: LineAbout = { project: PROJECT, board: null, milestone: null, keys: [] };
const milestone = (number: number): LineAbout => ({ ...board, milestone: number });

async function withSprint(one: House, ...sprints: Sprint[]): Promise<void> {
  await one.store.commit({ job: null, sprints });
}

/** Of whose project not all has been read: its sprint's counts are the tracker's. */
async function begun(): Promise<House> {
  const one = await house();
  await one.store.putProject({ ...(await one.store.project(PROJECT))!, complete: false });
  return one;
}

describe('the lines above a page', () => {
  it('a board has the goal of the sprint that runs, its days and its progress', async () => {
    const one = await begun();
    await withSprint(one, sprint(3));
    const [goal, ...others] = await pageLine(one.ports, board, []);
    expect(others).toEqual([]);
    expect(goal).toMatchObject({ kind: 'goal', text: 'Pay in two taps', done: 1, total: 3, facts: ['5 working days left', '1 of 3 issues done'], link: { words: 'Sprint 3' } });
  });

  it('a goal says how it goes and its odds by the report that was made last, with its time of day once it is old, and makes none itself', async () => {
    const one = await house();
    await withSprint(one, sprint(3));
    const goalIssue = (number: number, more: Partial<Issue> = {}): Issue => issue(number, { sprint: milestoneKey(PROJECT, 3), labels: ['sprint-goal'], ...more });
    const done = (number: number): Issue => issue(number, { status: { category: 'done', name: 'closed', guessedFrom: null }, closedAt: NOW - (number % 20) * DAY });
    await bring(one, goalIssue(1), goalIssue(2), goalIssue(3, { status: { category: 'done', name: 'closed', guessedFrom: null }, closedAt: NOW - DAY }), ...Array.from({ length: 60 }, (_, index) => done(100 + index)));
    expect(await pageLine(one.ports, board, [])).toMatchObject([{ health: null, reason: null, facts: ['5 working days left', '1 of 3 issues done'] }]);
    expect(await lastSprintReport(one.ports, PROJECT, null)).toBeNull();
    const report = (await sprintReport(one.ports, PROJECT, null))!;
    if (report.odds.state !== 'odds') throw new Error('There are no odds.');
    const odds = expect.stringMatching(/^goal in time: (?:very )?likely, (?:\d\d|over 99) %$/) as string;
    expect(await pageLine(one.ports, board, [])).toMatchObject([{ health: 'on-track', reason: '1 of 3 goal issues is done.', facts: ['5 working days left', odds, '1 of 3 issues done'] }]);
    one.pass(3 * 3_600_000);
    expect(await pageLine(one.ports, board, [])).toMatchObject([{ facts: ['5 working days left', odds, '1 of 3 issues done', expect.stringMatching(/^odds as of \d\d:\d\d$/)] }]);
    expect((await lastSprintReport(one.ports, PROJECT, null))?.madeAt).toBe(report.madeAt);
  });

  it('a goal that a teammate has changed meanwhile says so first', async () => {
    const one = await begun();
    await withSprint(one, sprint(3));
    const write = { kind: 'sprint-description', sprint: milestoneKey(PROJECT, 3), description: 'Sprint Goal: Mine', goal: 'Mine' } as const;
    await queueWish(one.store, { id: 'goal', host: 'github.com', write, state: 'failed', notBefore: NOW, createdAt: NOW, attempts: 1, failure: 'Somebody changed it.', conflict: 'Theirs' });
    expect(await pageLine(one.ports, board, [])).toMatchObject([{ text: 'Pay in two taps', facts: ['a teammate has changed the goal: choose in Details', '5 working days left', '1 of 3 issues done'] }]);
  });

  it('the first of several goals says how many more there are, a sprint without an end says so in its tracker’s word, and a goal that waits to be written says that', async () => {
    const one = await begun();
    await withSprint(one, sprint(3, { dueOn: null, description: '1. Pay in two taps 2. Search finds it 3. Support hears less' }));
    expect(await pageLine(one.ports, board, [])).toMatchObject([{ text: 'Pay in two taps', facts: ['and 2 more goals', 'no due date', '1 of 3 issues done'] }]);
    await queueWish(one.store, goalWish({ kind: 'sprint-description', sprint: milestoneKey(PROJECT, 3), description: 'Sprint Goal: Pay at once', goal: 'Pay at once' }, NOW));
    expect(await pageLine(one.ports, board, [])).toMatchObject([{ text: 'Pay at once', facts: ['no due date', '1 of 3 issues done', 'a change is waiting to be written'] }]);
    const jira = await jiraHouse();
    await bringJira(jira, { sprints: [jiraSprint(31, { description: 'Guests pay.', dueOn: null })] });
    expect(await pageLine(jira.ports, { ...board, project: SHOP }, [])).toMatchObject([{ facts: ['no end date', '0 of 0 issues done'] }]);
  });

  it('a goal goes by the newer of the reports on its sprint, by the odds of everything where no issue is marked, and by none that knows no odds', async () => {
    const one = await begun();
    await withSprint(one, sprint(3));
    const report = (await sprintReport(one.ports, PROJECT, null))!;
    const keep = (id: string, madeAt: number, health: string, odds: object) => one.store.keepSprintView(id, { form: 3, report: { ...report, madeAt, health: { health, reasons: ['In 640 of 1,000 of 100 simulations all is done.', 'Two are blocked.'] }, odds } });
    const everything = (probability: number | null) => ({ state: 'odds', goal: null, everything: { probability } });
    const line = async () => (await pageLine(one.ports, board, []))[0];
    await keep(PROJECT, NOW - DAY, 'off-track', everything(0.1));
    await keep(milestoneKey(PROJECT, 3), NOW - 3_600_000, 'at-risk', everything(0.64));
    expect(await line()).toMatchObject({ health: 'at-risk', reason: 'Two are blocked.', facts: ['5 working days left', expect.stringMatching(/^everything in time: .+, 64 %$/), '1 of 3 issues done'] });
    await keep(PROJECT, NOW, 'on-track', everything(null));
    expect(await line()).toMatchObject({ health: 'on-track', reason: expect.stringContaining('of 100 simulations'), facts: ['5 working days left', '1 of 3 issues done'] });
    await keep(PROJECT, NOW, 'unknown', { state: 'declined', because: 'Only 3 days.' });
    expect(await line()).toMatchObject({ health: null, facts: ['5 working days left', '1 of 3 issues done'] });
  });

  it('a Project of GitHub has the goal of its own iteration', async () => {
    const one = await house();
    const own = iterationKey(PROJECT, 5, 'a1');
    await withSprint(one, sprint(3), sprint(1, { key: own, title: 'Iteration 8', board: { id: 5, name: 'Checkout' }, startsOn: '2026-11-16' as PlainDate, dueOn: '2026-11-29' as PlainDate, description: 'Sprint Goal: Search finds it' }));
    expect(await pageLine(one.ports, { ...board, project: null, board: 5 }, [key(1)])).toMatchObject([{ text: 'Search finds it', link: { words: 'Iteration 8' } }]);
    expect(await pageLine(one.ports, { ...board, project: null, board: 6 }, [key(1)])).toHaveLength(1);
  });

  it('a board of several projects has the goal of the one that most of its issues are of', async () => {
    const one = await house();
    await withSprint(one, sprint(3));
    const nowhere = { ...board, project: null };
    expect(await pageLine(one.ports, nowhere, [])).toEqual([]);
    expect(await pageLine(one.ports, nowhere, [key(1), key(2)])).toMatchObject([{ text: 'Pay in two taps' }]);
  });

  it('a sprint without a goal has no line', async () => {
    const one = await house();
    await withSprint(one, sprint(3, { description: '' }));
    expect(await pageLine(one.ports, board, [])).toEqual([]);
  });

  it('a milestone has the goal only where it is the sprint that runs', async () => {
    const one = await house();
    await withSprint(one, sprint(3), sprint(4, { dueOn: '2026-12-25' as PlainDate }));
    expect(await pageLine(one.ports, milestone(3), [])).toHaveLength(1);
    expect(await pageLine(one.ports, milestone(4), [])).toEqual([]);
  });

  it('a milestone that an item names has that item’s horizon, health with its reason, progress and what was declared', async () => {
    const one = await house();
    await withSprint(one, sprint(4, { dueOn: '2026-12-25' as PlainDate }), sprint(3));
    await one.store.amendRoadmap(() => [{ put: [item('checkout', { belongs: [{ milestone: 'Sprint 4' }], declared: { health: 'on-track', note: '', on: null } })], remove: [] }, undefined]);
    await bring(one, issue(1, { sprint: milestoneKey(PROJECT, 4), createdAt: NOW - 5 * DAY }), issue(2, { sprint: milestoneKey(PROJECT, 4), createdAt: NOW - 5 * DAY, status: { category: 'done', name: 'closed', guessedFrom: null }, closedAt: NOW - DAY }), issue(3));
    expect(await pageLine(one.ports, milestone(4), [])).toMatchObject([{ id: 'item|checkout', kind: 'item', text: 'Faster checkout', health: 'on-track', done: 1, total: 2, facts: ['Now', '1 of 2 issues done'], reason: '1 of 2 issues is done.' }]);
    await one.store.amendRoadmap(() => [{ put: [item('checkout', { belongs: [{ milestone: 'Sprint 4' }], declared: { health: 'at-risk', note: '', on: null } })], remove: [] }, undefined]);
    expect((await pageLine(one.ports, milestone(4), []))[0]?.facts).toContain('said to be at risk');
  });

  it('a milestone without a sign-in says what of it is not known, and how it would be, in the place of a health', async () => {
    const one = await house();
    await withSprint(one, sprint(4, { dueOn: '2026-12-25' as PlainDate }), sprint(3));
    await one.store.amendRoadmap(() => [{ put: [item('checkout', { belongs: [{ milestone: 'Sprint 4' }], declared: { health: 'on-track', note: '', on: null } })], remove: [] }, undefined]);
    await bring(one, issue(1, { sprint: milestoneKey(PROJECT, 4) }), issue(2, { sprint: milestoneKey(PROJECT, 4) }));
    await one.store.amendJobs([`changes:${PROJECT}`], (stored) => [...stored.values()].map((job) => ({ ...job, id: 'visit', kind: 'visit' as const })));
    await one.store.commit({ job: null, removeJobs: [`changes:${PROJECT}`] });
    expect(await pageLine(one.ports, milestone(4), [])).toMatchObject([{ health: null, reason: 'Closed issues of acme/shop are read only with a token for github.com.', facts: ['Now', 'said to be on track', '0 of 2 known issues done'] }]);
    const { badges: [badge] } = await describeIssues(one.ports, [key(1)]);
    expect(badge?.name).toContain('roadmap item Faster checkout, Now, health not known');
    expect(badge?.roadmap?.health).toBeNull();
  });

  it('an issue’s page has the item whose rule names it, and never a goal', async () => {
    const one = await house();
    await withSprint(one, sprint(3));
    await bring(one, issue(12), issue(13));
    await one.store.amendRoadmap(() => [{ put: [item('checkout', { belongs: [{ parent: 'acme/shop#12' }] })], remove: [] }, undefined]);
    expect(await pageLine(one.ports, { ...board, keys: [key(12)] }, [])).toMatchObject([{ kind: 'item', text: 'Faster checkout' }]);
    expect(await pageLine(one.ports, { ...board, keys: [key(13)] }, [])).toEqual([]);
  });

  it('a board that gathers several projects has the goal of the one that most of its issues are of', async () => {
    const one = await jiraHouse();
    await withSprint(one, sprint(3));
    await bringJira(one, { sprints: [jiraSprint(31, { description: 'Guests pay in one step' })] });
    const across = { ...board, project: null };
    const goalOn = async (...shown: IssueKey[]) => (await pageLine(one.ports, across, shown)).map(({ text }) => text);
    const [first, second, third] = [1, 2, 3].map((number) => jiraIssue(number).key) as [IssueKey, IssueKey, IssueKey];
    expect(await goalOn(first, key(1), second)).toEqual(['Guests pay in one step']);
    expect(await goalOn(first, key(1), key(2))).toEqual(['Pay in two taps']);
    expect(await goalOn('nonsense' as IssueKey, 'more' as IssueKey, third)).toEqual(['Guests pay in one step']);
    expect(await goalOn()).toEqual([]);
  });

  it('an item says when it will be done, from the even chance to the surer one, as far as that can be told', async () => {
    const forecastOf = async (finished: number, open: number) => {
      const one = await house();
      await one.store.amendRoadmap(() => [{ put: [item('checkout', { belongs: [{ milestone: 'Sprint 3' }] })], remove: [] }, undefined]);
      await withSprint(one, sprint(3, { description: '' }));
      const of = { labels: ['roadmap:checkout'], createdAt: NOW - 80 * DAY };
      await bring(one, ...Array.from({ length: finished }, (_, at) => issue(at + 1, { ...of, status: { category: 'done', name: 'closed', guessedFrom: null }, resolution: 'completed', closedAt: NOW - (at * 40 / finished + 1) * DAY })), ...Array.from({ length: open }, (_, at) => issue(1000 + at, of)));
      return (await pageLine(one.ports, milestone(3), []))[0]?.facts.find((fact) => fact.startsWith('forecast'));
    };
    expect(await forecastOf(30, 10)).toMatch(/^forecast \d+ \w+ – \d+ \w+ 2026$/);
    expect(await forecastOf(3, 12)).toMatch(/^forecast \d+ \w+ 2027 or later$/);
  });

  it('a hidden line stays hidden for its sprint, the next sprint has its own, and hiding can be undone', async () => {
    const one = await house();
    await withSprint(one, sprint(3));
    const [goal] = await pageLine(one.ports, board, []);
    await hideLine(one.ports, goal?.id ?? '', true);
    expect(await pageLine(one.ports, board, [])).toEqual([]);
    await hideLine(one.ports, goal?.id ?? '', false);
    expect(await pageLine(one.ports, board, [])).toHaveLength(1);
    await hideLine(one.ports, goal?.id ?? '', true);
    await withSprint(one, sprint(3, { state: 'closed', updatedAt: NOW }), sprint(4));
    expect(await pageLine(one.ports, board, [])).toMatchObject([{ link: { words: 'Sprint 4' } }]);
  });
});

describe('a badge', () => {
  it('says when its roadmap item is planned for, how it goes and why', async () => {
    const one = await house();
    await one.store.amendRoadmap(() => [{ put: [item('checkout')], remove: [] }, undefined]);
    await bring(one, issue(1, { labels: ['roadmap:checkout'] }), issue(2, { labels: ['roadmap:unknown'] }));
    const { badges: [known, unknown] } = await describeIssues(one.ports, [key(1), key(2)]);
    expect(known?.roadmap).toEqual({ id: 'checkout', title: 'Faster checkout', horizon: 'now', health: 'inactive' });
    expect(known?.name).toContain('roadmap item Faster checkout, Now, inactive: Its one issue has not been begun');
    expect(known?.reason).toContain('Faster checkout: Now, inactive: Its one issue has not been begun');
    expect(unknown?.roadmap).toEqual({ id: 'unknown', title: 'unknown', horizon: null, health: null });
  });

  it('says that its issue serves the goal only while its sprint runs', async () => {
    const one = await house();
    await withSprint(one, sprint(3), sprint(2, { state: 'closed' }));
    const goal = { labels: ['Sprint-Goal'] };
    await bring(one, issue(1, { ...goal, sprint: milestoneKey(PROJECT, 3) }), issue(2, { ...goal, sprint: milestoneKey(PROJECT, 2) }), issue(3, { sprint: milestoneKey(PROJECT, 3) }));
    const { badges } = await describeIssues(one.ports, [key(1), key(2), key(3)]);
    expect(badges.map(({ goal: serves }) => serves ?? false)).toEqual([true, false, false]);
    expect(badges[0]?.name).toContain('serves the Sprint Goal');
  });
});
