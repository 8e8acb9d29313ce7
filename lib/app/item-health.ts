import type { ItemHealth } from '../core/roadmap/item-health.ts';
import { type ItemStatistics, NO_STATISTICS } from '../core/roadmap/item-statistics.ts';
import type { RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import { fingerprint } from '../core/fingerprint.ts';
import type { Instant, WorkCalendar } from '../core/time.ts';
import type { Material } from '../storage/store.ts';
import { standingOf } from './item-view.ts';

/** What was computed in this life of the worker, by all that it was computed from: forgetting it costs half a millisecond an item, and nothing else. */
const KNOWN = new Map<string, ItemHealth>();
const MOST = 500;

/**
 * The health of the items that a reading's issues belong to. Each forecast takes half a millisecond, and the badges of a page have less to spend: what has not changed since is not computed again.
 *
 * @example healthIn(material, now, calendar)(item)?.computed // → 'at-risk'
 */
export function healthIn({ itemStatistics, unread, settings }: Pick<Material, 'itemStatistics' | 'unread' | 'settings'>, now: Instant, calendar: WorkCalendar): (item: RoadmapItem) => ItemHealth {
  const today = calendar.dateOf(now);
  const read = new Map<string, ItemHealth>();
  const compute = (item: RoadmapItem): ItemHealth => {
    const statistics = itemStatistics.get(item.id) ?? NO_STATISTICS;
    const behind = unread.get(item.id) ?? [];
    const recipe = fingerprint([item.id, item.horizon, item.window, item.declared, item.dropped, today, settings.calendar, settings.thresholds.idleDays, figuresOf(statistics), behind]);
    const known = KNOWN.get(recipe);
    if (known) return known;
    if (KNOWN.size >= MOST) KNOWN.clear();
    const { health } = standingOf(item, statistics, behind, settings, now, calendar);
    KNOWN.set(recipe, health);
    return health;
  };
  return (item) => {
    const health = read.get(item.id) ?? compute(item);
    read.set(item.id, health);
    return health;
  };
}

/** Everything that health depends on, and no list of thousands: of what was created only the first day counts, of what was changed only the last. */
function figuresOf({ total, done, inProgress, blocked, finished, created, updated }: ItemStatistics): unknown {
  return [total, done, inProgress, blocked, created[0], updated.at(-1), finished.length, finished.reduce((sum, moment, index) => (sum + (moment % 1e9) * (index + 1)) % 9e15, 0)];
}
