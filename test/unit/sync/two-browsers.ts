import 'fake-indexeddb/auto';
import type { Ports } from '../../../lib/app/ports.ts';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import { trackersWith } from '../../../lib/trackers/registry.ts';
import { localFetch } from '../../contract/local-fetch.ts';
import { runUntil, scorerFor, settings } from './household.ts';

export type Browser = Awaited<ReturnType<typeof browser>>;

let opened = 0;

/** One person's browser: a store, a sync and the use cases of its own, before the demo's server. Cut off, nothing of it arrives; `lost` answers of writes do not come back. */
export async function browser(port: number, clock: { now: number }, person: { host: string; project: ProjectKey; login: string; token: string; tracker: 'github' | 'jira' }) {
  const net = { online: true, losing: false };
  const online = localFetch(port);
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (!net.online) throw new TypeError('fetch failed');
    const response = await online(input, init);
    if (net.losing && (init?.method ?? 'GET') !== 'GET') throw new TypeError('fetch failed');
    return response;
  };
  const store = await openStore({ name: `browser-${(opened += 1)}`, scorerFor, standard: settings, now: () => clock.now });
  const trackerFor = trackersWith({ fetch, now: () => clock.now });
  const house = { store, trackerFor, now: () => clock.now, random: () => 0.5, changed: () => {}, soon: () => {} };
  const sync = createSync(house);
  const ports: Ports = { store, trackerFor, now: () => clock.now, changed: () => {}, sync };
  const { host, tracker, login, token, project } = person;
  await store.putConnection({ host, tracker, login, tokenKind: 'classic', missing: [], state: 'ok', expiresAt: null, checkedAt: clock.now }, token);
  await sync.visit(project, [], 'Shop');
  await runUntil(sync, clock, clock.now + 1000);
  return {
    ports, store, net, house,
    run: (ms = 60_000) => runUntil(sync, clock, clock.now + ms),
    look: async () => {
      await sync.refresh(project);
      await runUntil(sync, clock, clock.now + 5000);
    },
  };
}
