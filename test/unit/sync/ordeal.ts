import { openDB } from 'idb';
import type { SettingsRow } from '../../../lib/storage/rows.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import type { TrackerError } from '../../../lib/trackers/tracker.ts';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { HOUR, type Household, MINUTE } from './household.ts';
import { Life, mortalStore } from './mortality.ts';

const WHEN: ReadonlySet<string> = new Set(['renewedAt', 'at', 'updatedAt', 'readAt', 'historyAsOf']);

/** Everything that a person or a badge could tell apart: all rows but the traces of when and how often something was tried. */
export async function contents(): Promise<unknown> {
  const database = await openDB('test');
  const stores = ['issues', 'sprints', 'rankings', 'columns', 'drafts', 'localTags', 'entered', 'rejected', 'outbox'];
  const rows = await Promise.all(stores.map((name) => database.getAll(name)));
  database.close();
  return Object.fromEntries(stores.map((name, index) => [name, rows[index]?.map((row) => JSON.parse(JSON.stringify(row, (field, value) => {
    if (WHEN.has(field)) return 0;
    return ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  })))]));
}

/** What happens around a sync while it lives and dies. */
export interface Scenario {
  readonly project: ProjectKey;
  readonly shown: readonly IssueKey[];
  /** So often the user opens a page of it, whatever the sync does. */
  readonly visitedEvery?: number;
  /** Before the first life. */
  begin(home: Household): Promise<void>;
  /** Once each, when so much time has passed. */
  readonly later: readonly { readonly after: number; happen(home: Household, settings: SettingsRow): Promise<void> | void }[];
}

/** Five hours of a sync whose worker dies wherever `life` says; answers how often. */
export async function live(home: Household, scenario: Scenario, life: () => Life | null): Promise<number> {
  let deaths = 0;
  const began = home.clock.now;
  const end = began + 5 * HOUR;
  await scenario.begin(home);
  const settings = await home.store.settings();
  const later = [...scenario.later];
  while (home.clock.now < end) {
    const body = life();
    const store = body ? mortalStore(home.store, body) : home.store;
    const sync = createSync({ store, trackerFor: () => home.tracker, now: () => home.clock.now, random: () => 0.5, changed: () => {}, soon: () => {} });
    const work = (async () => {
      await sync.visit(scenario.project, scenario.shown, 'Acme/Shop');
      return sync.tick(home.clock.now + 20_000);
    })();
    const next = await (body ? Promise.race([work, body.died]) : work);
    if (next === 'died') deaths++;
    home.clock.now = Math.min(end, Math.max(home.clock.now + 500, next === 'died' ? home.clock.now + MINUTE : Math.min(next ?? end, home.clock.now + (scenario.visitedEvery ?? 5 * HOUR))));
    while (later[0] && home.clock.now - began > later[0].after) await later.shift()?.happen(home, settings);
  }
  // A last life in fair weather, so that no wait is left over.
  home.tracker.weather = {};
  await home.sync.visit(scenario.project, scenario.shown, 'Acme/Shop');
  await home.run(home.clock.now + 2 * HOUR);
  return deaths;
}

/** Limits, faults and lost answers by chance, and a worker that may die before and after every request. Answers how a life is made. */
export function amongTroubles(home: Household, random: () => number, own: (request: string) => TrackerError | null = () => null): () => Life {
  const bodies: Life[] = [];
  const current = (): Promise<void> => bodies.at(-1)?.point() ?? Promise.resolve();
  const trouble = (): TrackerError | null => {
    const die = random();
    if (die < 0.03) return { kind: 'rate-limited', until: home.clock.now + MINUTE * (1 + Math.floor(random() * 10)), scope: die < 0.015 ? 'primary' : 'secondary' };
    if (die < 0.08) return { kind: 'server', status: 502, retryAt: null };
    if (die < 0.1) return { kind: 'changed-shape', reason: 'half an answer' };
    if (die < 0.12) return { kind: 'offline' };
    return null;
  };
  home.tracker.weather = {
    before: async (request) => {
      await current();
      return trouble() ?? own(request);
    },
    // The tracker has done its part, and nobody hears of it.
    after: async () => {
      await current();
      const error = trouble();
      return error?.kind === 'rate-limited' ? null : error;
    },
  };
  return () => {
    const body = new Life(() => random() < 0.012);
    bodies.push(body);
    return body;
  };
}
