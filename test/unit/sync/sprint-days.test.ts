import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { ProjectKey } from '../../../lib/core/issue.ts';
import { openStore } from '../../../lib/storage/indexeddb-store.ts';
import { createSync } from '../../../lib/sync/schedule.ts';
import { createJiraTracker } from '../../../lib/trackers/jira/tracker.ts';
import { answering, HOST, NOW, row } from '../trackers/jira/fake-site.ts';
import { HOUR, MINUTE, runUntil, scorerFor, settings } from './household.ts';

const SHOP = `${HOST}/SHOP` as ProjectKey;
// Jira tells a sprint's ends in UTC: an afternoon in Los Angeles, mikebowler/jirametrics, spec/testdata/SP-15.json ("startDate": "2022-04-15T00:55:17.688Z").
const SPRINT = { id: 3, state: 'active', name: 'Scrum Sprint 3', originBoardId: 5, startDate: '2026-11-14T00:55:17.688Z', endDate: '2026-11-28T00:51:00.000Z' };

test.each([['connected', true], ['only visited', false]])('the days of a sprint are those of the team’s own clock, on a site that is %s', async (_, connected) => {
  globalThis.indexedDB = new IDBFactory();
  const clock = { now: NOW };
  const now = () => clock.now;
  const store = await openStore({ name: 'days', scorerFor, standard: { ...settings, calendar: { ...settings.calendar, timeZone: 'America/Los_Angeles' } }, now });
  const fetch = answering({
    '/rest/api/3/search/jql': { body: { issues: [row('SHOP-1')], isLast: true } },
    '/rest/agile/1.0/board/5/sprint': ({ query }) => ({ body: { values: query.get('state') === 'closed' ? [] : [SPRINT], isLast: true } }),
  });
  const tracker = createJiraTracker({ fetch, now });
  const sync = createSync({ store, trackerFor: () => tracker, now, random: () => 0.5, changed: () => {}, soon: () => {} });
  if (connected) await store.putConnection({ host: HOST, tracker: 'jira', login: 'maya', tokenKind: 'other', missing: [], state: 'ok', expiresAt: null, checkedAt: NOW }, 'maya@acme.example:s3cret');
  await sync.visit(SHOP, [], 'SHOP');
  await runUntil(sync, clock, NOW + 5 * MINUTE);
  const days = async () => (await store.sprints(SHOP)).map(({ startsOn, dueOn }) => [startsOn, dueOn]);
  expect(await days()).toEqual([['2026-11-13', '2026-11-27']]);
  // A team that moves is told anew at the next look.
  await store.amendSettings((before) => ({ ...before, calendar: { ...before.calendar, timeZone: 'Europe/Berlin' } }));
  await sync.visit(SHOP, [], 'SHOP');
  await runUntil(sync, clock, clock.now + 7 * HOUR);
  expect(await days()).toEqual([['2026-11-14', '2026-11-28']]);
});
