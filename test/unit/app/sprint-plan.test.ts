import { expect, it } from 'vitest';
import { planOf } from '../../../lib/app/sprint-plan.ts';
import type { SprintAccount } from '../../../lib/app/sprint-account.ts';
import { NOW } from './house.ts';
import { jiraIssue, jiraSprint } from './jira-house.ts';

const DAY = 86_400_000;
const entry = (number: number) => ({ issue: jiraIssue(number).key, at: NOW - 20 * DAY, by: null, estimate: null });
// Of an account only the sprint and these of its story are looked at.
const past = [1, 2, 3].map((number) => ({ sprint: jiraSprint(number), story: { span: { endedAt: NOW - number * 14 * DAY }, committed: [], added: [], removed: [], carriedOut: [], done: [entry(50), entry(51)] } }) as unknown as SprintAccount);

it('what had been done before a sprint began is no part of its plan, as it is none of the velocity', () => {
  const held = [jiraIssue(1), jiraIssue(2), jiraIssue(3)];
  expect(planOf(held, { doneBefore: [] }, past)).toEqual({ unit: 'issues', total: 3, velocity: 2, sprints: 3 });
  expect(planOf(held, { doneBefore: [entry(3)] }, past)).toEqual({ unit: 'issues', total: 2, velocity: 2, sprints: 3 });
});

it('a plan is held against a velocity in one unit only: hours are added to no points, and beside them neither tells all', () => {
  const estimated = (number: number, estimate: number, unit?: 'hours') => jiraIssue(number, { estimate, ...(unit && { estimateIn: unit }) });
  const finished = (unit?: 'hours') => past.map(({ sprint, story }) => ({ sprint, story: { ...story, done: [{ ...entry(50), estimate: 10, ...(unit && { estimateIn: unit }) }] } }) as unknown as SprintAccount);
  const [points, hours] = [estimated(1, 12), estimated(2, 30, 'hours')];
  expect(planOf([points], { doneBefore: [] }, finished())).toEqual({ unit: 'estimate', total: 12, velocity: 10, sprints: 3 });
  expect(planOf([hours], { doneBefore: [] }, finished('hours'))).toEqual({ unit: 'hours', total: 30, velocity: 10, sprints: 3 });
  expect(planOf([points, hours], { doneBefore: [] }, finished())).toEqual({ unit: 'issues', total: 2, velocity: null, sprints: 3 });
  expect(planOf([hours], { doneBefore: [] }, finished())).toMatchObject({ unit: 'issues', velocity: null });
});
