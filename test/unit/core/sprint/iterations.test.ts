import { expect, test } from 'vitest';
import type { ProjectKey } from '../../../../lib/core/issue.ts';
import { isIterationKey, iterationKey, milestoneKey, trackerOfKey } from '../../../../lib/core/keys.ts';
import { currentSprint } from '../../../../lib/core/sprint/current-sprint.ts';
import { asOfDay, breakOn, iterationState } from '../../../../lib/core/sprint/iterations.ts';
import type { Sprint } from '../../../../lib/core/sprint/sprint.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import { workCalendar } from '../../../../lib/core/work-calendar.ts';

const SHOP = 'github.com/acme/shop' as ProjectKey;
const day = (text: string) => text as PlainDate;
const calendar = workCalendar({ timeZone: 'America/Los_Angeles', weekend: [0, 6], holidays: [] });

function iteration(id: string, startsOn: string, dueOn: string, board = 5, state: Sprint['state'] = 'future'): Sprint {
  return {
    key: iterationKey(SHOP, board, id), project: SHOP, number: Date.parse(startsOn) / 86_400, title: id, url: 'https://github.com/orgs/acme/projects/5', state, description: '', board: { id: board, name: 'Shop' },
    startsOn: day(startsOn), dueOn: day(dueOn), createdAt: 0, updatedAt: 0, openIssues: 0, closedIssues: 0,
  };
}
const milestone: Sprint = { ...iteration('m', '2026-11-01', '2026-11-27'), key: milestoneKey(SHOP, 3), title: 'Milestone', state: 'open', board: null, startsOn: null };
const plan = [iteration('one', '2026-11-02', '2026-11-15'), iteration('two', '2026-11-16', '2026-11-22'), iteration('three', '2026-11-30', '2026-12-13')];
const at = (date: string, picked: Sprint | null = null, sprints: readonly Sprint[] = [milestone, ...plan]) => currentSprint(sprints, picked?.key ?? null, Date.parse(`${date}T20:00:00Z`), calendar)?.title ?? null;

test('an iteration runs from its first day to its last, both whole days', () => {
  const span = { startsOn: day('2026-11-16'), endsOn: day('2026-11-22'), completed: false };
  expect(['2026-11-15', '2026-11-16', '2026-11-22', '2026-11-23'].map((today) => iterationState(span, day(today)))).toEqual(['future', 'open', 'open', 'closed']);
  expect(iterationState({ ...span, completed: true }, day('2026-11-20'))).toBe('closed');
});

test('what was stored yesterday stands as of today; milestones stay as they are', () => {
  expect(plan.map((one) => asOfDay(one, day('2026-11-17')).state)).toEqual(['closed', 'open', 'future']);
  expect(asOfDay(milestone, day('2027-11-17'))).toBe(milestone);
});

test('the iteration that runs comes before every milestone; the last day still counts in the team’s own zone', () => {
  expect(at('2026-11-03')).toBe('one');
  expect(at('2026-11-16')).toBe('two');
  // Monday in London, still Sunday evening for the team.
  expect(currentSprint([milestone, ...plan], null, Date.parse('2026-11-16T06:00:00Z'), calendar)?.title).toBe('one');
});

test('in a break between two iterations there is no sprint, unless a milestone is picked', () => {
  expect([at('2026-11-25'), at('2026-11-25', milestone), at('2026-11-25', plan[1])]).toEqual([null, 'Milestone', null]);
  expect(breakOn(plan, day('2026-11-25'))).toMatchObject({ after: { title: 'two' }, before: { title: 'three' } });
});

test('before the first and after the last iteration a team is where it was: in its milestone', () => {
  expect([at('2026-10-20'), at('2026-12-20')]).toEqual(['Milestone', 'Milestone']);
});

test('who picked an iteration picked its Project: the next one follows', () => {
  expect(at('2026-12-01', plan[0])).toBe('three');
  const other = iteration('week', '2026-11-30', '2026-12-06', 6);
  expect(at('2026-12-01', null, [...plan, other])).toBe('week');
  expect(at('2026-12-01', plan[0], [...plan, other])).toBe('three');
});

test('keys of iterations are the repository’s, and no other key is taken for one', () => {
  const key = iterationKey(SHOP, 5, 'cfc16e4d');
  expect([isIterationKey(key), isIterationKey(milestoneKey(SHOP, 5)), trackerOfKey(key), trackerOfKey(`${key}/x`), trackerOfKey(`${SHOP}/project/5/iteration/<b>`)]).toEqual([true, false, 'github', null, null]);
});
