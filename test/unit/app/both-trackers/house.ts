import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Ports } from '../../../../lib/app/ports.ts';
import type { ProjectKey } from '../../../../lib/core/issue.ts';
import { openStore } from '../../../../lib/storage/indexeddb-store.ts';
import type { Store, SyncStore } from '../../../../lib/storage/store.ts';
import { createSync } from '../../../../lib/sync/schedule.ts';
import { trackersWith } from '../../../../lib/trackers/registry.ts';
import { localFetch } from '../../../contract/local-fetch.ts';
import type { JiraSite } from '../../../tracker/jira/model/site.ts';
import { fullName, type Repository } from '../../../tracker/model/repository.ts';
import { startTracker } from '../../../tracker/server.ts';
import { demoWorld, type World } from '../../../tracker/world.ts';
import { MINUTE, runUntil, scorerFor, settings } from '../../sync/household.ts';

export const GITHUB = 'github.com/acme/shop' as ProjectKey;
/** A Cloud site, and a Data Center, where an epic is a field and nothing else. */
export type JiraHost = 'acme.atlassian.net' | 'jira.acme.example';
const TOKENS: Readonly<Record<JiraHost, string>> = { 'acme.atlassian.net': 'maya@acme.example:ATATT-demo-writer', 'jira.acme.example': 'dc-pat-writer' };

/** What a test of one roadmap over two trackers needs: the worlds behind them, our own store, and one clock for all. */
export interface BothTrackers {
  readonly world: World;
  readonly shop: Repository;
  readonly site: JiraSite;
  readonly jira: ProjectKey;
  readonly store: Store & SyncStore;
  readonly ports: Ports;
  /** Asks both trackers for what is new, and writes what waits. */
  sync(): Promise<void>;
  /** Days go by in which the browser was closed. */
  pass(days: number): void;
  close(): Promise<void>;
}

/** The real store, the real sync and both real trackers before the demo's servers. Nobody waits: the clock is moved, the servers' too. */
export async function bothTrackers(given: { host: JiraHost; seed: number; issues: number; jiraIssues: number }): Promise<BothTrackers> {
  globalThis.indexedDB = new IDBFactory();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  const clock = { get now() { return Date.now(); }, set now(at: number) { vi.setSystemTime(at); } };
  const world = demoWorld({ issues: given.issues, jiraIssues: given.jiraIssues, seed: given.seed });
  const server = await startTracker({ world });
  const store = await openStore({ name: 'both', scorerFor, standard: settings, now: Date.now });
  const house = { store, trackerFor: trackersWith({ fetch: localFetch(server.port), now: Date.now }), now: Date.now, changed: () => {} };
  const sync = createSync({ ...house, random: () => 0.5, soon: () => {} });
  const jira = `${given.host}/SHOP` as ProjectKey;
  await store.putConnection({ host: 'github.com', tracker: 'github', login: 'maya', tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, 'ghp_demo_writer');
  await store.putConnection({ host: given.host, tracker: 'jira', login: 'maya', tokenKind: 'other', missing: [], state: 'ok', expiresAt: null, checkedAt: 1 }, TOKENS[given.host]);
  await sync.visit(GITHUB, [], 'acme/shop');
  await sync.visit(jira, [], 'SHOP');
  return {
    world, jira, store, ports: { ...house, sync },
    shop: there(world.repositories.find((one) => fullName(one) === 'acme/shop')),
    site: there(world.jira.sites.find(({ host }) => host === given.host)),
    sync: async () => {
      await Promise.all([sync.refresh(GITHUB), sync.refresh(jira)]);
      await runUntil(sync, clock, clock.now + 12 * MINUTE);
    },
    pass: (days) => vi.setSystemTime(Date.now() + days * 24 * 60 * MINUTE),
    close: async () => {
      await server.close();
      store.close();
      vi.useRealTimers();
    },
  };
}

export function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The demo has no such thing.');
  return value;
}
