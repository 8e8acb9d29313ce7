import { describe, expect, it } from 'vitest';
import type { ProjectKey } from '../../../../lib/core/issue.ts';
import { planDifferences, plannedWindow, planWords, readPlans, type TrackerPlan } from '../../../../lib/core/roadmap/tracker-plan.ts';
import type { PlainDate } from '../../../../lib/core/time.ts';

const [SHOP, JIRA] = ['github.com/acme/shop', 'acme.atlassian.net/SHOP'] as ProjectKey[] as [ProjectKey, ProjectKey];
const day = (text: string): PlainDate => text as PlainDate;
const plan = (kind: TrackerPlan['kind'], project: ProjectKey, name: string, more: Partial<TrackerPlan> = {}): TrackerPlan => ({ kind, project, name, words: planWords(kind, project, name), url: null, startsOn: null, dueOn: null, done: false, ...more });
const milestone = plan('milestone', SHOP, '4.2', { dueOn: day('2026-12-12'), startsOn: day('2026-11-01'), url: 'https://github.com/acme/shop/milestone/3' });
const version = plan('version', JIRA, '2.1', { dueOn: day('2027-01-15') });
const plans = readPlans([milestone, version, plan('version', 'other.atlassian.net/SHOP2' as ProjectKey, '2.1')]);

describe('what the trackers plan of an item', () => {
  it('is found by a rule of its kind, in its project where one is named, and by a link', () => {
    expect(plans.plansOf({ belongs: [{ milestone: ' 4.2 ', project: 'ACME/shop' }] })).toEqual([milestone]);
    expect(plans.plansOf({ belongs: [{ version: '2.1', project: 'SHOP' }] })).toEqual([version]);
    expect(plans.plansOf({ belongs: [{ version: '2.1' }] })).toHaveLength(2);
    expect(plans.plansOf({ belongs: [{ milestone: '4.2' }], links: [{ title: 'It', url: 'https://github.com/acme/shop/milestone/3' }] })).toEqual([milestone]);
    expect(plans.plansOf({ belongs: [{ label: '4.2' }, { milestone: '2.1' }] })).toEqual([]);
  });

  it('gives an item its days only where it has none of its own', () => {
    expect(plannedWindow({}, [milestone, version])).toEqual({ from: '2026-11-01', to: '2027-01-15' });
    const own = { from: null, to: day('2026-11-30') };
    expect(plannedWindow({ window: own }, [milestone])).toBe(own);
    expect(plannedWindow({}, [plan('version', JIRA, '3')])).toBeUndefined();
    // A start after the end is a tracker's mistake: the end is what counts.
    expect(plannedWindow({}, [plan('version', JIRA, '3', { startsOn: day('2027-02-01'), dueOn: day('2027-01-01') })])).toEqual({ from: null, to: '2027-01-01' });
  });

  it('is told where the item says otherwise', () => {
    const window = { from: null, to: day('2026-11-30') };
    expect(planDifferences({ window }, 3, [milestone], (date) => date)).toEqual(['The GitHub milestone 4.2 of acme/shop is due 2026-12-12, the item’s window ends 2026-11-30.']);
    expect(planDifferences({}, 3, [{ ...version, done: true }], String)).toEqual(['The Jira version 2.1 is done, with 3 of the item’s issues open.']);
    expect(planDifferences({ declared: { health: 'complete', note: '', on: null } }, 0, [version], String)).toEqual(['The item is declared complete, the Jira version 2.1 is not done.']);
    expect(planDifferences({ window: { from: null, to: day('2026-12-12') } }, 3, [milestone], String)).toEqual([]);
  });
});
