import { describe, expect, it } from 'vitest';
import { cardItem } from '../../../lib/app/card-item.ts';
import { describeIssues } from '../../../lib/app/describe-issues.ts';
import { openCard } from '../../../lib/app/open-card.ts';
import { openRoadmap } from '../../../lib/app/open-roadmap.ts';
import { pageLine } from '../../../lib/app/page-line.ts';
import { roadmapCandidates } from '../../../lib/app/roadmap-candidates.ts';
import { saveRoadmapItem } from '../../../lib/app/roadmap-changes.ts';
import { toldByProject } from '../../../lib/core/roadmap/project-status.ts';
import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { PlanningProject, ProjectStatus } from '../../../lib/core/sprint/planning-project.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { bring, house, issue, key, NOW, PROJECT } from './house.ts';

const DAY = 86_400_000;
const day = (text: string) => text as PlainDate;
const dateOf = (at: number) => day(new Date(at).toISOString().slice(0, 10));
const status = (given: Partial<ProjectStatus> = {}): ProjectStatus => ({ health: 'at-risk', body: 'The bank is late.', startsOn: day('2026-10-01'), targetOn: day('2026-12-15'), by: 'maya', at: NOW - 2 * DAY, ...given });
const project = (given: Partial<PlanningProject> = {}): PlanningProject => ({ number: 5, title: 'Checkout', url: 'https://github.com/orgs/acme/projects/5', summary: 'Pay in two taps', owner: 'organisation', updatedAt: NOW, status: status(), ...given });
const item = (given: Partial<RoadmapItem> = {}): RoadmapItem => ({ id: 'pay', title: 'Pay', outcome: '', horizon: 'now', links: [{ title: 'Plan', url: 'https://github.com/orgs/acme/projects/5/views/2?pane=info' }], declared: { health: 'on-track', note: 'Ours', on: null }, createdAt: 0, updatedAt: 0, ...given });

describe('what a Project says of a roadmap item', () => {
  it('stands in place of our own word, with who said it and where; the item itself is left as it is', () => {
    const own = item();
    const told = toldByProject(own, [project()], dateOf);
    expect(told).toEqual({ item: { ...own, declared: { health: 'at-risk', note: 'The bank is late.', on: dateOf(NOW - 2 * DAY) } }, from: { title: 'Checkout', url: 'https://github.com/orgs/acme/projects/5', by: 'maya', at: NOW - 2 * DAY } });
    expect(own.declared?.health).toBe('on-track');
  });

  it('gives its dates as the window of an item that has no horizon', () => {
    expect(toldByProject(item({ horizon: null, window: { from: null, to: day('2027-01-31') } }), [project()], dateOf).item.window).toEqual({ from: '2026-10-01', to: '2026-12-15' });
    expect(toldByProject(item(), [project()], dateOf).item).not.toHaveProperty('window');
  });

  it('counts only of a Project that the item links to, the newest word of several', () => {
    expect(toldByProject(item({ links: [{ title: 'Other', url: 'https://github.com/orgs/acme/projects/55' }] }), [project()], dateOf).from).toBeNull();
    const two = item({ links: [5, 6].map((number) => ({ title: 'Plan', url: `https://github.com/orgs/acme/projects/${number}` })) });
    expect(toldByProject(two, [project(), project({ number: 6, url: 'https://github.com/orgs/acme/projects/6', title: 'Later', status: status({ health: 'complete', at: NOW }) })], dateOf)).toMatchObject({ item: { declared: { health: 'complete' } }, from: { title: 'Later' } });
  });

  it('says nothing where it has said none of the five words and no dates', () => {
    expect(toldByProject(item(), [project({ status: null })], dateOf).from).toBeNull();
    expect(toldByProject(item(), [project({ status: status({ health: null }) })], dateOf)).toEqual({ item: item(), from: null });
  });
});

describe('Projects on the roadmap', () => {
  it('are offered for a first roadmap with their dates, once though two repositories are linked, and no more once an item links to them', async () => {
    const one = await house();
    await bring(one, issue(1));
    await one.store.commit({ job: null, planning: { project: PROJECT, projects: [project(), project({ number: 6, title: 'Search', url: 'https://github.com/orgs/acme/projects/6', status: status({ startsOn: null, targetOn: null }) }), project({ number: 7, title: 'A team’s board', url: 'https://github.com/orgs/acme/projects/7', status: null })] } });
    const found = await roadmapCandidates(one.ports);
    expect(found.filter(({ kind }) => kind === 'project')).toMatchObject([
      { dueOn: '2026-12-15', item: { id: 'checkout', outcome: 'Pay in two taps', horizon: null, window: { from: '2026-10-01', to: '2026-12-15' }, links: [{ title: 'Project Checkout', url: 'https://github.com/orgs/acme/projects/5' }] } },
      { dueOn: null, item: { id: 'search', horizon: 'next' } },
    ]);
    const [first] = found.filter(({ kind }) => kind === 'project');
    if (!first) throw new Error('no candidate');
    await saveRoadmapItem(one.ports, { ...first.item, id: 'pay' }, null);
    expect((await roadmapCandidates(one.ports)).flatMap(({ kind, item: { id } }) => (kind === 'project' ? [id] : []))).toEqual(['search']);
  });

  it('follow with the sync: health, note and window are the Project’s, what we keep stays ours', async () => {
    const one = await house();
    await bring(one, issue(1));
    await one.store.commit({ job: null, planning: { project: PROJECT, projects: [project()] } });
    await saveRoadmapItem(one.ports, { id: 'pay', title: 'Pay', outcome: '', horizon: null, window: { from: null, to: day('2027-03-01') }, links: [{ title: 'Plan', url: 'https://github.com/orgs/acme/projects/5' }] }, null);
    expect((await openRoadmap(one.ports)).items[0]).toMatchObject({ item: { declared: { health: 'at-risk' }, window: { to: '2026-12-15' } }, health: { declared: 'at-risk' }, fromProject: { title: 'Checkout', by: 'maya' }, own: { window: { to: '2027-03-01' } } });
    await one.store.commit({ job: null, planning: { project: PROJECT, projects: [project({ status: status({ health: 'off-track', at: NOW, targetOn: day('2027-01-20') }) })] } });
    expect((await openRoadmap(one.ports)).items[0]).toMatchObject({ item: { declared: { health: 'off-track' }, window: { to: '2027-01-20' } } });
    await one.store.commit({ job: null, planning: { project: PROJECT, projects: [] } });
    const [unlinked] = (await openRoadmap(one.ports)).items;
    expect(unlinked).toMatchObject({ item: { window: { to: '2027-03-01' } } });
    expect(unlinked).not.toHaveProperty('fromProject');
    expect((await one.store.roadmap())[0]).not.toHaveProperty('declared');
  });

  it('show the same health and days on badges, in the card and on the line of a page', async () => {
    const one = await house();
    await bring(one, issue(1, { labels: ['roadmap:pay'], status: { category: 'doing', name: 'open', guessedFrom: null } }), issue(2, { parent: key(1) }));
    await one.store.commit({ job: null, planning: { project: PROJECT, projects: [project({ status: status({ startsOn: day('2026-10-01'), targetOn: day('2026-11-10') }) })] } });
    await saveRoadmapItem(one.ports, { id: 'pay', title: 'Pay', outcome: '', horizon: null, window: { from: null, to: day('2027-03-01') }, belongs: [{ parent: 'acme/shop#1' }], links: [{ title: 'Plan', url: 'https://github.com/orgs/acme/projects/5' }] }, null);
    const roadmap = (await openRoadmap(one.ports)).items[0];
    // Its Project's last day is past, ours is not.
    expect(roadmap?.health.computed).toBe('off-track');
    const [badge] = (await describeIssues(one.ports, [key(1)])).badges;
    expect([badge?.roadmap?.health, badge?.name]).toEqual(['off-track', expect.stringContaining('off track')]);
    const card = await cardItem(one.ports, key(1));
    expect(card?.entry).toMatchObject({ health: roadmap?.health, fromProject: roadmap?.fromProject, own: { window: { to: '2027-03-01' } } });
    expect((await openCard(one.ports, key(1)))?.roadmapItem?.window?.to).toBe('2026-11-10');
    const [line] = await pageLine(one.ports, { project: PROJECT, board: null, milestone: null, keys: [key(1)] }, []);
    expect(line).toMatchObject({ kind: 'item', health: 'off-track', reason: roadmap?.health.reasons[0], facts: expect.arrayContaining(['said to be at risk by its Project']) });
  });
});
