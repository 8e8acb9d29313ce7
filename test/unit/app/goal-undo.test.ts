import { describe, expect, it } from 'vitest';
import { goalsOfSprint } from '../../../lib/app/sprint-goals.ts';
import { setGoal } from '../../../lib/app/set-goal.ts';
import { dropWrite } from '../../../lib/app/unsent-writes.ts';
import { milestoneKey } from '../../../lib/core/keys.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import { queueWish } from '../storage/queue-wish.ts';
import { bring, house, issue, NOW, PROJECT } from './house.ts';

const sprint = milestoneKey(PROJECT, 3);
const row: Sprint = { key: sprint, project: PROJECT, number: 3, title: 'Sprint 3', url: '', state: 'open', description: 'Sprint Goal: Pay in one step.\n\nScope', startsOn: null, dueOn: null, createdAt: 0, updatedAt: 0, openIssues: 1, closedIssues: 0 };

async function sprintHouse() {
  const one = await house();
  await bring(one, issue(1, { sprint }));
  await one.store.commit({ job: null, sprints: [row] });
  const goal = async () => {
    const { goals, from, pending } = await goalsOfSprint(one.ports, row);
    return [...goals, from, pending];
  };
  return { ...one, goal, id: `sprint-description|${sprint}` };
}

describe('undoing a goal that has not left', () => {
  it('returns to the goal that was kept in this browser', async () => {
    const one = await sprintHouse();
    await setGoal(one.ports, sprint, 'Mine alone');
    expect(await one.goal()).toEqual(['Mine alone', 'local', false]);
    await one.signIn();
    await setGoal(one.ports, sprint, 'For everybody');
    expect(await one.goal()).toEqual(['For everybody', 'description', true]);
    expect(await one.store.localGoal(sprint)).toBeUndefined();
    expect(await dropWrite(one.ports, one.id)).toBe(true);
    expect(await one.goal()).toEqual(['Mine alone', 'local', false]);
    expect((await one.store.goalWordings(sprint)).filter(({ from }) => from === 'local')).toHaveLength(1);
  });

  it('returns to the wording that was on its way before, and twice to the tracker’s', async () => {
    const one = await sprintHouse();
    await one.signIn();
    await setGoal(one.ports, sprint, 'First thought');
    await setGoal(one.ports, sprint, 'Second thought');
    await dropWrite(one.ports, one.id);
    expect(await one.goal()).toEqual(['First thought', 'description', true]);
    await dropWrite(one.ports, one.id);
    expect(await one.goal()).toEqual(['Pay in one step.', 'description', false]);
    expect(await one.store.outbox()).toEqual([]);
  });

  it('says that it is too late for what is on its way or there, and leaves that as it is', async () => {
    const one = await sprintHouse();
    await one.signIn();
    await setGoal(one.ports, sprint, 'For everybody');
    const [write] = await one.store.outbox();
    if (!write) throw new Error('It is queued.');
    await queueWish(one.store, { ...write, state: 'sending' });
    expect(await dropWrite(one.ports, one.id)).toBe(false);
    expect(await one.goal()).toEqual(['For everybody', 'description', true]);
    expect(await dropWrite(one.ports, 'label|gone|roadmap:pay')).toBe(false);
  });
});

describe('a goal that was refused', () => {
  it('gives way to the next one, which stays in this browser', async () => {
    const one = await sprintHouse();
    await one.signIn();
    await setGoal(one.ports, sprint, 'Refused');
    const [write] = await one.store.outbox();
    if (!write) throw new Error('It is queued.');
    await queueWish(one.store, { ...write, state: 'failed', failure: 'No.' });
    await one.store.putProject({ ...(await one.store.project(PROJECT))!, goalsReadOnlyAt: NOW });
    await setGoal(one.ports, sprint, 'Mine alone');
    expect(await one.goal()).toEqual(['Mine alone', 'local', false]);
    expect(await one.store.outbox()).toEqual([]);
  });
});
