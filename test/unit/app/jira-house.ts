import type { Ports } from '../../../lib/app/ports.ts';
import type { Issue } from '../../../lib/core/issue.ts';
import { jiraIssueKey, jiraProjectKey, jiraSprintKey } from '../../../lib/core/keys.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import type { ProjectRow } from '../../../lib/storage/rows.ts';
import { house, issue, NOW, wholeOf } from './house.ts';

export const HOST = 'acme.atlassian.net';
export const SHOP = jiraProjectKey(HOST, 'SHOP');
const DAY = 86_400_000;

/** The use cases over the real store and the real tracker; `answers` is the site as it answers at the edge. */
export async function jiraHouse(answers?: Parameters<typeof house>[0]) {
  const one = await house(answers);
  const refreshed: string[] = [];
  const ports: Ports = { ...one.ports, sync: { ...one.ports.sync, refresh: async (project) => void refreshed.push(project) } };
  const project = (more: Partial<ProjectRow> = {}) => one.store.putProject({ project: SHOP, host: HOST, name: 'SHOP', visitedAt: NOW + 1, state: 'ready', complete: true, syncedAt: NOW, error: null, ...more });
  await project();
  return { ...one, ports, project, refreshed };
}

export function jiraIssue(number: number, more: Partial<Issue> = {}): Issue {
  return { ...issue(number), key: jiraIssueKey(HOST, `SHOP-${number}`), project: SHOP, tracker: 'jira', reference: `SHOP-${number}`, url: `https://${HOST}/browse/SHOP-${number}`, ...more };
}

/** A sprint that runs from Monday the 9th to Friday the 20th; it is Wednesday the 18th. */
export function jiraSprint(number: number, more: Partial<Sprint> = {}): Sprint {
  return {
    key: jiraSprintKey(SHOP, number), project: SHOP, number, title: `Sprint ${number}`, url: `https://${HOST}/jira/software/c/projects/SHOP/boards/3`, state: 'open', description: '', goalIn: 'field',
    board: { id: 3, name: 'Checkout' }, startsOn: plainDate('2026-11-09'), dueOn: plainDate('2026-11-20'), createdAt: NOW - 20 * DAY, updatedAt: NOW - DAY, openIssues: 0, closedIssues: 0, ...more,
  };
}

/** Stores what a finished step of the sync would. */
export async function bringJira({ store }: Awaited<ReturnType<typeof jiraHouse>>, what: { issues?: Issue[]; sprints?: Sprint[]; baselines?: number }): Promise<void> {
  const job = wholeOf(SHOP, HOST);
  await store.putJobs([job]);
  await store.commit({ job, issues: what.issues ?? [], sprints: what.sprints ?? [], ...(what.baselines === undefined ? {} : { baselines: { project: SHOP, at: what.baselines } }) });
}
