import type { IssueKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { NO_STATISTICS } from '../core/roadmap/item-statistics.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { CardItem } from '../messaging/messages.ts';
import { toldView } from './item-view.ts';
import type { Ports } from './ports.ts';
import { roadmapIssues } from './roadmap-issues.ts';
import { labelledItem } from './roadmap-items.ts';

const SIBLINGS = 5;

/**
 * How the roadmap item of an issue goes, and the best-scored other issues of it. The card stands in a page of the issue's own site, so only issues of that site are named; all are counted. `null` for an issue on no item.
 *
 * @example (await cardItem(ports, 'github.com/acme/shop#12'))?.siblings[0]?.reference // → '#31'
 */
export async function cardItem(ports: Ports, key: IssueKey): Promise<CardItem | null> {
  const material = await ports.store.material([key]);
  const tag = material.tags.get(key);
  if (!tag) return null;
  const { settings, itemStatistics, plannings } = material;
  const described = material.roadmap.find(({ id }) => id === tag.item);
  const statistics = itemStatistics.get(tag.item) ?? (await ports.store.itemStatistics()).find(({ item }) => item === tag.item);
  const unread = described ? material.unread : await ports.store.unreadOf([tag.item]);
  const { issues, total } = await roadmapIssues(ports, tag.item);
  const siblings = issues.filter((one) => one.key !== key && hostOf(one.key) === hostOf(key));
  return {
    entry: toldView(described ?? labelledItem(tag.item), described !== undefined, statistics ?? NO_STATISTICS, { settings, plannings, unread, now: ports.now(), calendar: workCalendar(settings.calendar) }),
    siblings: siblings.slice(0, SIBLINGS),
    total,
  };
}
