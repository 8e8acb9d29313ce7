import { describe, expect, it } from 'vitest';
import type { History, LabelChange } from '../../../../lib/core/history.ts';
import { burnUpOf } from '../../../../lib/core/sprint/burn-up.ts';
import { type GoalTrackInput, goalTracksOf } from '../../../../lib/core/sprint/goal-track.ts';
import type { SprintSnapshot } from '../../../../lib/core/sprint/snapshot.ts';
import { spanOf } from '../../../../lib/core/sprint/span.ts';
import { tracksOf } from '../../../../lib/core/sprint/track.ts';
import type { Issue } from '../../../../lib/core/issue.ts';
import { at, buildIssue, buildSprint, CALENDAR, NOW } from '../build.ts';

const sprint = buildSprint({ number: 3, startsOn: CALENDAR.dateOf(at('2026-11-16T00:00')), dueOn: CALENDAR.dateOf(at('2026-11-27T00:00')) });
const MADE = at('2026-10-01T09:00');
const on = (when: string): LabelChange => ({ at: at(when), added: ['Sprint-Goal'], removed: [] });
const off = (when: string): LabelChange => ({ at: at(when), added: [], removed: ['sprint-goal'] });
/** Without `changes` its history was read before labels were asked for. */
const issue = (labels: readonly string[], changes?: readonly LabelChange[], more: Partial<History> = {}, differing: Partial<Issue> = {}): Issue =>
  buildIssue({ labels, sprint: sprint.key, createdAt: MADE, updatedAt: MADE, history: { statuses: [], sprints: [], ...(changes && { labels: changes }), complete: true, readAt: NOW, ...more }, ...differing });
const note = (when: string, goal?: boolean): SprintSnapshot => ({ sprint: sprint.key, at: at(when), issues: [{ key: buildIssue().key, category: 'todo', estimate: null, ...(goal !== undefined && { goal }) }] });

/** How many of the goal there were at the end of 16, 17, 18, 19, 20 November and now, and since when it is known. */
function goalOf(one: Issue, more: Partial<GoalTrackInput> = {}): [string, string | null] {
  const span = spanOf(sprint, [sprint], CALENDAR);
  const input = { sprint, span, issues: [one], snapshots: more.snapshots ?? [], now: NOW, calendar: CALENDAR };
  const tracks = tracksOf(input);
  const goal = goalTracksOf({ sprint: sprint.key, issues: [one], tracks, snapshots: [], until: NOW, label: 'sprint-goal', isIn: () => true, isMarked: () => one.labels.includes('sprint-goal'), saidOf: () => null, ...more });
  const { days, goalSince } = burnUpOf(input, tracks, goal);
  return [['16', '17', '18', '19', '20', '23'].map((day) => days.find(({ on: date }) => date.endsWith(day))?.counts?.issues.goalScope ?? '-').join(''), goalSince];
}

describe('since when an issue serves the goal', () => {
  it('is told by its label’s comings and goings, in any case of its letters', () => {
    expect(goalOf(issue(['sprint-goal'], [on('2026-11-18T10:00')]))).toEqual(['001111', null]);
    expect(goalOf(issue([], [on('2026-11-17T10:00'), off('2026-11-19T10:00')]))).toEqual(['011000', null]);
    expect(goalOf(issue(['sprint-goal'], []))).toEqual(['111111', null]);
  });

  it('believes the issue where it changed after its history was read', () => {
    expect(goalOf(issue(['sprint-goal'], [], { readAt: at('2026-11-18T09:00') }, { updatedAt: at('2026-11-19T10:00') }))).toEqual(['111111', null]);
    expect(goalOf(issue([], [on('2026-11-17T10:00')], { readAt: at('2026-11-18T09:00') }, { updatedAt: at('2026-11-19T10:00') }))).toEqual(['011000', null]);
  });

  it('is told by a word of this browser from then on, whatever the label says', () => {
    const said = (word: boolean) => ({ saidOf: () => ({ on: word, at: at('2026-11-18T10:00') }), isMarked: () => word });
    expect(goalOf(issue([], []), said(true))).toEqual(['001111', null]);
    expect(goalOf(issue(['sprint-goal'], [on('2026-11-17T10:00')]), said(false))).toEqual(['010000', null]);
    expect(goalOf(issue([]), said(true))).toEqual(['001111', null]);
    // The day's snapshot was taken before that, and what serves the goal noted in it after.
    expect(goalOf(issue([], []), { ...said(true), snapshots: [{ ...note('2026-11-18T09:00', true), notedAt: at('2026-11-18T11:00') }] })).toEqual(['001111', null]);
  });

  it('is told by what snapshots noted where nothing else tells, and not before the first of them', () => {
    const item = { isMarked: () => true, snapshots: [note('2026-11-17T09:00'), note('2026-11-18T09:00', false), note('2026-11-19T09:00', true)] };
    expect(goalOf(issue([]), item)).toEqual(['000111', '2026-11-18']);
    // By its roadmap item: the label has said nothing all along.
    expect(goalOf(issue([], []), { isMarked: () => true, snapshots: [note('2026-11-18T09:00', true)] })).toEqual(['111111', '2026-11-18']);
  });

  it('is not known where nobody tells: then every day counts it as today', () => {
    expect(goalOf(issue(['sprint-goal']))).toEqual(['111111', '2026-11-23']);
    expect(goalOf(issue([]))).toEqual(['000000', null]);
    expect(goalOf(issue(['sprint-goal'], [], { complete: false, statuses: [{ at: at('2026-11-18T10:00'), from: 'Open', to: 'In progress', category: 'doing' }] }))).toEqual(['--1111', '2026-11-18']);
  });

  it('is no more asked of an issue that has gone on into the next sprint: today’s mark is one for that', () => {
    const gone = issue([], [on('2026-11-17T10:00'), off('2026-11-20T10:00')]);
    expect(goalOf(gone, { isIn: () => false })).toEqual(['011100', null]);
    expect(goalOf(gone, { isIn: () => false, tracks: [{ issue: gone.key, movedOnAt: at('2026-11-20T09:00') }] })).toEqual(['011111', null]);
  });
});
