import { describe, expect, it } from 'vitest';
import { dueDate } from '../../../lib/core/due-date.ts';
import type { Issue } from '../../../lib/core/issue.ts';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import { buildIssue, buildSprint, inWorkingDays } from './build.ts';

const sprint = buildSprint({ title: 'Sprint 3', dueOn: inWorkingDays(5) });
const versions: NonNullable<Issue['versions']> = [
  { name: '2.5', releaseOn: inWorkingDays(9), released: false }, { name: '2.4', releaseOn: inWorkingDays(4), released: false },
  { name: '2.3', releaseOn: inWorkingDays(-3), released: true }, { name: 'Some day', releaseOn: null, released: false },
];

describe('the day by which an issue is wanted', () => {
  it('is its own date before any other', () => {
    expect(dueDate(buildIssue({ fields: [{ name: 'Target date', value: '2026-12-24' }], dueOn: inWorkingDays(1), versions }), sprint)).toMatchObject({ on: '2026-12-24', from: 'Target date' });
    expect(dueDate(buildIssue({ dueOn: inWorkingDays(1), fields: [{ name: 'Target date', value: 'soon' }], versions }), sprint)).toMatchObject({ on: inWorkingDays(1), from: 'due date' });
  });

  it('is that of the next release that it is planned for', () => {
    expect(dueDate(buildIssue({ versions }), sprint)).toEqual({ on: inWorkingDays(4), source: { kind: 'field', name: 'Fix versions' }, from: 'release 2.4' });
  });

  it('is the end of its sprint where nothing else is told', () => {
    expect(dueDate(buildIssue({ versions: versions.slice(2) }), sprint)).toMatchObject({ on: sprint.dueOn, from: 'Sprint 3' });
    expect(dueDate(buildIssue(), null)).toBeNull();
  });

  it.each([['Sprint 12', 'Sprint 12'], ['sprint-12', 'sprint-12'], ['Checkout', 'sprint Checkout'], ['Sprinting', 'sprint Sprinting']])('names the sprint %s once: %s', (title, from) => {
    expect(dueDate(buildIssue({}), buildSprint({ dueOn: plainDate('2026-12-01'), title }))).toMatchObject({ on: '2026-12-01', from });
  });
});
