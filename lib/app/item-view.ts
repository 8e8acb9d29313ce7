import { flagItem } from '../core/roadmap/flags.ts';
import { forecastItem } from '../core/roadmap/item-forecast.ts';
import { assessHealth } from '../core/roadmap/item-health.ts';
import { type ItemStatistics, progressOf } from '../core/roadmap/item-statistics.ts';
import { toldByProject } from '../core/roadmap/project-status.ts';
import { knownUntilOf, type UnreadProject, unreadOf } from '../core/roadmap/unread.ts';
import type { ProductRisk, RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import type { PlanningProject } from '../core/sprint/planning-project.ts';
import type { Instant, PlainDate, WorkCalendar } from '../core/time.ts';
import type { RoadmapItemView } from '../messaging/messages.ts';
import type { SettingsRow } from '../storage/rows.ts';

const RISKS: readonly ProductRisk[] = ['value', 'usability', 'feasibility', 'viability'];

/**
 * How an item goes, from the figures that are kept of it: one truth for badges, cards, lines and the workspace. `unread` are those of its projects that not all is read of, or nothing lately.
 *
 * @example standingOf(item, statistics, [], settings, now, calendar).health // → { computed: 'at-risk', reasons: ['3 of 12 issues are blocked.', …], … }
 */
export function standingOf(item: RoadmapItem, statistics: ItemStatistics, unread: readonly UnreadProject[], { thresholds: { idleDays } }: Pick<SettingsRow, 'thresholds'>, now: Instant, calendar: WorkCalendar): Pick<RoadmapItemView, 'progress' | 'forecast' | 'health'> {
  const missing = unreadOf(unread, calendar);
  const progress = { ...progressOf(statistics), ...(missing && { partial: true as const }) };
  const until = knownUntilOf(unread, now);
  const forecast = forecastItem(item, statistics, now, calendar, missing, until);
  const quietDays = Math.max(0, calendar.workingDaysBetween(statistics.updated.at(-1) ?? until, until));
  return { progress, forecast, health: assessHealth({ item, progress, forecast, quietDays, idleDays, today: calendar.dateOf(now) }) };
}

/** What is known of how items go, and when that is looked at. */
export interface ItemKnowledge {
  readonly settings: SettingsRow;
  /** Projects of GitHub that items may link to. */
  readonly plannings: readonly PlanningProject[];
  /** By item, the projects that its issues lie in and that not all is read of, or nothing lately. */
  readonly unread: ReadonlyMap<string, readonly UnreadProject[]>;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
}

/** An item as the workspace, the card and the pages' lines show it: as the Project that it links to last told of it, with what stands here itself beside it. `described` is false for one that is known from a label alone. */
export function toldView(own: RoadmapItem, described: boolean, statistics: ItemStatistics, { settings, plannings, unread, now, calendar }: ItemKnowledge): RoadmapItemView {
  const { item, from } = toldByProject(own, plannings, calendar.dateOf);
  const standing = standingOf(item, statistics, unread.get(own.id) ?? [], settings, now, calendar);
  return { ...itemView(item, described, standing, settings, calendar.dateOf(now)), ...(from && { own, fromProject: from }) };
}

function itemView(item: RoadmapItem, described: boolean, standing: ReturnType<typeof standingOf>, settings: SettingsRow, today: PlainDate): RoadmapItemView {
  return {
    item, described, ...standing,
    // Of what is known from a label alone nobody could have said more.
    flags: described ? flagItem({ item, ...standing, today }, settings.mutedRules) : [],
    openRisks: RISKS.filter((risk) => item.risks?.[risk] === 'open'),
    evidence: item.links?.length ?? 0,
  };
}
