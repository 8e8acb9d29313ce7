import type { Issue } from '../model/issue.ts';
import type { Plan, PlanItem, PlanIteration } from '../model/plan.ts';
import { DAY, iso } from './dates.ts';
import { SPRINT_NEXT, SPRINT_NOW, SPRINT_PAST } from './milestones.ts';

const FIRST_PLAN = 17_800_100;
const FIRST_ITEM = 140_200_000;

/** Two plans of the organisation that share issues, one that is closed, and one of a person: iterations behind, under way and ahead, with a week off before and after the one that runs next. */
export function seedPlans(shop: Iterable<Issue>, api: Iterable<Issue>, now: Date): Plan[] {
  const issues = [...shop].filter((issue) => issue.pull === null);
  const planned = (milestone: number) => issues.filter((issue) => issue.milestone === milestone);
  const [past, present, next] = [planned(SPRINT_PAST), planned(SPRINT_NOW).slice(0, 18), planned(SPRINT_NEXT).slice(0, 9)];
  const at = iso(now.getTime() - 3 * DAY);
  let id = FIRST_ITEM;
  const item = (repository: string, issue: Issue | null, iteration: string | null, more: Partial<PlanItem> = {}): PlanItem =>
    ({ id: id++, repository, number: issue?.number ?? null, createdAt: iso(now.getTime() - 40 * DAY), updatedAt: at, archivedAt: null, status: issue?.state === 'closed' ? 'Done' : 'Ready', iteration, startDate: null, targetDate: null, ...more });
  const delivery = plan(now, {
    number: 1, title: 'Shop delivery', summary: 'What the storefront team works on', repositories: ['acme/shop', 'acme/api'], duration: 14,
    iterations: [iteration(now, 'a1b2c3d4', 'Iteration 7', -53, 14), iteration(now, 'b2c3d4e5', 'Iteration 8', -39, 14), iteration(now, 'c3d4e5f6', 'Iteration 9', -18, 14), iteration(now, 'cfc16e4d', 'Iteration 10', -4, 14), iteration(now, 'd4e5f607', 'Iteration 11', 17, 14)],
    statusUpdates: [
      { id: 9001, creator: 'jonas-k', createdAt: iso(now.getTime() - 17 * DAY), status: 'ON_TRACK', body: 'Payments are in the hands of testers.', startDate: day(now, -53), targetDate: day(now, 30) },
      { id: 9002, creator: 'maya', createdAt: iso(now.getTime() - 2 * DAY), status: 'AT_RISK', body: 'The card provider moved its certification by a week.', startDate: day(now, -53), targetDate: day(now, 37) },
    ],
    items: [
      ...past.slice(0, 6).map((issue) => item('acme/shop', issue, 'c3d4e5f6')), ...present.map((issue) => item('acme/shop', issue, 'cfc16e4d', { startDate: day(now, -4), targetDate: day(now, 9) })),
      ...next.map((issue) => item('acme/shop', issue, 'd4e5f607')), ...[...api].filter(({ pull }) => pull === null).slice(0, 4).map((issue) => item('acme/api', issue, 'cfc16e4d')),
      ...issues.slice(0, 3).map((issue) => item('acme/shop', issue, null)), item('acme/shop', null, 'cfc16e4d', { draftTitle: 'Ask support for voucher numbers' }),
      ...present.slice(0, 1).map((issue) => item('acme/shop', issue, 'cfc16e4d', { archivedAt: at })),
    ],
  });
  const platform = plan(now, {
    number: 2, title: 'Platform', summary: null, repositories: ['acme/shop'], duration: 7,
    iterations: [iteration(now, '0aa10001', 'Week 46', -9, 7), iteration(now, '0aa10002', 'Week 47', -2, 7), iteration(now, '0aa10003', 'Week 48', 5, 7)],
    statusUpdates: [{ id: 9003, creator: 'lin-wei', createdAt: iso(now.getTime() - 6 * DAY), status: 'ON_TRACK', body: '', startDate: null, targetDate: null }],
    items: [...present.slice(0, 4).map((issue) => item('acme/shop', issue, '0aa10002')), ...next.slice(0, 2).map((issue) => item('acme/shop', issue, '0aa10003'))],
  });
  const over = plan(now, { number: 3, title: 'Christmas 2025', repositories: ['acme/shop'], closedAt: iso(now.getTime() - 300 * DAY), items: [] });
  const personal = plan(now, { number: 1, owner: 'maya', ownerKind: 'User', title: 'Maya’s list', repositories: [], items: [] });
  return [delivery, platform, over, personal].map((one, index) => ({ ...one, id: FIRST_PLAN + index }));
}

function plan(now: Date, given: Partial<Plan> & Pick<Plan, 'number' | 'title'>): Plan {
  return {
    id: 0, owner: 'acme', ownerKind: 'Organization', summary: null, public: false, createdAt: iso(now.getTime() - 200 * DAY), updatedAt: iso(now.getTime() - 2 * DAY), closedAt: null,
    repositories: [], iterations: [], duration: 14, statusUpdates: [], items: [], ...given,
  };
}

const day = (now: Date, offset: number): string => iso(now.getTime() + offset * DAY).slice(0, 10);
const iteration = (now: Date, id: string, title: string, start: number, duration: number): PlanIteration => ({ id, title, startDate: day(now, start), duration });
