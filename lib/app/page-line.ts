import type { IssueKey, ProjectKey } from '../core/issue.ts';
import { withoutHost } from '../core/keys.ts';
import { itemNaming, type NamedThing } from '../core/roadmap/named-item.ts';
import { linksProject } from '../core/roadmap/project-status.ts';
import { NO_STATISTICS } from '../core/roadmap/item-statistics.ts';
import { dateInWords } from '../core/date-words.ts';
import { plannedFor, windowInWords } from '../core/roadmap/window-words.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { LineAbout, LineRow, RoadmapItemView } from '../messaging/messages.ts';
import { goalLine } from './goal-line.ts';
import { toldView } from './item-view.ts';
import type { Ports } from './ports.ts';
import { healthWords, plural } from './wording.ts';

/** More hidden lines than anybody meets again. */
const REMEMBERED = 200;

/**
 * The lines above a page: the roadmap item that a milestone or an epic is, and the goal of the sprint that a board, a backlog or a list of milestones belongs to. From what is stored alone; without those that were hidden.
 * `shown` are the issues on the page, for boards of several projects.
 *
 * @example await pageLine(ports, { project: 'github.com/acme/shop', keys: [], … }, []) // → [{ kind: 'goal', text: 'Shoppers pay in two taps', … }]
 */
export async function pageLine(ports: Ports, about: LineAbout, shown: readonly IssueKey[]): Promise<LineRow[]> {
  const [settings, item, goal] = await Promise.all([ports.store.settings(), itemRow(ports, about), about.keys.length > 0 ? null : goalRow(ports, about, shown)]);
  const hidden = new Set(settings.hiddenLines);
  return [item, goal].filter((row) => row !== null).filter(({ id }) => !hidden.has(id));
}

/** Hides a line from now on, or shows it again. */
export async function hideLine(ports: Ports, line: string, hidden: boolean): Promise<void> {
  await ports.store.amendSettings((settings) => {
    const others = (settings.hiddenLines ?? []).filter((one) => one !== line);
    return { ...settings, hiddenLines: hidden ? [...others, line].slice(-REMEMBERED) : others };
  });
}

async function itemRow(ports: Ports, about: LineAbout): Promise<LineRow | null> {
  const items = await ports.store.roadmap();
  const thing = items.length === 0 ? null : await thingOf(ports, about);
  const item = thing && itemNaming(items, thing);
  if (!item) return null;
  const [statistics, unread, settings, plannings] = await Promise.all([ports.store.itemStatistics(), ports.store.unreadOf([item.id]), ports.store.settings(), linksProject(item) ? ports.store.plannings() : []]);
  const figures = statistics.find((row) => row.item === item.id) ?? NO_STATISTICS;
  const { item: told, progress, health, forecast, fromProject } = toldView(item, true, figures, { settings, plannings, unread, now: ports.now(), calendar: workCalendar(settings.calendar) });
  return {
    id: `item|${item.id}`, kind: 'item', label: 'Roadmap item', text: item.title, link: null,
    health: health.computed, reason: health.reasons[0] ?? null,
    facts: [
      plannedFor(told),
      health.declared !== null && (health.disagrees || health.computed === null) ? `said to be ${healthWords(health.declared)}${fromProject ? ' by its Project' : ''}` : null,
      `${progress.issues.done} of ${plural(progress.issues.total, progress.partial ? 'known issue' : 'issue')} done`,
      forecastWords(forecast),
    ].filter((fact) => fact !== null),
    done: progress.issues.done, total: progress.issues.total,
  };
}

async function thingOf(ports: Ports, { project, milestone, keys: [key] }: LineAbout): Promise<NamedThing | null> {
  if (milestone !== null && project !== null) {
    const sprint = (await ports.store.sprints(project)).find(({ number }) => number === milestone);
    return sprint ? { member: 'milestone', names: [sprint.title], projects: [project, withoutHost(project)], url: sprint.url } : null;
  }
  const issue = key && (await ports.store.material([key])).issues.get(key);
  return issue ? { member: 'parent', names: [key, withoutHost(key)], projects: [issue.project, withoutHost(issue.project)], url: issue.url } : null;
}

/** From the even chance to the 85 %. */
function forecastWords(forecast: RoadmapItemView['forecast']): string | null {
  if (forecast.state !== 'forecast') return null;
  const { p50, p85 } = forecast;
  return `forecast ${p85 === null ? `${dateInWords(p50)} or later` : p85 === p50 ? dateInWords(p50) : windowInWords({ from: p50, to: p85 })}`;
}

async function goalRow(ports: Ports, { project, board, milestone }: LineAbout, shown: readonly IssueKey[]): Promise<LineRow | null> {
  const of = project ?? commonProject(ports, shown);
  return of && goalLine(ports, of, board, milestone);
}

/** Of a board that gathers several projects, the one that most of its issues are of. */
function commonProject(ports: Ports, shown: readonly IssueKey[]): ProjectKey | null {
  const counted = Map.groupBy(shown, (key) => ports.trackerFor(key)?.projectOf(key) ?? null);
  counted.delete(null);
  return [...counted].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
