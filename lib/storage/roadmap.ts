import { itemStandingOf } from '../core/roadmap/item-statistics.ts';
import type { Connection } from './connection.ts';
import { issuesInSprint } from './planning.ts';
import { under } from './ranges.ts';
import type { Knowledge } from './scoring.ts';
import { readSettings } from './settings.ts';
import type { Store } from './store.ts';
import { readUnread, UNREAD_STORES } from './unread.ts';

/** Another roadmap is another recipe: the plan sees it, and has the issues counted anew and the backlogs renewed. */
export function roadmapStore(connection: Connection, { standard, now }: Knowledge): Pick<Store, 'roadmap' | 'amendRoadmap' | 'labelledItems' | 'itemStatistics' | 'unreadOf' | 'membersOf' | 'countBelonging' | 'sprintBelonging'> {
  return {
    roadmap: () => connection.read(['roadmap'], (transaction) => transaction.objectStore('roadmap').getAll()),
    amendRoadmap: (amend) => connection.write(['roadmap', 'settings'], async (transaction) => {
      const [items, settings] = await Promise.all([transaction.objectStore('roadmap').getAll(), readSettings(transaction, standard)]);
      const [change, answer] = amend(items, settings);
      const store = transaction.objectStore('roadmap');
      for (const id of change?.remove ?? []) await store.delete(id);
      for (const item of change?.put ?? []) await store.put(item);
      if (change?.settings) await transaction.objectStore('settings').put(change.settings);
      return answer;
    }),
    itemStatistics: () => connection.read(['itemStatistics'], (transaction) => transaction.objectStore('itemStatistics').getAll()),
    unreadOf: (items) => connection.read(UNREAD_STORES, async (transaction) => readUnread(transaction, items, now())),
    membersOf: (item, limit) => connection.read(['memberships'], async (transaction) => {
      const index = transaction.objectStore('memberships').index('item');
      const [keys, total] = await Promise.all([index.getAllKeys(under(item), limit), index.count(under(item))]);
      return { keys, total };
    }),
    sprintBelonging: (sprint) => connection.read(['issues', 'memberships'], async (transaction) => {
      const counted = (await issuesInSprint(transaction, sprint)).filter((row) => itemStandingOf(row) !== null);
      const members = await Promise.all(counted.map(async ({ key }) => transaction.objectStore('memberships').getKey(key)));
      return { issues: counted.length, orphans: members.filter((key) => key === undefined).length };
    }),
    countBelonging: () => connection.read(['issues', 'memberships'], async (transaction) => {
      const [known, onItems] = await Promise.all([transaction.objectStore('issues').count(), transaction.objectStore('memberships').count()]);
      return { known, onItems };
    }),
    labelledItems: () => connection.read(['issues'], async (transaction) => {
      const items: string[] = [];
      // One step an item, however many issues bear its label.
      for (let cursor = await transaction.objectStore('issues').index('labelledItems').openKeyCursor(null, 'nextunique'); cursor; cursor = await cursor.continue()) items.push(cursor.key);
      return items;
    }),
  };
}
