import type { Issue } from '../model/issue.ts';
import type { Project, ProjectItem } from '../model/world.ts';
import { SPRINT_NEXT, SPRINT_NOW } from './milestones.ts';

const FIRST_ITEM = 128_131_780;

/** The team's board: the sprint in columns, one draft card, the rest of the backlog in the first column. */
export function seedProject(issues: Iterable<Issue>): Project {
  const work = [...issues].filter((issue) => issue.pull === null && (issue.milestone === SPRINT_NOW || issue.milestone === SPRINT_NEXT)).slice(-60);
  const inSprint = work.filter((issue) => issue.milestone === SPRINT_NOW);
  const open = inSprint.filter((issue) => issue.state === 'open');
  const doing = open.filter((issue) => issue.labels.includes('in progress'));
  let next = FIRST_ITEM;
  const item = (issue: Issue): ProjectItem => ({ id: next++, repository: 'acme/shop', number: issue.number });
  return {
    owner: 'acme', number: 1, title: 'Shop delivery',
    columns: [
      { name: 'Backlog', items: work.filter((issue) => issue.milestone === SPRINT_NEXT && issue.state === 'open').map(item) },
      { name: 'Ready', items: [...open.filter((issue) => !doing.includes(issue)).map(item), { id: next++, repository: 'acme/shop', number: null, draftTitle: 'Ask support for voucher numbers' }] },
      { name: 'In Progress', items: doing.map(item) },
      { name: 'Done', items: inSprint.filter((issue) => issue.state === 'closed').map(item) },
    ],
  };
}
