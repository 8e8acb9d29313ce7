import { describe, expect, it } from 'vitest';
import type { SprintKey } from '../../../../lib/core/issue.ts';
import type { Sprint } from '../../../../lib/core/sprint/sprint.ts';
import { currentSprint } from '../../../../lib/core/sprint/current-sprint.ts';
import { DEFAULT_CALENDAR, plainDate, workCalendar } from '../../../../lib/core/work-calendar.ts';
import { buildSprint } from '../build.ts';

const CALENDAR = workCalendar(DEFAULT_CALENDAR);
const NOW = Date.UTC(2026, 10, 22, 12);
const sprint = (number: number, dueOn: string | null, state: Sprint['state'] = 'open') => buildSprint({ number, state, dueOn: dueOn === null ? null : plainDate(dueOn) });
const current = (sprints: readonly Sprint[], picked: SprintKey | null = null, calendar = CALENDAR) => currentSprint(sprints, picked, NOW, calendar)?.number;

describe('the current sprint', () => {
  it.each([
    ['the open one with the nearest due date', [sprint(1, '2026-12-20'), sprint(2, '2026-11-30'), sprint(3, null)], 2],
    ['one that is due today', [sprint(1, '2026-11-22'), sprint(2, '2026-11-23')], 1],
    ['one ahead before one overdue', [sprint(1, '2026-11-21'), sprint(2, '2027-06-01')], 2],
    ['the one overdue for the shortest time', [sprint(1, '2026-10-01'), sprint(2, '2026-11-20'), sprint(3, null)], 2],
    ['one without a date, the newest', [sprint(1, null), sprint(4, null), sprint(3, '2026-11-30', 'closed')], 4],
    ['the higher number of two with one date', [sprint(1, '2026-11-30'), sprint(2, '2026-11-30')], 2],
    ['none when none is open', [sprint(1, '2026-11-30', 'closed')], undefined],
    ['none when there is none', [], undefined],
  ])('is %s', (_, sprints, number) => {
    expect(current(sprints)).toBe(number);
    expect(current(sprints.toReversed())).toBe(number);
  });

  it('is the picked one as long as it exists', () => {
    const closed = sprint(1, '2026-01-01', 'closed');
    const open = sprint(2, '2026-11-30');
    expect(current([closed, open], closed.key)).toBe(1);
    expect(current([open], closed.key)).toBe(2);
  });

  it('is, once the picked one is over, the one that runs on its board', () => {
    const board = { id: 7, name: 'Payments' };
    const over = { ...sprint(1, '2026-11-20', 'closed'), board };
    const runs = { ...sprint(3, '2026-12-11'), board };
    expect(current([over, sprint(2, '2026-11-30'), runs], over.key)).toBe(3);
    expect(current([over, sprint(2, '2026-11-30')], over.key)).toBe(1);
  });

  it('goes by the team’s own day', () => {
    const late = workCalendar({ ...DEFAULT_CALENDAR, timeZone: 'Pacific/Kiritimati' });
    expect(current([sprint(1, '2026-11-22'), sprint(2, '2026-12-01')], null, late)).toBe(2);
  });
});
