import type { Plan } from '../model/plan.ts';

/** Somebody moves an issue to an iteration of a plan, or out of it. An issue that is not in the plan yet joins it. */
export function planInto(plan: Plan, repository: string, number: number, iteration: string | null, at: string): void {
  const known = plan.items.find((item) => item.repository === repository && item.number === number && item.archivedAt === null);
  if (known) Object.assign(known, { iteration, updatedAt: at });
  else plan.items.push({ id: plan.id * 1000 + plan.items.length + 1, repository, number, createdAt: at, updatedAt: at, archivedAt: null, status: 'Ready', iteration, startDate: null, targetDate: null });
  plan.updatedAt = at;
}
