import type { Milestone } from '../model/repository.ts';
import { countsOf, representMilestone } from '../represent/milestone.ts';
import { type Answer, ok, type RepositoryCall } from './answer.ts';
import { field } from './body.ts';
import { paged } from './link.ts';
import { invalid, notFound } from './refusals.ts';

export function listMilestones({ world, repository, role, query }: RepositoryCall): Answer {
  const state = query.get('state') ?? 'open';
  const rows = [...repository.milestones.values()].filter((milestone) => state === 'all' || milestone.state === state).sort(orderOf(query, repository));
  const page = paged(rows.map((milestone) => representMilestone(world, repository, milestone, role)), `${role.apiRoot}/repositories/${repository.id}/milestones`, query);
  return ok(page.rows, page.headers);
}

export function getMilestone({ world, repository, role }: RepositoryCall, number: string): Answer {
  const milestone = repository.milestones.get(Number(number));
  return milestone ? ok(representMilestone(world, repository, milestone, role)) : notFound();
}

export function patchMilestone(call: RepositoryCall, number: string): Answer {
  const milestone = call.repository.milestones.get(Number(number));
  if (!milestone) return notFound();
  const [title, description, state, dueOn] = (['title', 'description', 'state', 'due_on'] as const).map((name) => field(call.body, name));
  if (title === '') return invalid('Milestone', 'title', 'missing_field');
  if (typeof title === 'string') milestone.title = title;
  if (typeof description === 'string' || description === null) milestone.description = description;
  if (typeof dueOn === 'string' || dueOn === null) milestone.dueOn = dueOn;
  if ((state === 'open' || state === 'closed') && state !== milestone.state) Object.assign(milestone, { state, closedAt: state === 'closed' ? call.at : null });
  milestone.updatedAt = call.at;
  call.repository.revision += 1;
  return getMilestone(call, number);
}

/** By due date unless asked for completeness; those without a date come last when ascending. */
function orderOf(query: URLSearchParams, repository: RepositoryCall['repository']): (one: Milestone, other: Milestone) => number {
  const sign = query.get('direction') === 'desc' ? -1 : 1;
  if (query.get('sort') !== 'completeness') return (one, other) => sign * (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999');
  const done = (milestone: Milestone): number => {
    const { open, closed } = countsOf(repository).get(milestone.number) ?? { open: 0, closed: 0 };
    return closed / Math.max(1, open + closed);
  };
  return (one, other) => sign * (done(one) - done(other));
}
