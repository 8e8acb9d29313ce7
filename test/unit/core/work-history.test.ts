import { describe, expect, it } from 'vitest';
import type { History, StatusChange } from '../../../lib/core/history.ts';
import { cycleDaysOf, inStatusSince, startedAt } from '../../../lib/core/work-history.ts';
import { buildIssue, NOW, statusOf } from './build.ts';

const DAY = 86_400_000;
const ago = (days: number): number => NOW - days * DAY;
const moved = (days: number, to: string, category: StatusChange['category'], from = 'To Do'): StatusChange => ({ at: ago(days), from, to, category });
const history = (...statuses: StatusChange[]): History => ({ statuses, sprints: [], complete: true, readAt: NOW });
const doing = buildIssue({ status: { ...statusOf('doing'), name: 'In Progress' }, createdAt: ago(50) });
const done = buildIssue({ status: { ...statusOf('done'), name: 'Done' }, createdAt: ago(50), closedAt: ago(2) });

describe('when work began', () => {
  it('is the move into progress, and no later step of it', () => expect(startedAt({ ...doing, history: history(moved(9, 'In Progress', 'doing'), moved(4, 'In Review', 'doing')) })).toEqual({ at: ago(9), atLeast: false }));
  it('is the last such move, where work was put back', () => expect(startedAt({ ...doing, history: history(moved(20, 'In Progress', 'doing'), moved(12, 'To Do', 'todo'), moved(3, 'In Progress', 'doing')) })?.at).toBe(ago(3)));
  it('is the creation of what was created in progress', () => expect(startedAt({ ...doing, history: history() })).toEqual({ at: ago(50), atLeast: false }));
  it('is at least the first change that a shortened history tells', () => expect(startedAt({ ...doing, history: { ...history(moved(9, 'In Review', 'doing', 'In Progress'), moved(4, 'In Progress', 'doing', 'In Review')), complete: false } })).toEqual({ at: ago(9), atLeast: true }));
  it('a status of unknown kind begins and ends nothing', () => expect(startedAt({ ...doing, history: history(moved(9, 'In Progress', 'doing'), moved(6, 'Somewhere', null), moved(3, 'In Progress', 'doing')) })?.at).toBe(ago(9)));
  it('begins anew after an end', () => expect(startedAt({ ...doing, history: history(moved(30, 'In Progress', 'doing'), moved(20, 'Done', 'done'), moved(5, 'In Progress', 'doing')) })?.at).toBe(ago(5)));
  it('is unknown without a history, for what rests, and where the history ends elsewhere', () => {
    expect(startedAt(doing)).toBeNull();
    expect(startedAt(buildIssue({ history: history(moved(9, 'In Progress', 'doing')) }))).toBeNull();
    expect(startedAt({ ...doing, history: history(moved(9, 'In Progress', 'doing'), moved(4, 'To Do', 'todo')) })).toBeNull();
  });
});

describe('how long work took', () => {
  it('is counted from its start to its end', () => expect(cycleDaysOf({ ...done, history: history(moved(9, 'In Progress', 'doing'), moved(2, 'Done', 'done')) })).toBe(7));
  it('is counted also where it went on from one end to the next', () => {
    const released = { ...done, status: { ...statusOf('done'), name: 'Released' } };
    expect(cycleDaysOf({ ...released, history: history(moved(9, 'In Progress', 'doing'), moved(4, 'Done', 'done'), moved(2, 'Released', 'done')) })).toBe(7);
    expect(cycleDaysOf({ ...released, history: history(moved(9, 'In Progress', 'doing'), moved(6, 'Done', 'done'), moved(4, 'To Do', 'todo'), moved(2, 'Released', 'done')) })).toBeNull();
  });
  it('is unknown of what was never in progress, of open work, and of a start that may be earlier', () => {
    expect(cycleDaysOf({ ...done, history: history(moved(2, 'Done', 'done')) })).toBeNull();
    expect(cycleDaysOf({ ...doing, closedAt: null, history: history(moved(9, 'In Progress', 'doing')) })).toBeNull();
    expect(cycleDaysOf({ ...done, history: { ...history(moved(9, 'In Review', 'doing', 'In Progress'), moved(2, 'Done', 'done', 'In Review')), complete: false } })).toBe(7);
    expect(cycleDaysOf({ ...done, history: { ...history(moved(9, 'In Review', 'doing', 'In Review'), moved(2, 'Done', 'done')), complete: false } })).toBeNull();
    expect(cycleDaysOf(done)).toBeNull();
  });
});

describe('since when an issue has its status', () => {
  it('is its last change', () => expect(inStatusSince({ ...doing, history: history(moved(9, 'Open', 'todo'), moved(4, 'In Progress', 'doing')) })?.at).toBe(ago(4)));
  it('is its creation, where it never changed', () => expect(inStatusSince({ ...doing, history: history() })?.at).toBe(ago(50)));
  it('is unknown where the history ends in another status', () => expect(inStatusSince({ ...doing, history: history(moved(4, 'In Review', 'doing')) })).toBeNull());
});
