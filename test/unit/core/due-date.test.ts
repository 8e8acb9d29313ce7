import { describe, expect, it } from 'vitest';
import { dueDate } from '../../../lib/core/due-date.ts';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import { buildIssue, buildSprint } from './build.ts';

const DUE = { dueOn: plainDate('2026-12-01') };

describe('the day by which an issue is wanted', () => {
  it.each([['Sprint 12', 'Sprint 12'], ['sprint-12', 'sprint-12'], ['Checkout', 'sprint Checkout'], ['Sprinting', 'sprint Sprinting']])('names the sprint %s once: %s', (title, from) => {
    expect(dueDate(buildIssue({}), buildSprint({ ...DUE, title }))).toMatchObject({ on: '2026-12-01', from });
  });

  it('is the field’s, then the issue’s own, then the sprint’s', () => {
    const sprint = buildSprint(DUE);
    const dueOn = plainDate('2026-11-30');
    expect(dueDate(buildIssue({ dueOn, fields: [{ name: 'Target date', value: '2026-11-29' }] }), sprint)?.on).toBe('2026-11-29');
    expect(dueDate(buildIssue({ dueOn, fields: [{ name: 'Target date', value: 'soon' }] }), sprint)?.on).toBe('2026-11-30');
    expect(dueDate(buildIssue({}), sprint)?.on).toBe('2026-12-01');
    expect(dueDate(buildIssue({}), null)).toBeNull();
  });
});
