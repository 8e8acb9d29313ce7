import { describe, expect, it } from 'vitest';
import { spanOf } from '../../../../lib/core/sprint/span.ts';
import type { Sprint } from '../../../../lib/core/sprint/sprint.ts';
import { workCalendar } from '../../../../lib/core/work-calendar.ts';
import { at, buildSprint, CALENDAR, date } from '../build.ts';

const span = (differing: Partial<Sprint>, known: readonly Partial<Sprint>[] = [], calendar = CALENDAR) => spanOf(buildSprint(differing), known.map((one, index) => buildSprint({ number: 100 + index, ...one })), calendar);
const berlin = workCalendar({ timeZone: 'Europe/Berlin', weekend: [0, 6], holidays: [] });

describe('the span of a sprint', () => {
  it('is from the first moment of its first day, and its commitment at the end of that day', () => expect(span({ startsOn: date('2026-11-02'), dueOn: date('2026-11-13') })).toEqual({
    from: '2026-11-02', fromBy: 'tracker', dueOn: '2026-11-13', startsAt: at('2026-11-02T00:00'), committedAt: at('2026-11-02T23:59:59.999'), endedAt: null, endedOn: null,
  }));
  it('is by the clock of the team, also on the day on which that goes back', () => {
    expect(span({ startsOn: date('2026-10-25'), dueOn: date('2026-11-06') }, [], berlin)).toMatchObject({ startsAt: at('2026-10-24T22:00'), committedAt: at('2026-10-25T22:59:59.999') });
    expect(span({ startsOn: date('2026-03-29'), dueOn: date('2026-04-10') }, [], berlin)).toMatchObject({ startsAt: at('2026-03-28T23:00'), committedAt: at('2026-03-29T21:59:59.999') });
  });
  it('begins on the day on which it was really started', () => expect(span({ startsOn: date('2026-11-02'), startedAt: at('2026-11-04T09:00') })).toMatchObject({ from: '2026-11-04', fromBy: 'tracker' }));
  it('without a start begins on the day after the sprint before it', () => {
    const former = [{ dueOn: date('2026-10-23') }, { dueOn: date('2026-11-06') }, { dueOn: date('2026-12-04') }, { dueOn: date('2026-11-13'), board: { id: 9, name: 'Other' } }];
    expect(span({ dueOn: date('2026-11-20') }, former)).toMatchObject({ from: '2026-11-07', fromBy: 'former' });
    expect(span({ dueOn: date('2026-11-20'), createdAt: at('2026-11-10T10:00') }, former)).toMatchObject({ from: '2026-11-10', fromBy: 'created' });
    expect(span({ dueOn: date('2026-11-20'), createdAt: at('2026-11-02T10:00') })).toMatchObject({ from: '2026-11-02', fromBy: 'created' });
    expect(span({ dueOn: date('2026-11-20'), createdAt: at('2026-12-02T10:00') })).toMatchObject({ from: '2026-11-20', fromBy: 'created' });
  });
  it('that was closed before the former was over began when it was made', () => {
    const closed = { state: 'closed', dueOn: date('2026-11-20'), createdAt: at('2026-11-02T10:00'), completedAt: at('2026-11-05T10:00') } as const;
    expect(span(closed, [{ dueOn: date('2026-11-06') }])).toMatchObject({ from: '2026-11-02', fromBy: 'created', endedOn: '2026-11-05' });
    expect(span(closed, [{ dueOn: date('2026-11-04') }])).toMatchObject({ from: '2026-11-05', fromBy: 'former' });
    expect(span({ ...closed, completedAt: at('2026-10-30T10:00') })).toMatchObject({ from: '2026-10-30', endedOn: '2026-10-30' });
  });
  it('ends with its completion, else, once it is closed, with its last day', () => {
    expect(span({ state: 'closed', dueOn: date('2026-11-13'), completedAt: at('2026-11-16T09:00') }).endedAt).toBe(at('2026-11-16T09:00'));
    expect(span({ state: 'closed', dueOn: date('2026-11-13') }).endedAt).toBe(at('2026-11-13T23:59:59.999'));
    expect(span({ state: 'closed', updatedAt: 77 }).endedAt).toBe(77);
    expect(span({ startsOn: date('2026-11-02'), state: 'closed', completedAt: at('2026-11-02T15:00') }).committedAt).toBe(at('2026-11-02T15:00'));
  });
});
