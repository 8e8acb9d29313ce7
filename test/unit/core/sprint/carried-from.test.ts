import { describe, expect, it } from 'vitest';
import type { SprintChange } from '../../../../lib/core/history.ts';
import { carriedFrom } from '../../../../lib/core/sprint/carried-from.ts';
import type { Sprint } from '../../../../lib/core/sprint/sprint.ts';
import { buildIssue, buildSprint, CALENDAR, NOW } from '../build.ts';

const DAY = 86_400_000;
const on = (days: number) => CALENDAR.dateOf(NOW - days * DAY);
const sprint = (number: number, from: number, to: number, state: Sprint['state'] = 'closed'): Sprint => buildSprint({ number, title: `Sprint ${number}`, state, startsOn: on(from), dueOn: on(to) });
const known = [sprint(1, 42, 29), sprint(2, 28, 15), sprint(3, 14, 0, 'open')];
const current = sprint(3, 14, 0, 'open');
const into = (number: number, removed: number[] = []): SprintChange => ({ at: NOW - (50 - number) * DAY, added: [number], removed });
const carried = (changes: SprintChange[], sprints = known) => carriedFrom(buildIssue({ history: { statuses: [], sprints: changes, complete: true, readAt: NOW } }), current, sprints, CALENDAR).map((one) => one.sprint?.title ?? one.number);

describe('what an issue was carried over from', () => {
  it('is every sprint that it stayed in to the end, the latest first', () => expect(carried([into(1), into(2), into(3)])).toEqual(['Sprint 2', 'Sprint 1']));
  it('is no sprint that it was taken out of', () => expect(carried([into(1), into(2, [1]), into(3)])).toEqual(['Sprint 2']));
  it('ends at a pause of more than five days', () => expect(carried([into(1), into(2), into(3)], [sprint(1, 60, 40), ...known.slice(1)])).toEqual(['Sprint 2']));
  it('is counted by number where a sprint is not known', () => expect(carried([into(1), into(2), into(3)], known.slice(1))).toEqual(['Sprint 2', 1]));
  it('is nothing for another sprint that still runs', () => expect(carried([into(2), into(3)], [sprint(2, 28, 0, 'open')])).toEqual([]));
  it('is nothing without a history', () => expect(carriedFrom(buildIssue(), current, known, CALENDAR)).toEqual([]));
});
