import { describe, expect, it } from 'vitest';
import type { History, SprintChange, StatusChange } from '../../../../lib/core/history.ts';
import type { Issue, IssueKey } from '../../../../lib/core/issue.ts';
import { burnUpOf } from '../../../../lib/core/sprint/burn-up.ts';
import { figuresOf } from '../../../../lib/core/sprint/comparison.ts';
import type { SprintSnapshot } from '../../../../lib/core/sprint/snapshot.ts';
import { spanOf } from '../../../../lib/core/sprint/span.ts';
import type { Sprint } from '../../../../lib/core/sprint/sprint.ts';
import { storyOf, type StoryInput, tellStory } from '../../../../lib/core/sprint/story.ts';
import { tracksOf } from '../../../../lib/core/sprint/track.ts';
import { at, buildIssue, buildSprint, CALENDAR, date, key, NOW, statusOf } from '../build.ts';

const MADE = at('2026-10-01T09:00');

const first = buildSprint({ number: 1, startsOn: date('2026-10-19'), dueOn: date('2026-10-30'), state: 'closed' });
const second = buildSprint({ number: 2, startsOn: date('2026-11-02'), dueOn: date('2026-11-13'), state: 'closed', completedAt: at('2026-11-13T16:00') });
const third = buildSprint({ number: 3, startsOn: date('2026-11-16'), dueOn: date('2026-11-27') });
const known = [first, second, third];

const moved = (when: string, added: number[], removed: number[] = [], by?: string): SprintChange => ({ at: at(when), added, removed, ...(by !== undefined && { by }) });
const history = (sprints: SprintChange[], statuses: StatusChange[] = [], more: Partial<History> = {}): History => ({ sprints, statuses, complete: true, readAt: NOW, ...more });
const issue = (number: number, sprint: Sprint | null, own?: History, differing: Partial<Issue> = {}): Issue => buildIssue({ key: key(number), number, createdAt: MADE, updatedAt: MADE, sprint: sprint?.key ?? null, ...(own && { history: own }), ...differing });
const told = (sprint: Sprint, issues: readonly Issue[], more: Partial<StoryInput> = {}) => storyOf({ sprint, known, issues, snapshots: [], now: NOW, calendar: CALENDAR, ...more });
const keys = (entries: readonly { issue: IssueKey }[]): IssueKey[] => entries.map((one) => one.issue);

describe('the story of a sprint', () => {
  it('names who put an issue in or took it out, and when, with its estimate then', () => {
    const told3 = told(third, [issue(7, null, history([moved('2026-11-10T09:00', [3]), moved('2026-11-18T10:00', [], [3], 'ana'), moved('2026-11-19T10:00', [3], [], 'ben')], [], { estimates: [{ at: at('2026-11-18T12:00'), from: 3, to: 8, by: 'eve' }] }), { sprint: third.key, estimate: 8 })]);
    expect(told3.committed).toEqual([{ issue: key(7), at: at('2026-11-16T23:59:59.999'), by: null, estimate: 3 }]);
    expect(told3.removed).toEqual([{ issue: key(7), at: at('2026-11-18T10:00'), by: 'ana', estimate: 3, how: 'taken-out' }]);
    expect(told3.added).toEqual([{ issue: key(7), at: at('2026-11-19T10:00'), by: 'ben', estimate: 8, again: true }]);
    // It was out of the sprint when it was estimated anew.
    expect(told3.reestimated).toEqual([]);
  });

  it('what left again while it was planned is no part of it, not even by what was reopened that day; what came back is', () => {
    const statuses: StatusChange[] = [{ at: at('2026-11-10T09:00'), from: 'Open', to: 'Closed', category: 'done' }, { at: at('2026-11-16T08:00'), from: 'Closed', to: 'Open', category: 'todo' }];
    const left = [moved('2026-11-10T10:00', [3]), moved('2026-11-16T09:00', [], [3])];
    const { committed, added, removed, carriedOut, reopened } = told(third, [issue(7, null, history(left, statuses)), issue(8, third, history([...left, moved('2026-11-18T09:00', [3])], statuses))]);
    expect([committed, added, removed, carriedOut, reopened].map(keys)).toEqual([[], [key(8)], [], [key(8)], [key(8)]]);
  });

  it('tells what was re-estimated and reopened in it', () => {
    const statuses: StatusChange[] = [{ at: at('2026-11-17T09:00'), from: 'Open', to: 'Closed', category: 'done' }, { at: at('2026-11-18T09:00'), from: 'Closed', to: 'Open', category: 'todo', by: 'eve' }];
    const told3 = told(third, [issue(7, third, history([moved('2026-11-10T09:00', [3])], statuses, { estimates: [{ at: at('2026-11-19T12:00'), from: null, to: 5, by: 'ana' }] }), { estimate: 5 })]);
    expect(told3.reestimated).toEqual([{ issue: key(7), at: at('2026-11-19T12:00'), by: 'ana', from: null, estimate: 5 }]);
    expect(told3.reopened).toEqual([{ issue: key(7), at: at('2026-11-18T09:00'), by: 'eve', estimate: null }]);
    expect(told3.done).toEqual([]);
    expect(keys(told3.carriedOut)).toEqual([key(7)]);
  });

  it('what is done of a sprint was planned in it, or came into it, also where it was closed anew on the first day, or is known as done alone', () => {
    const statuses = ([['2026-11-14T09:00', 'done'], ['2026-11-16T09:00', 'todo'], ['2026-11-16T15:00', 'done']] as const).map(([when, to], index): StatusChange => ({ at: at(when), from: index === 1 ? 'Closed' : 'Open', to: to === 'done' ? 'Closed' : 'Open', category: to }));
    const again = issue(1, third, history([moved('2026-11-10T09:00', [3])], statuses), { status: statusOf('done'), closedAt: at('2026-11-16T15:00') });
    // The first snapshot of the sprint has it done, and the issue itself is there no more.
    const snapshots: SprintSnapshot[] = [{ sprint: third.key, at: at('2026-11-18T09:00'), issues: [{ key: key(2), category: 'done', estimate: null }] }, { sprint: third.key, at: NOW - 1, issues: [{ key: key(2), category: 'done', estimate: null }] }];
    const ended = told({ ...third, state: 'closed', completedAt: NOW - 1 }, [again], { snapshots });
    expect([keys(ended.committed).toSorted(), keys(ended.done).toSorted(), ended.doneBefore, ended.carriedOut]).toEqual([[key(1), key(2)], [key(1), key(2)], [], []]);
  });

  it('counts as carried over what stayed in the sprints before: on Jira’s terms and on GitHub’s', () => {
    const jira = issue(1, third, history([moved('2026-10-15T09:00', [1]), moved('2026-10-31T09:00', [2]), moved('2026-11-14T09:00', [3])]));
    const github = issue(2, third, history([moved('2026-10-15T09:00', [1]), moved('2026-11-01T09:00', [2], [1]), moved('2026-11-13T15:00', [3], [2])]));
    const once = issue(3, third, history([moved('2026-11-02T09:00', [2]), moved('2026-11-16T09:00', [3], [2])]));
    const leftEarly = issue(4, third, history([moved('2026-11-02T09:00', [2]), moved('2026-11-09T09:00', [3], [2])]));
    const { carriedIn } = told(third, [jira, github, once, leftEarly]);
    expect(carriedIn.map((one) => [one.issue, one.times])).toEqual([[key(2), 2], [key(1), 2], [key(3), 1]]);
    const before = told(second, [jira, github, once, leftEarly]);
    expect(keys(before.carriedOut)).toEqual([key(1), key(2), key(3)]);
    expect(keys(before.removed)).toEqual([key(4)]);
  });

  it('counts what was moved on after the last day as carried over, however late the milestone was closed', () => {
    const late = { ...second, completedAt: at('2026-11-17T09:00') };
    const issues = [issue(1, third, history([moved('2026-11-02T08:00', [2]), moved('2026-11-16T10:00', [3], [2])])), issue(2, null, history([moved('2026-11-02T08:00', [2]), moved('2026-11-16T10:00', [], [2])]))];
    const { carriedOut, removed } = told(late, issues, { known: [first, late, third] });
    expect([keys(carriedOut), keys(removed)]).toEqual([[key(1)], [key(2)]]);
  });

  it('lets go of what was closed as not planned, and leaves pull requests out', () => {
    const given = issue(1, third, undefined, { status: statusOf('done'), resolution: 'not-planned', closedAt: at('2026-11-18T09:00'), history: history([moved('2026-11-10T09:00', [3])]) });
    expect(told(third, [given, issue(2, third, undefined, { kind: 'pull-request' })])).toMatchObject({ committed: [{ issue: key(1) }], removed: [{ issue: key(1), how: 'given-up', at: at('2026-11-18T09:00') }], carriedOut: [], done: [] });
  });

  it('believes the issue where it changed after its history was read', () => {
    const stale = issue(1, third, history([moved('2026-11-10T09:00', [2])], [], { readAt: at('2026-11-11T09:00') }), { updatedAt: at('2026-11-18T09:00') });
    expect(told(third, [stale]).added).toMatchObject([{ issue: key(1), at: at('2026-11-18T09:00') }]);
  });

  it('believes its history where that was read after the issue last changed', () => {
    const behind = issue(1, null, history([moved('2026-11-10T09:00', [3])], [], { readAt: at('2026-11-18T10:00') }), { updatedAt: at('2026-11-18T09:00') });
    expect(told(third, [behind])).toMatchObject({ committed: [{ issue: key(1) }], removed: [] });
  });

  it('says since when it knows: by the first snapshot, or by a history without its beginning', () => {
    expect(told(third, [issue(1, third, history([], [{ at: at('2026-11-18T09:00'), from: 'Open', to: 'In progress', category: 'doing' }], { complete: false }), { status: statusOf('doing') })])).toMatchObject({ basis: 'history', since: at('2026-11-18T09:00') });
    const snapshots: SprintSnapshot[] = [{ sprint: third.key, at: at('2026-11-18T09:00'), issues: [{ key: key(1), category: 'todo', estimate: 2 }, { key: key(9), category: 'doing', estimate: 1 }] }, { sprint: third.key, at: at('2026-11-19T09:00'), issues: [{ key: key(1), category: 'todo', estimate: 2 }] }];
    const both = told(third, [issue(1, third), issue(2, third, history([moved('2026-11-10T09:00', [3])]))], { snapshots });
    expect(both).toMatchObject({ basis: 'both', since: at('2026-11-18T09:00') });
    // Nobody knows issue 9 any more but the snapshot.
    expect(both.removed).toMatchObject([{ issue: key(9), at: at('2026-11-19T09:00') }]);
    expect(told(third, [issue(1, third)])).toMatchObject({ basis: 'snapshots', since: NOW });
  });

  it('finds carry-over in the last snapshots of the sprints before', () => {
    const last = (sprint: Sprint, when: string, category: 'todo' | 'done'): SprintSnapshot => ({ sprint: sprint.key, at: at(when), issues: [{ key: key(1), category: 'doing', estimate: null }, { key: key(2), category, estimate: null }] });
    const snapshots = [last(first, '2026-10-30T20:00', 'done'), last(second, '2026-11-13T15:00', 'todo')];
    expect(told(third, [issue(1, third), issue(2, third)], { snapshots }).carriedIn.map((one) => [one.issue, one.times])).toEqual([[key(1), 2], [key(2), 1]]);
  });

  it('has committed to nothing before it begins', () => expect(told(third, [issue(1, third, history([]))], { now: at('2026-11-14T09:00') })).toMatchObject({ committed: [], added: [], removed: [] }));
});

describe('the burn-up', () => {
  const drawn = (sprint: Sprint, issues: readonly Issue[], now = NOW) => {
    const input = { sprint, known, span: spanOf(sprint, known, CALENDAR), issues, snapshots: [], now, calendar: CALENDAR };
    return burnUpOf(input, tracksOf(input), new Map([[key(1), { steps: [{ at: MADE, value: true, by: null }], since: null }]]));
  };
  it('has every day of the sprint, the days off marked, the days to come without numbers', () => {
    const { days } = drawn(third, [issue(1, third, history([]))]);
    expect(days.map(({ on, off, counts }) => `${on.slice(8)}${off ? ' off' : ''} ${counts?.issues.scope ?? '-'}`)).toEqual(['16 1', '17 1', '18 1', '19 1', '20 1', '21 off 1', '22 off 1', '23 1', '24 -', '25 -', '26 -', '27 -']);
  });
  it('goes on to today where a sprint is overdue, and ends with a completed one', () => {
    expect(drawn(third, [], at('2026-11-30T09:00')).days.at(-1)?.on).toBe('2026-11-30');
    expect(drawn(second, []).days.at(-1)?.on).toBe('2026-11-13');
  });
  it('of a sprint longer than a year has half a year up to today and a month to come, and says what all of it is', () => {
    const part = (startsOn: string, dueOn: string | null) => {
      const { days, whole } = drawn({ ...third, startsOn: date(startsOn), startedAt: null, dueOn: dueOn === null ? null : date(dueOn) }, [issue(1, third, history([]))]);
      return [days[0]?.on, days.at(-1)?.on, days.filter(({ counts }) => counts !== null).at(-1)?.on, whole];
    };
    expect(part('2026-11-16', '9999-12-31')).toEqual(['2026-11-16', '2026-12-24', '2026-11-23', { from: '2026-11-16', to: '9999-12-31' }]);
    expect(part('1970-01-01', '2026-11-27')).toEqual(['2026-05-24', '2026-11-27', '2026-11-23', { from: '1970-01-01', to: '2026-11-27' }]);
    expect(part('1970-01-01', '1970-01-14')).toEqual(['2026-05-24', '2026-11-23', '2026-11-23', { from: '1970-01-01', to: '2026-11-23' }]);
    expect(part('2027-01-04', '9999-12-31')).toEqual(['2027-01-04', '2027-02-04', undefined, { from: '2027-01-04', to: '9999-12-31' }]);
    expect(part('2026-05-01', '2027-05-02').slice(0, 2)).toEqual(['2026-05-01', '2027-05-02']);
    expect(part('2026-05-01', '2027-05-02')[3]).toBeUndefined();
    expect(part('2026-05-01', '2027-05-03').slice(0, 2)).toEqual(['2026-05-24', '2026-12-24']);
  });
  it('says whether anything was ever estimated', () => {
    expect(drawn(third, [issue(1, third, history([]))]).estimated).toBe(false);
    expect(drawn(third, [issue(1, third, history([]), { estimate: 0 })]).estimated).toBe(true);
  });
});

describe('estimates in hours beside those in points', () => {
  // Its history tells of a field of points, which its board does not estimate in any more.
  const inHours = issue(1, third, history([], [], { estimates: [{ at: at('2026-11-18T12:00'), from: null, to: 3 }] }), { estimate: 40, estimateIn: 'hours' });
  const inPoints = issue(2, third, history([]), { estimate: 5 });
  it('are drawn by themselves, and have no line where there are none', () => {
    const input = { sprint: third, known, span: spanOf(third, known, CALENDAR), issues: [inHours, inPoints], snapshots: [], now: NOW, calendar: CALENDAR };
    const burnUp = burnUpOf(input, tracksOf(input), new Map());
    expect([burnUp.estimated, burnUp.timed, burnUp.days[0]?.counts?.estimate.scope, burnUp.days[0]?.counts?.hours?.scope]).toEqual([true, true, 5, 40]);
    const points = { ...input, issues: [inPoints] };
    expect(burnUpOf(points, tracksOf(points), new Map())).not.toHaveProperty('timed');
  });
  it('are told in the unit of each day, where the team went over from one to the other within the sprint', () => {
    const snapshot = (day: string, estimate: number, estimateIn?: 'hours'): SprintSnapshot => ({ sprint: third.key, at: at(`${day}T09:00`), issues: [{ key: key(1), category: 'todo', estimate, ...(estimateIn && { estimateIn }) }] });
    const snapshots = [snapshot('2026-11-16', 5), snapshot('2026-11-17', 5), snapshot('2026-11-18', 12, 'hours'), snapshot('2026-11-19', 16, 'hours')];
    const changed = [
      // By snapshots, and by a history in which the points were taken off.
      { issues: [issue(1, third, undefined, { estimate: 16, estimateIn: 'hours' })], snapshots, steps: [{ from: 5, estimate: 12, estimateIn: 'hours' }, { from: 12, fromIn: 'hours', estimate: 16, estimateIn: 'hours' }], last: 16 },
      { issues: [issue(1, third, history([], [], { estimates: [{ at: at('2026-11-18T09:00'), from: 5, to: null }] }), { estimate: 12, estimateIn: 'hours' as const })], snapshots: [], steps: [{ from: 5, estimate: 12, estimateIn: 'hours' }], last: 12 },
    ];
    for (const { issues, snapshots: own, steps, last } of changed) {
      const input = { sprint: third, known, span: spanOf(third, known, CALENDAR), issues, snapshots: own, now: NOW, calendar: CALENDAR };
      const story = tellStory(input, tracksOf(input));
      expect(story.committed).toMatchObject([{ estimate: 5 }]);
      expect(story.committed[0]).not.toHaveProperty('estimateIn');
      expect(story.reestimated.map(({ issue: _issue, at: _at, by: _by, ...step }) => step)).toEqual(steps);
      expect(figuresOf('3', story, [])).toMatchObject({ planned: { estimate: 5 }, carried: { estimate: null, hours: last } });
      const days = new Map(burnUpOf(input, tracksOf(input), new Map()).days.map(({ on, counts }) => [`${on}`, [counts?.estimate.scope, counts?.hours?.scope]]));
      expect([days.get('2026-11-17'), days.get('2026-11-18')]).toEqual([[5, 0], [0, 12]]);
    }
  });
  it('are summed by themselves, also where only snapshots tell of them', () => {
    expect(figuresOf('3', told(third, [inHours, inPoints]), []).planned).toEqual({ issues: 2, estimate: 5, hours: 40 });
    const snapshots: SprintSnapshot[] = [{ sprint: third.key, at: at('2026-11-16T09:00'), issues: [{ key: key(9), category: 'todo', estimate: 8, estimateIn: 'hours' }, { key: key(1), category: 'todo', estimate: 40 }] }];
    expect(figuresOf('3', told(third, [issue(1, third, undefined, { estimate: 40, estimateIn: 'hours' })], { snapshots }), []).planned).toEqual({ issues: 2, estimate: null, hours: 48 });
  });
});
