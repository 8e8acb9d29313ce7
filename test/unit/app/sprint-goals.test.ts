import { describe, expect, it } from 'vitest';
import { elsewhere, goalsOfSprint, readGoals } from '../../../lib/app/sprint-goals.ts';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { standardPlace } from '../../../lib/core/roadmap/file/place.ts';
import { readRoadmapFile } from '../../../lib/core/roadmap/file/read-file.ts';
import type { SprintGoalPlace } from '../../../lib/core/roadmap/file/roadmap-file.ts';
import { githubProjectKey, iterationKey, milestoneKey } from '../../../lib/core/keys.ts';
import type { PlanningProject } from '../../../lib/core/sprint/planning-project.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import { house, NOW, PROJECT } from './house.ts';
import { jiraSprint } from './jira-house.ts';

const sprint = jiraSprint(31, { description: 'In the sprint.' });
const bare = jiraSprint(31);
const team = (goalPlace: SprintGoalPlace | null, inFile: string[] = []) => ({ goalPlace, goalsOf: () => inFile });
const status = (body: string, at = NOW) => ({ body, at });
const SAID = status('We are fine.\n\n**Sprint Goal:** In the update.');

describe('where the goals of a sprint are read', () => {
  it.each([
    ['the file comes first', sprint, team(null, ['In the file.', 'Second.']), null, SAID, ['In the file.', 'Second.'], 'file'],
    ['then the sprint', sprint, team(null), null, SAID, ['In the sprint.'], 'field'],
    ['then the latest status update', bare, team(null), null, SAID, ['In the update.'], 'status-update'],
    ['then this browser', bare, team(null), 'Kept here.', null, ['Kept here.'], 'local'],
    ['the place that the team chose comes before the file', sprint, team('milestone', ['In the file.']), null, null, ['In the sprint.'], 'field'],
    ['but where nothing stands there, the file does', bare, team('milestone', ['In the file.']), null, null, ['In the file.'], 'file'],
    ['the team chose status updates', sprint, team('status-update'), null, SAID, ['In the update.'], 'status-update'],
    ['the team chose this browser', sprint, team('local', ['In the file.']), 'Kept here.', SAID, ['Kept here.'], 'local'],
    ['an update without the words is no goal', bare, team('status-update'), null, status('All is well.'), [], null],
    ['an update from before the sprint is that of another', bare, team('status-update'), null, status('Sprint Goal: Former.', NOW - 30 * 86_400_000), [], null],
  ] as const)('%s', (_name, of, conventions, local, update, goals, from) => {
    expect(readGoals(of, { conventions, writes: [], local, status: update })).toMatchObject({ goals, from });
  });

  it('an iteration is known by the words of a status update', () => {
    const iteration = { ...bare, key: iterationKey(githubProjectKey('github.com', 'acme', 'shop'), 5, 'cfc16e4d'), goalIn: undefined, description: 'Fine.\n\nSprint Goal: In the update.' };
    const { goalIn: _none, ...told } = iteration;
    expect(readGoals(told, { conventions: team(null), writes: [], local: null, status: null })).toMatchObject({ goals: ['In the update.'], from: 'status-update' });
    expect(readGoals(told, { conventions: team(null), writes: [], local: 'Kept here.', status: null })).toMatchObject({ goals: ['Kept here.'], from: 'local' });
  });

  it('says where goals are changed that are not changed from here', () => {
    const at = (goalPlace: SprintGoalPlace | null, home = githubProjectKey('github.com', 'acme', 'shop')) => ({ goalPlace, home, place: { path: 'docs/plan.yml', branch: null } });
    expect(elsewhere('file', at(null))?.via).toBe('file');
    expect(elsewhere('status-update', at('status-update'))?.via).toBe('status-update');
    expect([elsewhere('status-update', at(null)), elsewhere('field', at(null)), elsewhere(null, at(null))]).toEqual([null, null, null]);
    const inFile = elsewhere(null, at('file'));
    expect(inFile).toMatchObject({ via: 'file', home: 'github.com/acme/shop' });
    expect(inFile?.because).toMatch(/docs\/plan\.yml of acme\/shop.*once it is merged/);
    // A Jira project's roadmap is written at once: nothing is merged there.
    const inProject = elsewhere(null, at('file', bare.project));
    expect(inProject).toMatchObject({ via: 'file', home: bare.project });
    expect(inProject?.because).toContain('at once');
    expect(inProject?.because).not.toMatch(/merged|plan\.yml|propose/);
  });

  it('of a milestone in the status update of the Project that the team’s file names, else of the only one of its repository', async () => {
    const one = await house();
    const milestone: Sprint = { key: milestoneKey(PROJECT, 3), project: PROJECT, number: 3, title: 'Sprint 3', url: '', state: 'open', description: '', startsOn: null, dueOn: null, createdAt: NOW - 86_400_000, updatedAt: NOW, openIssues: 0, closedIssues: 0 };
    const plan = (number: number): PlanningProject => ({ number, title: `Plan ${number}`, url: `https://github.com/orgs/acme/projects/${number}`, summary: '', owner: 'organisation', updatedAt: NOW, status: { health: null, body: `Sprint Goal: By plan ${number}.`, startsOn: null, targetOn: null, by: null, at: NOW } });
    const linked = (project: ProjectKey, ...numbers: number[]) => one.store.commit({ job: null, planning: { project, projects: numbers.map(plan) } });
    const goals = async () => (await goalsOfSprint(one.ports, milestone)).goals;
    await linked(githubProjectKey('github.com', 'acme', 'docs'), 7);
    expect(await goals()).toEqual([]);
    await linked(PROJECT, 5);
    expect(await goals()).toEqual(['By plan 5.']);
    // Which of two is the team’s, nobody has said yet.
    await linked(PROJECT, 5, 6);
    expect(await goals()).toEqual([]);
    const text = 'items: []\nteam:\n  sprints:\n    source: iterations\n    project: 6\n';
    const read = readRoadmapFile(text);
    if (!read.ok) throw new Error(read.errors[0]?.sentence);
    await one.store.commit({ job: null, roadmapFile: { project: PROJECT, place: standardPlace(PROJECT), readAt: NOW, errors: [], warnings: [], state: 'good', good: { text, blob: 'b1', file: read.file } } });
    expect(await goals()).toEqual(['By plan 6.']);
  });
});
