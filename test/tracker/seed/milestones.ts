import type { Milestone } from '../model/repository.ts';
import { DAY, iso, workingDaysAfter } from './dates.ts';

export const SPRINT_PAST = 1;
export const SPRINT_NOW = 2;
export const SPRINT_NEXT = 3;
export const RELEASE = 4;

/** One sprint behind, one under way, one ahead, and a release that nobody has dated. */
export function seedMilestones(now: Date, firstId: number): Map<number, Milestone> {
  const at = now.getTime();
  const rows: readonly Omit<Milestone, 'id' | 'creator'>[] = [
    {
      number: SPRINT_PAST, title: 'Sprint 23', state: 'closed', createdAt: iso(at - 40 * DAY), updatedAt: iso(at - 5 * DAY),
      dueOn: `${iso(at - 6 * DAY).slice(0, 10)}T08:00:00Z`, closedAt: iso(at - 5 * DAY),
      description: 'Sprint Goal: Customers can return a parcel without calling us. The label is printed at the pick-up point.',
    },
    {
      number: SPRINT_NOW, title: 'Sprint 24', state: 'open', createdAt: iso(at - 20 * DAY), updatedAt: iso(at - 2 * DAY),
      dueOn: workingDaysAfter(now, 6), closedAt: null,
      description: 'Sprint Goal: Returning customers can pay in under thirty seconds. Express checkout works for saved addresses and cards. Support hears less about vouchers.',
    },
    {
      number: SPRINT_NEXT, title: 'Sprint 25', state: 'open', createdAt: iso(at - 9 * DAY), updatedAt: iso(at - 3 * DAY),
      dueOn: workingDaysAfter(now, 16), closedAt: null,
      description: 'Sprint Goal: Sellers see their stock as customers see it. Imports no longer run at night only.',
    },
    {
      number: RELEASE, title: 'Marketplace 2.0', state: 'open', createdAt: iso(at - 200 * DAY), updatedAt: iso(at - 14 * DAY),
      dueOn: null, closedAt: null, description: 'Everything a second seller needs before we open the marketplace.',
    },
  ];
  return new Map(rows.map((row, index) => [row.number, { ...row, id: firstId + index, creator: 'maya' }]));
}
