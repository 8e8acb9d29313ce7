import type { Milestone, Repository } from '../model/repository.ts';
import { fullName } from '../model/repository.ts';
import type { World } from '../model/world.ts';
import { type MilestoneRow, nodeId, type Roots } from './schemas.ts';
import { representUser } from './user.ts';

const counts = new WeakMap<Map<number, unknown>, { revision: number; byNumber: Map<number, { open: number; closed: number }> }>();

export function representMilestone(world: World, repository: Repository, milestone: Milestone, roots: Roots): MilestoneRow {
  const url = `${roots.apiRoot}/repos/${fullName(repository)}/milestones/${milestone.number}`;
  const { open, closed } = countsOf(repository).get(milestone.number) ?? { open: 0, closed: 0 };
  return {
    url, html_url: `${roots.siteRoot}/${fullName(repository)}/milestone/${milestone.number}`, labels_url: `${url}/labels`, id: milestone.id,
    node_id: nodeId('MI', milestone.id), number: milestone.number, title: milestone.title, description: milestone.description,
    creator: representUser(world, milestone.creator, roots), open_issues: open, closed_issues: closed, state: milestone.state,
    created_at: milestone.createdAt, updated_at: milestone.updatedAt, due_on: milestone.dueOn, closed_at: milestone.closedAt,
  };
}

/** Counted once after a write: every issue row of a planned issue carries its milestone's counts. */
export function countsOf(repository: Repository): Map<number, { open: number; closed: number }> {
  const known = counts.get(repository.issues);
  if (known?.revision === repository.revision) return known.byNumber;
  const byNumber = new Map<number, { open: number; closed: number }>();
  for (const issue of repository.issues.values()) {
    if (issue.milestone === null) continue;
    const count = byNumber.get(issue.milestone) ?? { open: 0, closed: 0 };
    count[issue.state] += 1;
    byNumber.set(issue.milestone, count);
  }
  counts.set(repository.issues, { revision: repository.revision, byNumber });
  return byNumber;
}
