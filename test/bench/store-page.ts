/** Runs inside a page of the extension, over real IndexedDB: what 50,000 issues cost. The results are left on `globalThis.benchResults`. */
import { badgesOf } from '../../lib/app/describe-issues.ts';
import { openRoadmap } from '../../lib/app/open-roadmap.ts';
import type { Ports } from '../../lib/app/ports.ts';
import { roadmapIssues } from '../../lib/app/roadmap-issues.ts';
import { sprintReport } from '../../lib/app/sprint-report.ts';
import { createScorer } from '../../lib/core/backlog/scorer.ts';
import { backlogKey, githubIssueKey } from '../../lib/core/keys.ts';
import { modelById } from '../../lib/core/scoring/registry.ts';
import { workCalendar } from '../../lib/core/work-calendar.ts';
import { openStore } from '../../lib/storage/indexeddb-store.ts';
import type { JobRow } from '../../lib/storage/rows.ts';
import { ITEMS, largeIssue, largeRoadmap, PROJECT, SPRINT } from './large-backlog.ts';
import { middle } from './middle.ts';

const DAY = 86_400_000;

async function timed(times: number, work: (turn: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now();
    await work(turn);
    taken.push(performance.now() - begun);
  }
  return middle(taken);
}

/** The same 100 rows by plain IndexedDB, one transaction: what no store can beat. */
async function floor(name: string, keys: readonly string[]): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
  const result = await timed(25, () => {
    const store = db.transaction('issues').objectStore('issues');
    return Promise.all(keys.map((key) => new Promise((resolve, reject) => {
      const request = store.get(key);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error(key));
    })));
  });
  db.close();
  return result;
}

/** The roadmap as its page asks for it, the issues of one item, and the counting of all issues anew after a rule has changed. */
async function benchRoadmap(store: Awaited<ReturnType<typeof openStore>>, now: number, count: number): Promise<{ roadmap: number; itemIssues: number; recount: number }> {
  const ports: Ports = { store, now: () => now, trackerFor: () => null, changed: () => undefined, sync: { visit: async () => 'ready', refresh: async () => undefined, backOnline: async () => undefined, wake: () => undefined } };
  await store.amendRoadmap(() => [{ put: largeRoadmap(now), remove: [] }, undefined]);
  const begun = performance.now();
  const job = (await store.jobs()).find(({ kind }) => kind === 'recount');
  if (!job) throw new Error('Nothing is to be counted.');
  for (let step = 0; step <= Math.ceil(count / 1000); step += 1) await store.recount(job, 1000);
  const recount = performance.now() - begun;
  const shown = await openRoadmap(ports);
  if (shown.items.length !== ITEMS || shown.counting) throw new Error('The roadmap is not counted.');
  return { recount, roadmap: await timed(9, () => openRoadmap(ports)), itemIssues: await timed(9, (turn) => roadmapIssues(ports, `item-${2 * turn}`)) };
}

/** Everything about the sprint of some sixty issues, as the popup asks for it, after the first time. */
async function benchSprint(store: Awaited<ReturnType<typeof openStore>>, now: number): Promise<number> {
  const ports: Ports = { store, now: () => now, trackerFor: () => null, changed: () => undefined, sync: { visit: async () => 'ready', refresh: async () => undefined, backOnline: async () => undefined, wake: () => undefined } };
  const dueOn = workCalendar((await store.settings()).calendar).dateOf(now + 5 * DAY);
  await store.commit({ job: null, sprints: [{ key: SPRINT, project: PROJECT, number: 1, title: 'Sprint 1', url: '', state: 'open', description: 'Sprint Goal: Faster', startsOn: null, dueOn, createdAt: now - 7 * DAY, updatedAt: now, openIssues: 0, closedIssues: 0 }], snapshots: { project: PROJECT, at: now } });
  if ((await sprintReport(ports, PROJECT, null)) === null) throw new Error('There is no report.');
  return timed(9, () => sprintReport(ports, PROJECT, null));
}

async function bench(count: number): Promise<Record<string, number>> {
  const now = Date.now();
  const name = `bench-${now}`;
  const store = await openStore({
    name,
    scorerFor: (settings, roadmap, at) => {
      const model = modelById(settings.model);
      return createScorer({ model, weights: settings.weights[model.id] ?? {}, roadmap, calendar: workCalendar(settings.calendar), now: at });
    },
  });
  const job: JobRow = { id: 'bench', kind: 'changes', project: PROJECT, host: 'github.com', dueAt: now, cursor: null, attempts: 0, error: null, finishedAt: null };
  await store.putProject({ project: PROJECT, host: 'github.com', name: 'bench/large', visitedAt: now, state: 'ready', complete: true, syncedAt: now, error: null });
  await store.putJobs([job]);
  const before = (await navigator.storage.estimate()).usage ?? 0;
  const filled = performance.now();
  for (let from = 1; from <= count; from += 1000) await store.commit({ job, issues: Array.from({ length: Math.min(1000, count - from + 1) }, (_, index) => largeIssue(from + index, now)) });
  const filling = performance.now() - filled;
  const keys = (turn: number) => Array.from({ length: 100 }, (_, index) => githubIssueKey('github.com', 'bench', 'large', 1 + ((turn * 7919 + index * 467) % count)));
  const badges = await timed(25, async (turn) => badgesOf(await store.material(keys(turn)), keys(turn), now));
  const changed = (many: number) => timed(11, (turn) => store.commit({ job, issues: Array.from({ length: many }, (_, index) => ({ ...largeIssue(1 + ((turn * 104_729 + index * 491) % count), now, 500 + turn), updatedAt: now + turn })) }));
  const one = await changed(1);
  const hundred = await changed(100);
  const settings = await store.settings();
  await store.amendSettings(() => ({ ...settings, weights: { signals: { demand: 60 } } }));
  const renewal: JobRow = { ...job, id: `renew:${backlogKey(PROJECT, 'issue')}`, kind: 'renew', cursor: { backlog: backlogKey(PROJECT, 'issue'), recipe: 'another' } };
  await store.putJobs([renewal]);
  const begun = performance.now();
  for (let step = 0; step <= Math.ceil(count / 1000); step += 1) {
    await store.renew(renewal, 1000);
    const current = (await store.jobs()).find((candidate) => candidate.id === renewal.id);
    if (current?.finishedAt != null) break;
  }
  const all = performance.now() - begun;
  const sprint = await benchSprint(store, now);
  const roadmap = await benchRoadmap(store, now, count);
  const bytes = ((await navigator.storage.estimate()).usage ?? 0) - before;
  store.close();
  return { count, ...roadmap, sprint, fillingPerRow: filling / count, badges, floor: await floor(name, keys(3)), one, hundred, all, bytes };
}

void bench(Number(new URLSearchParams(location.search).get('count') ?? 50_000)).then(
  (results) => Object.assign(globalThis, { benchResults: results }),
  (error: unknown) => Object.assign(globalThis, { benchResults: { error: error instanceof Error ? `${String(error)} ← ${String(error.cause)} ${error.stack ?? ''}` : String(error) } }),
);
