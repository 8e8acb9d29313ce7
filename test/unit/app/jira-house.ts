import type { Ports } from '../../../lib/app/ports.ts';
import type { Issue } from '../../../lib/core/issue.ts';
import { jiraIssueKey, jiraProjectKey, jiraSprintKey, parseJiraKey, trackerOfKey } from '../../../lib/core/keys.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import { plainDate } from '../../../lib/core/work-calendar.ts';
import type { ProjectRow } from '../../../lib/storage/rows.ts';
import type { Account, Credentials, Exchanged, Tracker, TrackerError } from '../../../lib/trackers/tracker.ts';
import { house, issue, NOW } from './house.ts';

export const HOST = 'acme.atlassian.net';
export const SHOP = jiraProjectKey(HOST, 'SHOP');
const DAY = 86_400_000;

/** What a Jira answers when it is asked whose account it is; every question it was asked is remembered. */
export interface Desk {
  readonly asked: Credentials[];
  answer(credentials: Credentials): Exchanged<Account>;
}

export const desk = (answer: Desk['answer']): Desk => ({ asked: [], answer });
export const refused = (error: TrackerError, site?: unknown): Exchanged<Account> => ({ outcome: { ok: false, error }, allowance: null, ...(site === undefined ? {} : { site }) });
export const known = (account: Partial<Account> = {}): Exchanged<Account> => ({ outcome: { ok: true, value: { login: 'maya', tokenKind: 'session', missing: [], expiresAt: null, ...account } }, allowance: null });

/** The use cases over the real store, with a Jira that has a desk and nothing behind it: what is read is put into the store as a sync would. */
export async function jiraHouse(at: Desk = desk(() => known()), answers?: Parameters<typeof house>[0]) {
  const one = await house(answers);
  const jira = {
    kind: 'jira', without: 'session', shares: true,
    sprintProjectOf: (key: string) => { const place = parseJiraKey(key); return place && jiraProjectKey(place.host, place.project); },
    checkAccount: async (credentials: Credentials) => {
      at.asked.push(credentials);
      return at.answer(credentials);
    },
  } as unknown as Tracker; // only what the use cases under test ask of it
  const trackerFor: Ports['trackerFor'] = (subject, kind = 'github') => {
    const which = trackerOfKey(subject) ?? (subject.endsWith('.atlassian.net') ? 'jira' : subject === 'github.com' ? 'github' : kind);
    return which === 'jira' ? jira : one.ports.trackerFor(subject, which);
  };
  const refreshed: string[] = [];
  const ports: Ports = { ...one.ports, trackerFor, sync: { ...one.ports.sync, refresh: async (project) => void refreshed.push(project) } };
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
  const job = { id: 'test', kind: 'changes', project: SHOP, host: HOST, dueAt: NOW, cursor: null, attempts: 0, error: null, finishedAt: null } as const;
  await store.putJobs([job]);
  await store.commit({ job, issues: what.issues ?? [], sprints: what.sprints ?? [], ...(what.baselines === undefined ? {} : { baselines: { project: SHOP, at: what.baselines } }) });
}
