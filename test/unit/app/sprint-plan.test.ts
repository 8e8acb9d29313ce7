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
