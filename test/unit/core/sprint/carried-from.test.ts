import * as fc from 'fast-check';
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
  it('is no sprint that came after it', () => {
    const sprint1 = known[0] ?? current;
    const sprint2 = sprint(2, 28, 15);
    const moved = buildIssue({ history: { statuses: [], sprints: [into(1), into(2), into(3)], complete: true, readAt: NOW } });
    expect(carriedFrom(moved, sprint2, known, CALENDAR).map((one) => one.number)).toEqual([1]);
    expect(carriedFrom(moved, sprint1, known, CALENDAR)).toEqual([]);
    const born = buildIssue({ history: { statuses: [], bornIn: [1], sprints: [into(2)], complete: true, readAt: NOW } });
    expect(carriedFrom(born, sprint1, known, CALENDAR)).toEqual([]);
  });
  it('is nothing without a history', () => expect(carriedFrom(buildIssue(), current, known, CALENDAR)).toEqual([]));
});

describe('carry-over on the terms of any tracker', () => {
  /** Sprints 1 and 2 ended, 3 runs; two weeks each, one after the other. */
  const ends = [NOW - 29 * DAY, NOW - 15 * DAY, NOW + 20 * DAY];
  const event = fc.record({ after: fc.integer({ min: 1, max: 60 * 24 }), to: fc.constantFrom(null, 1, 2, 3) });

  it.each([['Jira, where ended sprints stay', true], ['GitHub, where there is one at a time', false]])('is what a replay finds at the end of each sprint: %s', (_name, stays) => {
    fc.assert(fc.property(fc.array(event, { maxLength: 10 }), (events) => {
      const isOver = (number: number, at: number): boolean => CALENDAR.dateOf(at) > CALENDAR.dateOf(ends[number - 1] ?? 0);
      const changes: SprintChange[] = [];
      let now: number[] = [];
      for (const { after, to } of events.toSorted((a, b) => a.after - b.after)) {
        const at = NOW - 61 * DAY + after * 3_600_000;
        // Nothing comes into a sprint that is over.
        if (to !== null && isOver(to, at)) continue;
        const next = [...new Set([...(stays ? now.filter((number) => isOver(number, at)) : []), ...(to === null ? [] : [to])])];
        const [added, removed] = [next.filter((number) => !now.includes(number)), now.filter((number) => !next.includes(number))];
        if (added.length + removed.length > 0) changes.push({ at, added, removed });
        now = next;
      }
      const wasIn = (number: number): boolean => {
        let inside = false;
        let lastDay = false;
        for (const { at, added, removed } of changes) {
          if (isOver(number, at)) break;
          if (added.includes(number)) inside = true;
          if (removed.includes(number)) inside = false;
          const onLastDay = CALENDAR.dateOf(at) === CALENDAR.dateOf(ends[number - 1] ?? 0);
          lastDay = onLastDay && ((lastDay && !added.includes(number)) || (removed.includes(number) && added.length > 0));
        }
        return inside || lastDay;
      };
      expect(carried(changes)).toEqual(wasIn(2) ? (wasIn(1) ? ['Sprint 2', 'Sprint 1'] : ['Sprint 2']) : []);
    }), { numRuns: 1000 });
  });
});
