import { describe, expect, it } from 'vitest';
import type { ProjectKey } from '../../../../lib/core/issue.ts';
import { readRoadmapFile } from '../../../../lib/core/roadmap/file/read-file.ts';
import { sprintConventions } from '../../../../lib/core/sprint/conventions.ts';
import { SAMPLE } from '../roadmap/file/sample.ts';

const [shop, docs, site] = ['github.com/acme/shop', 'github.com/acme/docs', 'github.com/acme/site'] as ProjectKey[] as [ProjectKey, ProjectKey, ProjectKey];

function teamOf(text: string) {
  const reading = readRoadmapFile(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.file.team;
}

describe('how a team runs its sprints', () => {
  it('is what the file says: the source, the place and the label of the goal, the goals in their order', () => {
    const conventions = sprintConventions([{ project: shop, team: teamOf(SAMPLE) }], shop);
    expect(conventions).toMatchObject({ source: { kind: 'iterations', project: 4, field: null }, goalPlace: 'file', goalLabel: 'sprint-goal' });
    expect(conventions.goalsOf(' sprint 24')).toEqual(['Buyers pay in one step']);
    expect(conventions.goalsOf('Sprint 25')).toEqual([]);
    expect(sprintConventions([{ project: shop, team: teamOf('team: { sprints: { source: iterations, project: 4, field: Cycle } }') }], shop).source).toEqual({ kind: 'iterations', project: 4, field: 'Cycle' });
    const two = sprintConventions([{ project: shop, team: teamOf('team: { sprints: { goals: [{ sprint: S, goal: First }, { sprint: T, goal: Other }, { sprint: s, goal: Second }] } }') }], shop);
    expect(two.goalsOf('S')).toEqual(['First', 'Second']);
  });

  it('is the standard where nobody has said, and where iterations have no project to be found in', () => {
    for (const team of [{}, teamOf('team: { sprints: { source: iterations } }')]) {
      expect(sprintConventions([{ project: shop, team }], shop)).toMatchObject({ source: { kind: 'milestones' }, goalPlace: null, goalLabel: 'sprint-goal' });
    }
  });

  it('follows its own file before any other, another only while it is the only one', () => {
    const one = { project: docs, team: teamOf('team: { sprints: { goal: { place: milestone, label: goal } } }') };
    const other = { project: site, team: teamOf('team: { sprints: { goal: { place: local } } }') };
    expect(sprintConventions([one], shop)).toMatchObject({ home: docs, goalPlace: 'milestone', goalLabel: 'goal' });
    expect(sprintConventions([one, other], shop)).toMatchObject({ home: shop, goalPlace: null });
    expect(sprintConventions([one, { project: shop, team: {} }], shop).goalPlace).toBeNull();
  });
});
