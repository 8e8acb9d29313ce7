import { IDBFactory } from 'fake-indexeddb';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import type { ScorerFor } from '../../../lib/storage/scoring.ts';
import type { SettingsRow } from '../../../lib/storage/rows.ts';
import { standardSettings } from '../../../lib/storage/settings.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { createSync, type Sync } from '../../../lib/sync/schedule.ts';
import { FakeTracker } from './fake-tracker.ts';
import { HOST, MORNING, SITE } from './world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Scores by votes, what was entered here and for the team, the tag and the sprint: everything that a ranking must follow. Every fifth issue stays unscored. */
export const scorerFor: ScorerFor = (settings, roadmap) => ({
  recipe: `${settings.model}|${roadmap.map((item) => `${item.id}:${item.horizon}`).join()}`,
  score: ({ issue, sprint, tag, entered }) =>
    issue.number % 5 === 0 && entered.length === 0 ? null : (issue.votes ?? 0) + (settings.model === 'signals' ? 0 : issue.number) + (tag ? 100 : 0) + (sprint?.dueOn ? 7 : 0) + entered.reduce((sum, { value }) => sum + value, 0) + Object.values(issue.shared?.inputs ?? {}).reduce((sum, { value }) => sum + value / 1000, 0),
});

export interface Household {
  readonly clock: { now: number };
  readonly tracker: FakeTracker;
  readonly store: Store & SyncStore;
  readonly sync: Sync;
  readonly told: { keys: IssueKey[]; projects: ProjectKey[] };
  /** Ticks on, with the clock, until nothing is due before `until`. */
  run(until?: number): Promise<void>;
  connect(token?: string): Promise<boolean>;
}

export const settings: SettingsRow = { ...standardSettings(), calendar: { timeZone: 'UTC', weekend: [0, 6], holidays: [] } };

/** A database of its own, a fake tracker and a clock that stands still unless it is moved. */
export async function household<T extends FakeTracker = FakeTracker>(given: { tracker?: T; clock?: { now: number }; room?: () => Promise<number | null> } = {}): Promise<Household & { readonly tracker: T }> {
  globalThis.indexedDB = new IDBFactory();
  const clock = given.clock ?? { now: MORNING };
  // Without one given, T is what it is by default.
  const tracker = given.tracker ?? (new FakeTracker(() => clock.now) as T);
  const store = await openStore({ name: 'test', scorerFor, standard: settings, now: () => clock.now, ...(given.room && { room: given.room }) });
  const told: Household['told'] = { keys: [], projects: [] };
  const changed = (keys: readonly IssueKey[], projects: readonly ProjectKey[]): void => {
    told.keys.push(...keys);
    told.projects.push(...projects);
  };
  const sync = createSync({ store, trackerFor: (key) => (key.startsWith(`${HOST}/`) || key.startsWith(`${SITE}/`) ? tracker : null), now: () => clock.now, random: () => 0.5, changed, soon: () => {} });
  return {
    clock, tracker, store, sync, told,
    run: (until = clock.now + MINUTE) => runUntil(sync, clock, until),
    connect: (token = 'secret') => store.putConnection({ host: HOST, tracker: 'github', login: 'ada', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: clock.now }, token),
  };
}

export async function runUntil(sync: Sync, clock: { now: number }, until: number): Promise<void> {
  for (;;) {
    const next = await sync.tick(clock.now + 20_000);
    if (next === null || next > until) {
      clock.now = Math.max(clock.now, until);
      return;
    }
    clock.now = Math.max(clock.now, next);
  }
}
