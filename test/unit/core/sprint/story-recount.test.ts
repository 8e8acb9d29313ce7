import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burnUpOf, type BurnUp } from '../../../../lib/core/sprint/burn-up.ts';
import type { IssueKey, StatusCategory } from '../../../../lib/core/issue.ts';
import type { SnapshotIssue, SprintSnapshot } from '../../../../lib/core/sprint/snapshot.ts';
import { goalTracksOf } from '../../../../lib/core/sprint/goal-track.ts';
import { spanOf } from '../../../../lib/core/sprint/span.ts';
import { storyOf, type SprintStory } from '../../../../lib/core/sprint/story.ts';
import { tracksOf } from '../../../../lib/core/sprint/track.ts';
import { workCalendar } from '../../../../lib/core/work-calendar.ts';
import { randomSprint, type RandomSprint } from './random-sprint.ts';
import { dayIn, type Happening, recount, type Recount } from './recount.ts';

/** Before a day's last half hour ends, by clocks that all change on the half hour. */
const HALF_HOUR = 1_800_000;
const LABEL = 'sprint-goal';

function told({ zone, sprint, now, issues }: RandomSprint, snapshots: readonly SprintSnapshot[] = []): { story: SprintStory; burnUp: BurnUp } {
  const calendar = workCalendar({ timeZone: zone, weekend: [0, 6], holidays: [] });
  const span = spanOf(sprint, [sprint], calendar);
  const input = { sprint, span, known: [sprint], issues, snapshots, now, calendar };
  const tracks = tracksOf(input);
  const byKey = new Map(issues.map((issue) => [issue.key, issue]));
  const goal = goalTracksOf({
    sprint: sprint.key, issues, tracks, snapshots, until: Math.min(span.endedAt ?? now, now), label: LABEL, saidOf: () => null,
    isIn: (key) => byKey.get(key)?.sprint === sprint.key, isMarked: (key) => byKey.get(key)?.labels.includes(LABEL) === true,
  });
  return { story: storyOf(input), burnUp: burnUpOf(input, tracks, goal) };
}

/** What is marked in a sprint after its end is meant for it all the same, and counts as marked at its end. */
function happened({ happenings, issues, sprint, timebox: { until } }: RandomSprint): Happening[] {
  return [...happenings, ...issues.filter((issue) => issue.sprint === sprint.key).map(({ key, labels }): Happening => ({ at: until, issue: key, what: 'mark', to: labels.includes(LABEL) ? 'on' : 'off' }))];
}

const marks = (entries: readonly { issue: string; at: number }[]): string[] => entries.map(({ issue, at }) => `${issue}@${at}`).sort();
const names = (entries: readonly { issue: string }[]): string[] => entries.map(({ issue }) => issue).sort();

function listsOf(story: SprintStory): Omit<Recount, 'days'> {
  return {
    committed: names(story.committed), added: marks(story.added), removed: marks(story.removed), done: marks(story.done), doneBefore: marks(story.doneBefore), carriedOut: names(story.carriedOut),
    reestimated: marks(story.reestimated), reopened: marks(story.reopened),
  };
}

function daysOf({ days }: BurnUp): Record<string, number[]> {
  return Object.fromEntries(days.flatMap(({ on, counts }) => (counts ? [[on, [counts.issues.scope, counts.issues.done, counts.estimate.scope, counts.estimate.done, counts.issues.goalScope, counts.issues.goalDone]]] : [])));
}

describe('the story and the burn-up of a sprint', () => {
  it('are what a slow recount of its histories says, event by event and day by day', () => {
    fc.assert(fc.property(randomSprint, (random) => {
      const { days, ...lists } = recount(happened(random), random.timebox, random.zone);
      const { story, burnUp } = told(random);
      expect(story.basis).toBe('history');
      expect(story.since).toBeNull();
      fc.pre(random.timebox.until >= story.span.committedAt);
      expect(listsOf(story)).toEqual(lists);
      expect([burnUp.goalSince, daysOf(burnUp)]).toEqual([null, days]);
    }), { numRuns: 1000 });
  });

  it('drawn from a snapshot at the end of each day are the same burn-up, but for what only a history tells', () => {
    fc.assert(fc.property(randomSprint, (random) => {
      // Where an issue went when it left, no snapshot of this sprint shows.
      const { days, committed, carriedOut } = recount(happened(random).map((one) => ({ ...one, elsewhere: false })), random.timebox, random.zone);
      const bare = random.issues.map(({ history: _history, ...issue }) => issue);
      const taken = snapshotsOf(random);
      // Nor when an issue was done that was so when it came into sight, and opened again later: in the sprint, or long before.
      fc.pre(!bare.some(({ key, status }) => isReopened([...taken.toSorted((a, b) => a.at - b.at).map(({ issues }) => issues.find((one) => one.key === key)?.category ?? null), status.category])));
      const { story, burnUp } = told({ ...random, issues: bare }, taken);
      fc.pre(random.timebox.until >= story.span.committedAt);
      expect(story.since).toBeNull();
      expect([names(story.committed), names(story.carriedOut)]).toEqual([committed, carriedOut]);
      expect([burnUp.goalSince, daysOf(burnUp)]).toEqual([null, days]);
    }), { numRuns: 400 });
  });
});

/** Of what an issue was at each snapshot, `null` where it was not in the sprint, and what it is now. */
function isReopened(seen: readonly (StatusCategory | null)[]): boolean {
  return seen.some((category, index) => category === 'done' && (seen[index - 1] ?? null) === null && seen.slice(index).some((later) => later !== 'done' && later !== null));
}

const ends = new Map<string, number[]>();

function dayEndsIn(zone: string): number[] {
  const known = ends.get(zone) ?? Array.from({ length: 48 * 130 }, (_, index) => Date.UTC(2026, 8, 19) - 1 + index * HALF_HOUR).filter((at) => dayIn(zone, at) !== dayIn(zone, at + 1));
  ends.set(zone, known);
  return known;
}

/** What the sprint held at the end of each day of the team, and at its completion. */
function snapshotsOf({ zone, sprint, now, happenings, timebox: { until } }: RandomSprint): SprintSnapshot[] {
  return [until, ...dayEndsIn(zone).filter((at) => at < now)].map((at) => {
    const issues = new Map<string, SnapshotIssue>();
    const inside = new Set<string>();
    for (const { issue, at: when, what, to } of happenings.toSorted((a, b) => a.at - b.at)) {
      if (when > at) continue;
      const state = issues.get(issue) ?? { key: issue as IssueKey, category: 'todo', estimate: null, goal: false };
      if (what === 'in') inside.add(issue);
      if (what === 'out' || what === 'given-up') inside.delete(issue);
      issues.set(issue, { ...state, ...(what === 'category' && { category: to as StatusCategory }), ...(what === 'estimate' && { estimate: to as number | null }), ...(what === 'mark' && { goal: to === 'on' }) });
    }
    return { sprint: sprint.key, at, issues: [...issues.values()].filter(({ key }) => inside.has(key)) };
  });
}
