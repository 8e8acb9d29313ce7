import 'fake-indexeddb/auto';
import type { Ports } from '../../../lib/app/ports.ts';
import { createScorer } from '../../../lib/core/backlog/scorer.ts';
import { modelById } from '../../../lib/core/scoring/registry.ts';
import { githubIssueKey, githubProjectKey } from '../../../lib/core/keys.ts';
import type { Issue, IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { workCalendar } from '../../../lib/core/work-calendar.ts';
import type { JobRow } from '../../../lib/storage/rows.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { trackersWith } from '../../../lib/trackers/registry.ts';
import { FakeJira } from '../sync/fake-jira.ts';

export const NOW = Date.UTC(2026, 10, 18, 9);
export const PROJECT = githubProjectKey('github.com', 'acme', 'shop');
export const key = (number: number): IssueKey => githubIssueKey('github.com', 'acme', 'shop', number);

let opened = 0;

/** The use cases over the real store, with a clock that stands and a sync that only remembers that it was called. */
export async function house(answers: (url: string, init?: RequestInit) => Response = () => new Response('{}', { status: 500 })) {
  let now = NOW;
  const github = trackersWith({ fetch: async (input, init) => answers(input instanceof Request ? input.url : String(input), init), now: () => now });
  const jira = new FakeJira(() => now);
  const heard: { keys: readonly IssueKey[]; projects: readonly ProjectKey[] }[] = [];
  let woken = 0;
  const store = await openStore({
    name: `app-${(opened += 1)}`,
    now: () => now,
    scorerFor: (settings, roadmap, at) => {
      const model = modelById(settings.model);
      return createScorer({ model, weights: settings.weights[model.id] ?? {}, roadmap, calendar: workCalendar(settings.calendar), now: at });
    },
  });
  const ports: Ports = {
    store,
    now: () => now,
    trackerFor: (subject, kind) => (subject.includes('atlassian.net/') ? jira : github(subject, kind)),
    changed: (keys, projects) => void heard.push({ keys, projects }),
    sync: { visit: async () => 'ready', refresh: async () => undefined, backOnline: async () => undefined, wake: () => void (woken += 1) },
  };
  await store.putProject({ project: PROJECT, host: 'github.com', name: 'acme/shop', visitedAt: NOW, state: 'ready', complete: true, syncedAt: NOW, error: null });
  await store.putJobs([wholeOf(PROJECT, 'github.com')]);
  return { ports, store, heard, woken: () => woken, pass: (ms: number) => void (now += ms), signIn: (missing: string[] = []) => store.putConnection({ host: 'github.com', tracker: 'github', login: 'maya', tokenKind: 'fine-grained', missing, state: 'ok', expiresAt: null, checkedAt: NOW }, 'secret-token') };
}

export function issue(number: number, more: Partial<Issue> = {}): Issue {
  return {
    key: key(number), project: PROJECT, tracker: 'github', kind: 'issue', number, reference: `#${number}`, id: String(1000 + number), title: `Issue ${number}`, url: `https://github.com/acme/shop/issues/${number}`,
    status: { category: 'todo', name: 'open', guessedFrom: null }, resolution: null, reopened: false, draft: false, type: null, author: 'jo', assignees: [], labels: [], fields: [],
    sprint: null, parent: null, estimate: null, dueOn: null, createdAt: NOW - 40 * 86_400_000, updatedAt: NOW - 86_400_000, closedAt: null, votes: 3, comments: 0, dependencies: null, subIssues: null,
    ...more,
  };
}

/** The job of a project that has been read from the beginning to its end. */
export function wholeOf(project: ProjectKey, host: string): JobRow {
  return { id: `changes:${project}`, kind: 'changes', project, host, dueAt: NOW, cursor: null, attempts: 0, error: null, finishedAt: NOW };
}

export type House = Awaited<ReturnType<typeof house>>;

/** Stores issues as a finished step of the sync would. */
export async function bring({ store }: House, ...issues: Issue[]): Promise<void> {
  const job = wholeOf(PROJECT, 'github.com');
  await store.putJobs([job]);
  await store.commit({ job, issues });
}
