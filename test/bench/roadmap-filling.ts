/** Runs inside a page of the extension: fills its own database, as a finished sync would have. */
import { createScorer } from '../../lib/core/backlog/scorer.ts';
import { modelById } from '../../lib/core/scoring/registry.ts';
import { workCalendar } from '../../lib/core/work-calendar.ts';
import { openStore } from '../../lib/storage/indexeddb-store.ts';
import type { JobRow } from '../../lib/storage/rows.ts';
import { largeIssue, largeRoadmap, PROJECT } from './large-backlog.ts';

async function fill(count: number): Promise<number> {
  const now = Date.now();
  const store = await openStore({
    scorerFor: (settings, roadmap, at) => {
      const model = modelById(settings.model);
      return createScorer({ model, weights: settings.weights[model.id] ?? {}, roadmap, calendar: workCalendar(settings.calendar), now: at });
    },
  });
  const job: JobRow = { id: 'bench', kind: 'changes', project: PROJECT, host: 'github.com', dueAt: now, cursor: null, attempts: 0, error: null, finishedAt: null };
  await store.amendRoadmap(() => [{ put: largeRoadmap(now), remove: [] }, undefined]);
  await store.putProject({ project: PROJECT, host: 'github.com', name: 'bench/large', visitedAt: now, state: 'ready', complete: true, syncedAt: now, error: null });
  await store.putJobs([job]);
  for (let from = 1; from <= count; from += 1000) await store.commit({ job, issues: Array.from({ length: Math.min(1000, count - from + 1) }, (_, index) => largeIssue(from + index, now)) });
  await store.commit({ job, removeJobs: [job.id] });
  // Read to its end: of what nobody has read there would be no forecast to measure.
  await store.putJobs([{ ...job, id: `changes:${PROJECT}`, finishedAt: now }]);
  const { known } = await store.countBelonging();
  store.close();
  return known;
}

void fill(Number(new URLSearchParams(location.search).get('count') ?? 50_000)).then(
  (filled) => Object.assign(globalThis, { benchFilled: filled }),
  (error: unknown) => Object.assign(globalThis, { benchFilled: String(error) }),
);
