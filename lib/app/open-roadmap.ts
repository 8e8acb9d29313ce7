import { dateInWords } from '../core/date-words.ts';
import { LEAST_DAYS } from '../core/forecast/forecast.ts';
import { countWithin } from '../core/forecast/simulate.ts';
import { dailyThroughput, historySince } from '../core/forecast/throughput.ts';
import { percentile } from '../core/risk/percentile.ts';
import { flagRoadmap } from '../core/roadmap/flags.ts';
import { type ItemStatistics, NO_STATISTICS } from '../core/roadmap/item-statistics.ts';
import { readRoadmap } from '../core/roadmap/roadmap.ts';
import { planDifferences, plannedWindow, type TrackerPlan } from '../core/roadmap/tracker-plan.ts';
import { knownUntilOf, lateInWords, unreadOf } from '../core/roadmap/unread.ts';
import type { WholeContext } from '../core/roadmap/roadmap-flag.ts';
import type { RoadmapItem } from '../core/roadmap/roadmap-item.ts';
import type { Instant, WorkCalendar } from '../core/time.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { RoadmapItemView, RoadmapView } from '../messaging/messages.ts';
import { toldView } from './item-view.ts';
import type { Ports } from './ports.ts';
import { byHorizon, labelledItem } from './roadmap-items.ts';
import { trackerPlans } from './tracker-plans.ts';
import { sprintShare } from './roadmap-sprints.ts';

/** Thirteen weeks of five days. */
const QUARTER = 65;

/**
 * The roadmap with how each item goes, over both trackers: progress, health, forecast and flags, computed on read from the figures that are kept of every item. No issue is read for it, however many there are.
 *
 * @example (await openRoadmap(ports)).items[0]?.health // → { computed: 'at-risk', reasons: ['3 of 12 issues are blocked.', …], declared: 'on-track', disagrees: true }
 */
export async function openRoadmap(ports: Ports): Promise<RoadmapView> {
  const [items, statistics, issues, settings, jobs, plannings] = await Promise.all([ports.store.roadmap(), ports.store.itemStatistics(), ports.store.countBelonging(), ports.store.settings(), ports.store.jobs(), ports.store.plannings()]);
  const [now, calendar] = [ports.now(), workCalendar(settings.calendar)];
  const { items: described, recipe } = readRoadmap(items);
  const figures = new Map<string, ItemStatistics>(statistics.map((row) => [row.item, row]));
  const all = [...items, ...statistics.flatMap(({ item }) => (described.has(item) ? [] : [labelledItem(item)]))].toSorted(byHorizon);
  const [plans, unread] = await Promise.all([trackerPlans(ports, items), ports.store.unreadOf(statistics.map(({ item }) => item))]);
  const views = all.map((own): RoadmapItemView => {
    const shown = toldView(own, described.has(own.id), figures.get(own.id) ?? NO_STATISTICS, { settings, plannings, unread, now, calendar });
    return { ...shown, ...planned(shown.item, plans.plansOf(own), shown.progress.issues) };
  });
  const whole: WholeContext = {
    now: nowOf(views),
    // What was finished unseen is no slow pace.
    quarter: items.some(({ id }) => unreadOf(unread.get(id) ?? [], calendar) !== null) ? null : quarterOf(items.flatMap(({ id }) => figures.get(id) ?? []), now, calendar, knownUntilOf(items.flatMap(({ id }) => unread.get(id) ?? []), now)),
    sprint: items.length === 0 ? null : await sprintShare(ports, settings, calendar),
  };
  const projects = [...new Map([...unread.values()].flat().map((row) => [row.project, row])).values()];
  const [behind, late] = [unreadOf(projects, calendar), lateInWords(projects, now, calendar)];
  return {
    aim: settings.aim ?? { vision: '', productGoal: '' },
    items: views,
    flags: flagRoadmap(whole, settings.mutedRules),
    issues,
    counting: jobs.some(({ kind, cursor }) => kind === 'recount' && (cursor as { recipe: string | null }).recipe !== recipe), // written by the store
    ...(behind && { unread: behind.because }),
    ...(late !== null && { late }),
    today: calendar.dateOf(now),
  };
}

/** What an item names in the trackers, beside its own. Health, forecast and flags hold it to the days that its own people chose. */
function planned(item: RoadmapItem, plans: readonly TrackerPlan[], { total, done }: RoadmapItemView['progress']['issues']): Pick<RoadmapItemView, 'plans' | 'planned' | 'unlike'> {
  const [window, unlike] = [plannedWindow(item, plans), planDifferences(item, total - done, plans, dateInWords)];
  return { ...(plans.length > 0 && { plans, ...(unlike.length > 0 && { unlike }) }), ...(window !== undefined && { planned: window }) };
}

function nowOf(views: readonly RoadmapItemView[]): WholeContext['now'] {
  const now = views.filter(({ item }) => item.horizon === 'now' && item.dropped !== true);
  return { items: now.length, open: now.reduce((sum, { progress: { issues } }) => sum + issues.total - issues.done, 0) };
}

/** What the teams finish of roadmap items in a quarter, by what they finished of them in the last twelve weeks. */
function quarterOf(statistics: readonly ItemStatistics[], now: Instant, calendar: WorkCalendar, until: Instant): WholeContext['quarter'] {
  const since = historySince(statistics.reduce((first, { created }) => Math.min(first, created[0] ?? now), now), now, calendar);
  const daily = statistics.map(({ finished }) => dailyThroughput(finished, since, until, calendar)).reduce((sum, one) => one.map((count, day) => count + (sum[day] ?? 0)), new Uint32Array(0));
  const finished = daily.reduce((sum, count) => sum + count, 0);
  // A team that finished nothing of its roadmap yet has no pace to compare with: its items say so themselves.
  if (daily.length < LEAST_DAYS || finished === 0) return null;
  const counts = countWithin({ daily, days: QUARTER, seed: 'quarter', runs: 1000 });
  return { half: percentile(counts, 50), likely: percentile(counts, 15), finished, workingDays: daily.length };
}
