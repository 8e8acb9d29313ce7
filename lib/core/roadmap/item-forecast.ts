import { type Forecast, forecastDone, LEAST_DAYS } from '../forecast/forecast.ts';
import { dailyThroughput, historySince } from '../forecast/throughput.ts';
import type { Instant, WorkCalendar } from '../time.ts';
import { type ItemStatistics, progressOf } from './item-statistics.ts';
import type { RoadmapItem } from './roadmap-item.ts';
import type { Unread } from './unread.ts';

/**
 * When the open issues of an item will be finished, by its own throughput over both trackers. The history begins with its window where that began long enough ago, else with the first known of its issues: never with what
 * was finished, so that one more finished issue makes no forecast later. Declines where what was finished has not been read: days that nobody has looked at are no days on which nothing was done, and so are those after `until`, the last reading.
 *
 * `forecastItem({id: 'pay', …}, figures of 5 open issues and 40 finished in 60 working days, now, calendar)` → `{state: 'forecast', p50: '2026-12-04', p85: '2026-12-10', …}`
 */
export function forecastItem(item: Pick<RoadmapItem, 'id' | 'window'>, statistics: ItemStatistics, now: Instant, calendar: WorkCalendar, unread: Unread | null = null, until: Instant = now): Forecast {
  const { issues } = progressOf(statistics);
  if (unread && (unread.open || issues.done < issues.total)) return { state: 'declined', because: unread.because, from: { workingDays: 0, finished: 0 } };
  const known = historySince(statistics.created[0] ?? now, now, calendar);
  const opened = item.window?.from ?? null;
  const since = opened !== null && opened > known && calendar.workingDaysBetween(opened, now) > LEAST_DAYS ? opened : known;
  return forecastDone({ daily: dailyThroughput(statistics.finished, since, until, calendar), remaining: issues.total - issues.done, seed: item.id, now, calendar });
}
