import { describe, expect, it } from 'vitest';
import { acceptFlag } from '../../../lib/app/accept-flag.ts';
import { enterInput } from '../../../lib/app/enter-input.ts';
import { markGoal } from '../../../lib/app/mark-goal.ts';
import { exportOwnData, importOwnData } from '../../../lib/app/own-data.ts';
import { moveRoadmapItem, removeRoadmapItem, saveRoadmapAim, saveRoadmapItem } from '../../../lib/app/roadmap-changes.ts';
import { pickSprint, setGoal, setGoalItems, setGoalOutcome } from '../../../lib/app/set-goal.ts';
import { saveSettings } from '../../../lib/app/settings.ts';
import { tagIssues } from '../../../lib/app/tag-issues.ts';
import { undoTagging } from '../../../lib/app/undo.ts';
import { milestoneKey } from '../../../lib/core/keys.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { bring, house, issue, key, NOW, PROJECT, type House } from './house.ts';

const sprint = milestoneKey(PROJECT, 3);
const pay = { id: 'pay', title: ' Pay ', outcome: ' Fewer leave ', horizon: 'now' } as const;

async function home(): Promise<House> {
  const one = await house();
  await bring(one, issue(1));
  await one.store.commit({ job: null, sprints: [{ key: sprint, project: PROJECT, number: 3, title: 'Sprint 3', url: '', state: 'open', description: '', startsOn: null, dueOn: '2026-11-25' as PlainDate, createdAt: NOW, updatedAt: NOW, openIssues: 1, closedIssues: 0 }] });
  return one;
}

const ofIssue = { keys: [key(1)], projects: [] };
const ofProject = { keys: [], projects: [PROJECT] };

describe('every open page hears of', () => {
  it.each<[string, (one: House) => Promise<unknown>, object, number]>([
    ['an accepted flag', ({ ports }) => acceptFlag(ports, key(1), 'overdue', 'We know.'), ofIssue, 0],
    ['a value that was entered', ({ ports }) => enterInput(ports, key(1), 'reach', 100), ofIssue, 0],
    ['a tag', ({ ports }) => tagIssues(ports, [key(1)], 'pay'), ofIssue, 1],
    ['a mark of the goal', ({ ports }) => markGoal(ports, [key(1)], true), ofIssue, 1],
    ['a goal that is kept here', ({ ports }) => setGoal(ports, sprint, 'Pay'), ofProject, 0],
    ['a goal for the tracker', async ({ ports, signIn }) => signIn().then(async () => setGoal(ports, sprint, 'Pay')), ofProject, 1],
    ['what a goal is about', ({ ports }) => setGoalItems(ports, sprint, ['pay']), ofProject, 0],
    ['what became of a goal', ({ ports }) => setGoalOutcome(ports, sprint, 0, { result: 'met', note: '' }), ofProject, 0],
    ['the sprint that somebody picked', ({ ports }) => pickSprint(ports, PROJECT, sprint), ofProject, 0],
    ['an item of the roadmap', ({ ports }) => saveRoadmapItem(ports, pay, null), ofProject, 1],
    ['the Product Goal', ({ ports }) => saveRoadmapAim(ports, { vision: ' A ', productGoal: ' B ' }), { keys: [], projects: [] }, 0],
    ['what was imported', async ({ ports }) => importOwnData(ports, (await exportOwnData(ports)).json, true), ofProject, 1],
    ['other settings', async ({ ports, store }) => saveSettings(ports, await store.settings()), ofProject, 1],
  ])('%s', async (_, act, heard, woken) => {
    const one = await home();
    await act(one);
    expect([one.heard, one.woken()]).toEqual([[heard], woken]);
  });

  it('what was taken back, and nobody of what changed nothing', async () => {
    const one = await home();
    const { undo } = await tagIssues(one.ports, [key(1)], 'pay');
    const mark = await markGoal(one.ports, [key(1)], true);
    one.heard.length = 0;
    const woken = one.woken();
    expect(await undoTagging(one.ports, mark.undo, 'github.example.com')).toEqual({ undone: 0 });
    one.heard.length = 0;
    await undoTagging(one.ports, undo, null);
    await undoTagging(one.ports, mark.undo, null);
    expect([one.heard, one.woken() - woken]).toEqual([[ofIssue, ofIssue], 3]);
    await saveRoadmapItem(one.ports, pay, null);
    one.heard.length = 0;
    expect([await saveRoadmapItem(one.ports, pay, null), await removeRoadmapItem(one.ports, 'search')]).toMatchObject([{ title: 'Pay', outcome: 'Fewer leave' }, { removed: null }]);
    await expect(saveRoadmapItem(one.ports, { ...pay, outcome: 'More stay' }, null)).rejects.toThrow('There already is a roadmap item');
    await expect(moveRoadmapItem(one.ports, 'search', { horizon: 'next' })).rejects.toThrow('There is no roadmap item search');
    expect(one.heard).toEqual([]);
  });
});

describe('what a person writes', () => {
  it('is kept without the space around it, and taken back whole', async () => {
    const one = await home();
    await acceptFlag(one.ports, key(1), 'overdue', ' We know. ');
    expect((await one.store.material([key(1)])).accepted.get(key(1))).toMatchObject([{ rule: 'overdue', reason: 'We know.' }]);
    await acceptFlag(one.ports, key(1), 'overdue', null);
    expect((await one.store.material([key(1)])).accepted.size).toBe(0);
    await setGoal(one.ports, sprint, ' Pay ');
    expect((await one.store.localGoal(sprint))?.text).toBe('Pay');
    await setGoal(one.ports, sprint, '  ');
    expect((await one.store.localGoal(sprint))?.text).toBeUndefined();
    await saveRoadmapAim(one.ports, { vision: ' A ', productGoal: ' B ' });
    expect((await one.store.settings()).aim).toEqual({ vision: 'A', productGoal: 'B' });
    await pickSprint(one.ports, PROJECT, sprint);
    await pickSprint(one.ports, PROJECT, null);
    expect((await one.store.settings()).pickedSprint).toEqual({});
    expect(await saveRoadmapItem(one.ports, pay, null)).toEqual({ ...pay, title: 'Pay', outcome: 'Fewer leave', createdAt: NOW, updatedAt: NOW });
    one.pass(1000);
    expect(await saveRoadmapItem(one.ports, { ...pay, id: 'pay-fast' }, 'pay')).toMatchObject({ formerIds: ['pay'], createdAt: NOW, updatedAt: NOW + 1000 });
  });

  it('of a scale may be its first and its last value, and nothing beyond, which is said with its unit', async () => {
    const one = await home();
    for (const [input, value] of [['ice-ease', 1], ['ice-ease', 10], ['reach', 0], ['reach', 1e9]] as const) await enterInput(one.ports, key(1), input, value);
    for (const beyond of [0, 11]) await expect(enterInput(one.ports, key(1), 'ice-ease', beyond)).rejects.toThrow('Ease lies between 1 and 10 of 10.');
    await expect(enterInput(one.ports, key(1), 'reach', -1)).rejects.toThrow('Reach lies between 0 and any amount people per quarter.');
  });
});
