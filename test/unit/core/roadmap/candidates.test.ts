import { describe, expect, it } from 'vitest';
import { githubProjectKey, jiraProjectKey, jiraSprintKey, milestoneKey } from '../../../../lib/core/keys.ts';
import { candidatesOf } from '../../../../lib/core/roadmap/candidates.ts';
import type { RoadmapItem } from '../../../../lib/core/roadmap/roadmap-item.ts';
import type { Sprint } from '../../../../lib/core/sprint/sprint.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';
import { buildIssue, statusOf } from '../build.ts';

const today = '2026-11-22' as PlainDate;
const shop = githubProjectKey('github.com', 'acme', 'shop');
const api = githubProjectKey('github.com', 'acme', 'api');
const jira = jiraProjectKey('acme.atlassian.net', 'SHOP');
const sprint = (title: string, more: Partial<Sprint> = {}): Sprint => ({ key: milestoneKey(shop, 3), project: shop, number: 3, title, url: '', state: 'open', description: '', startsOn: null, dueOn: null, createdAt: 0, updatedAt: 0, openIssues: 4, closedIssues: 1, ...more });
const due = (text: string) => ({ dueOn: text as PlainDate });
const plan = (...sprints: Sprint[]) => [{ project: shop, sprints, open: [] }];
const item = (more: Partial<RoadmapItem>): RoadmapItem => ({ id: 'other', title: 'Other', outcome: '', horizon: 'now', createdAt: 0, updatedAt: 0, ...more });

describe('a first roadmap', () => {
  it('takes open milestones of GitHub, with the rule that their issues belong', () => {
    expect(candidatesOf(plan(sprint('Holiday readiness'), sprint('Old', { state: 'closed' })), [], today)).toEqual([
      { kind: 'milestone', project: 'acme/shop', openIssues: 4, dueOn: null, item: { id: 'holiday-readiness', title: 'Holiday readiness', outcome: '', horizon: 'next', belongs: [{ milestone: 'Holiday readiness', project: 'acme/shop' }] } },
    ]);
  });
  it('reads the horizon from the due date: within a quarter, within two, and later', () => {
    const found = candidatesOf(plan(sprint('C', due('2028-01-01')), sprint('A', due('2026-10-01')), sprint('B', due('2027-04-01')), sprint('A2', due('2027-02-20'))), [], today);
    expect(found.map(({ item: { title, horizon } }) => [title, horizon])).toEqual([['A', 'now'], ['A2', 'now'], ['B', 'next'], ['C', 'later']]);
  });
  it('takes no sprint of Jira, but its epics and the versions that are not out', () => {
    const versions = [{ name: '4.0', releaseOn: '2027-03-01' as PlainDate, released: false }, { name: '3.9', releaseOn: null, released: true }];
    const open = [
      buildIssue({ project: jira, tracker: 'jira', reference: 'SHOP-7', title: 'One-tap returns', type: 'Epic', status: statusOf('doing'), dueOn: null, subIssues: null, versions: [] }),
      buildIssue({ project: jira, tracker: 'jira', reference: 'SHOP-8', title: 'A story', type: 'Story', subIssues: null, versions }),
    ];
    const found = candidatesOf([{ project: jira, sprints: [sprint('SHOP Sprint 5', { key: jiraSprintKey(jira, 5), project: jira })], open }], [], today);
    expect(found.map(({ kind, item: { title, horizon, belongs } }) => [kind, title, horizon, belongs])).toEqual([
      ['version', '4.0', 'next', [{ version: '4.0', project: 'SHOP' }]], ['epic', 'One-tap returns', 'now', [{ parent: 'SHOP-7' }]],
    ]);
  });
  it('names an issue with children on GitHub by its repository', () => {
    const open = [buildIssue({ reference: '#12', title: 'Payments', subIssues: { total: 5, completed: 2 }, status: statusOf('todo'), dueOn: null }), buildIssue({ title: 'Alone', subIssues: { total: 0, completed: 0 } })];
    expect(candidatesOf([{ project: shop, sprints: [], open }], [], today)).toMatchObject([{ kind: 'epic', openIssues: 3, item: { horizon: 'next', belongs: [{ parent: 'acme/shop#12' }] } }]);
  });
  it('makes one item of what two projects call alike', () => {
    const found = candidatesOf([...plan(sprint('Launch')), { project: api, sprints: [sprint('Launch', { openIssues: 2 })], open: [] }], [], today);
    expect(found).toMatchObject([{ project: 'acme/shop and acme/api', openIssues: 6, item: { id: 'launch', belongs: [{ project: 'acme/shop' }, { project: 'acme/api' }] } }]);
  });
  it('leaves out what an item names already, by its id, a former one, or its rule', () => {
    const plans = plan(sprint('Launch'), sprint('Renamed'), sprint('By rule'));
    const items = [item({ id: 'launch' }), item({ formerIds: ['renamed'] }), item({ belongs: [{ milestone: 'by rule', project: 'Acme/Shop' }] })];
    expect(candidatesOf(plans, items, today)).toEqual([]);
  });
});
