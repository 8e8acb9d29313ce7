import * as z from 'zod/mini';
import { defineBackground } from 'wxt/utils/define-background';
import { createAllowedSites } from '../lib/app/allowed-sites.ts';
import { explainFailure } from '../lib/app/explain-failure.ts';
import { handlersFor } from '../lib/app/handlers.ts';
import { createLookThrough } from '../lib/app/look-through.ts';
import type { Ports } from '../lib/app/ports.ts';
import { createShownPages } from '../lib/app/shown-pages.ts';
import { createToolbar } from '../lib/app/told-toolbar.ts';
import { createScorer } from '../lib/core/backlog/scorer.ts';
import { modelById } from '../lib/core/scoring/registry.ts';
import { workCalendar } from '../lib/core/work-calendar.ts';
import { answer } from '../lib/messaging/server.ts';
import { matchesHost } from '../lib/messaging/trust.ts';
import { BUILT_IN, overlayAt, overlayFor, placesOn } from '../lib/overlay/places.ts';
import * as scripts from '../lib/platform/page-scripts.ts';
import { allowedOf, fetchAllowed, mayWorkOn } from '../lib/platform/site-access.ts';
import * as browser from '../lib/platform/worker.ts';
import { writeSender } from '../lib/platform/writing.ts';
import { openStore } from '../lib/storage/indexeddb-store.ts';
import { createRounds } from '../lib/sync/rounds.ts';
import { createSync } from '../lib/sync/schedule.ts';
import { readBody } from '../lib/trackers/read-body.ts';
import { trackersWith } from '../lib/trackers/registry.ts';

const hostIn = (url: string | undefined): string => (url !== undefined && URL.canParse(url) ? new URL(url).host : '');

/** A page that is opened wakes the worker and waits for its badges: what nobody waits for comes after them. */
const AFTER_PAGES = 2000;
/** A page that has its answer draws it: on two cores, work of ours at the same time put off a list's first paint by another 8 ms (24 after that of the page without us; 16 so). */
const AFTER_ANSWER = 1000;
/** A tab that has come to issues without loading has the overlay brought by its watch: by now it is there. */
const AFTER_OVERLAY = 500;

export default defineBackground(() => {
  // Zod would probe whether it may compile code; an extension may not, and every probe would be logged as a violation.
  z.config({ jitless: true });
  const shown = createShownPages();
  // One opening a life of the worker; every listener below is registered before it is awaited.
  const house = open();

  async function open() {
    const now = (): number => Date.now();
    const trackerFor = trackersWith({ fetch: fetchAllowed, now, sendWrite: writeSender(readBody) });
    const store = await openStore({
      room: browser.freeSpace,
      scorerFor: (settings, roadmap, at) => {
        const model = modelById(settings.model);
        return createScorer({ model, weights: settings.weights[model.id] ?? {}, roadmap, calendar: workCalendar(settings.calendar), now: at });
      },
    });
    const changed: Ports['changed'] = (keys, projects) => {
      shown.doubt();
      void sites.tell({ waymark: 'changed', keys, projects });
      void toolbar.show();
    };
    const sync = createSync({ store, trackerFor, now, random: Math.random, changed, doubt: () => void lookThrough(), soon: () => browser.soon(0, () => void round()) });
    return { store, trackerFor, now, changed, sync } satisfies Ports;
  }

  const lookThrough = createLookThrough(house, navigator.locks);
  const round = createRounds({ house, locks: navigator.locks, wakeAt: browser.wakeAt, soon: browser.soon, ended: () => browser.soon(AFTER_PAGES, () => void toolbar.renew()) });
  const toolbar = createToolbar(house, browser.showInToolbar);
  const sites = createAllowedSites(house, navigator.locks, {
    builtIn: BUILT_IN,
    matches: matchesHost,
    allowedOf,
    allowedHosts: () => scripts.allowedHosts(BUILT_IN),
    reconcile: async () => scripts.reconcileOverlay(await scripts.grantedHosts(), placesOn, overlayAt),
    injectIntoOpenTabs: (hosts) => scripts.injectIntoOpenTabs(hosts, overlayAt),
    broadcast: browser.broadcast,
    tellAllTabs: browser.tellAllTabs,
  });

  const toProblem: typeof explainFailure = (error) => {
    const problem = explainFailure(error);
    if (problem.kind === 'unexpected') void lookThrough();
    return problem;
  };
  const handlers = handlersFor<browser.Sender>(() => house, {
    inject: (script, sender) => scripts.inject(script === 'overlay' ? overlayFor(hostIn(sender.url)) : script, sender),
    open: browser.openOwnPage,
    mayWorkOn,
    storageBytes: async () => (await navigator.storage.estimate()).usage ?? null,
    afterwards: (work) => browser.soon(AFTER_ANSWER, work),
    version: browser.version(),
    userAgent: navigator.userAgent,
  }, shown);

  browser.onMessage(async (message, sender) =>
    answer(message, sender, { us: { id: browser.extensionId(), origin: browser.extensionOrigin(), overlayHosts: await sites.hostsFor(hostIn(sender.url)) }, handlers, toProblem }),
  );
  browser.onAlarm(() => void round());
  browser.onCommand((command) => {
    if (command === 'tag-selection') void browser.tellActiveTab({ waymark: 'tag-selection' });
  });
  browser.onInstalled(() => void sites.bring());
  browser.onArrival(placesOn('*').matches, (tabId) => browser.soon(AFTER_OVERLAY, () => void scripts.reviveOverlay(tabId, overlayAt).catch(() => undefined)));
  browser.onStartup(() => void toolbar.show());
  browser.onOnline(() => void house.then(({ sync }) => sync.backOnline()).catch(() => undefined));
  browser.onPermissionsChanged((added) => void sites.change(added));

  void sites.begin();
  void round();
  void toolbar.show();
});
