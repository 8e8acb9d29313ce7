import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Ports } from '../../../lib/app/ports.ts';
import { connect } from '../../../lib/app/connections.ts';
import type { IssueKey, ProjectKey } from '../../../lib/core/issue.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import type { Store, SyncStore } from '../../../lib/storage/store.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import { trackersWith } from '../../../lib/trackers/registry.ts';
import { localFetch } from '../../contract/local-fetch.ts';
import { historyOf } from '../../tracker/edit/history.ts';
import { type DemoTracker, startTracker } from '../../tracker/server.ts';
import { demoWorld } from '../../tracker/world.ts';
import { HOUR, MINUTE, scorerFor, settings } from './household.ts';
import { Life, mortalStore } from './mortality.ts';

export const GITHUB = 'github.com/acme/shop' as ProjectKey;
export const JIRA = 'acme.atlassian.net/SHOP' as ProjectKey;
export const TOKENS = { github: 'github_pat_demo_writer', otherGithub: 'ghp_demo_writer', jira: 'maya@acme.example:ATATT-demo-writer' } as const;

/** The real use cases, store, sync and trackers before both demo trackers, with a clock that only the test moves. */
export interface Both {
  readonly clock: { now: number };
  readonly demo: DemoTracker;
  readonly ports: Ports;
  readonly store: Store & SyncStore;
  /** Lives and dies, as `chance` says of every transaction and every request, until nothing is due before `until`; answers how often it died. */
  live(until: number, chance?: () => boolean, each?: () => void): Promise<number>;
  /** How often the label was put on, and taken off, by the tracker's own record of what happened. */
  events(key: IssueKey, label: string): { readonly on: number; readonly off: number };
  labels(key: IssueKey): readonly string[];
}

export async function both(size: number): Promise<Both> {
  globalThis.indexedDB = new IDBFactory();
  const clock = { now: Date.now() };
  const demo = await startTracker({ world: demoWorld({ issues: size, jiraIssues: size, now: new Date(clock.now) }), now: () => new Date(clock.now) });
  const store = await openStore({ name: 'both', scorerFor, standard: settings, now: () => clock.now });
  let life: Life | null = null;
  const fetched = localFetch(demo.port);
  // The demo's own `Date` is Node's: limits are told by the clock of the test.
  const onOurClock: typeof fetch = async (input, init) => {
    await life?.point();
    const response = await fetched(input, init);
    await life?.point();
    response.headers.set('date', new Date(clock.now).toUTCString());
    return response;
  };
  const trackerFor = trackersWith({ fetch: onOurClock, now: () => clock.now });
  const house = (mine: Store & SyncStore) => ({ store: mine, trackerFor, now: () => clock.now, random: () => 0.5, changed: () => undefined, soon: () => undefined });
  const sync = createSync(house(store));
  const ports: Ports = { store, sync, trackerFor, now: () => clock.now, changed: () => undefined };
  for (const [host, token] of [['github.com', TOKENS.github], ['acme.atlassian.net', TOKENS.jira]] as const) {
    const answer = await connect(ports, host, token);
    if (!answer.ok) throw new Error(answer.problem.sentence);
  }
  await sync.visit(GITHUB, [], 'acme/shop');
  await sync.visit(JIRA, [], 'SHOP');
  const world = demo.world;
  const shop = world.repositories.find(({ name }) => name === 'shop')!;
  const site = world.jira.sites.find(({ host }) => host === 'acme.atlassian.net')!;
  const ticket = (key: IssueKey) => site.issues.get(site.keys.get(key.split('/')[1] ?? '') ?? '');
  const issue = (key: IssueKey) => shop.issues.get(Number(key.split('#')[1]))!;
  return {
    clock, demo, ports, store,
    async live(until, chance, each) {
      let deaths = 0;
      while (clock.now < until) {
        life = chance ? new Life(chance) : null;
        const body: Life | null = life;
        const work = createSync(house(body ? mortalStore(store, body) : store)).tick(clock.now + 20_000);
        const next = await (body ? Promise.race([work, body.died]) : work);
        if (next === 'died') deaths += 1;
        clock.now = Math.min(until, Math.max(clock.now + 250, next === 'died' ? clock.now + MINUTE / 2 : Math.min(next ?? until, clock.now + HOUR)));
        each?.();
      }
      life = null;
      return deaths;
    },
    events(key, label) {
      if (key.startsWith(GITHUB)) {
        const events = historyOf(world, shop, issue(key)).filter((event) => 'label' in event && event.label?.name === label);
        return { on: events.filter(({ event }) => event === 'labeled').length, off: events.filter(({ event }) => event === 'unlabeled').length };
      }
      const changes = (ticket(key)?.changes ?? []).flatMap(({ items }) => items.filter(({ field }) => field === 'labels').map((item) => [item.fromString ?? '', item.toString ?? ''].map((text) => String(text).split(' ').includes(label))));
      return { on: changes.filter(([before, after]) => !before && after).length, off: changes.filter(([before, after]) => before && !after).length };
    },
    labels: (key) => (key.startsWith(GITHUB) ? issue(key).labels : (ticket(key)?.labels ?? [])),
  };
}
