import type { RoadmapItem } from '../../../../lib/core/roadmap/roadmap-item.ts';
import type { RawIssue } from './raw-issues.ts';

const DAY = 86_400_000;
const THRESHOLD = 5;

/** Where each issue belongs, from the whole list and nothing kept: its own tag, else that of the nearest issue above that has one, else a rule, else nowhere. */
export function belongings(issues: readonly RawIssue[], items: readonly RoadmapItem[]): Map<string, string> {
  const byName = new Map(issues.map((issue) => [issue.name, issue]));
  const today = (id: string): string => (items.some((item) => item.id === id) ? id : (items.filter(({ formerIds = [] }) => formerIds.includes(id)).map((item) => item.id).sort()[0] ?? id));
  return new Map(issues.flatMap((issue) => {
    const above: string[] = [];
    for (let at = issue.parent; at !== null && at !== issue.name && !above.includes(at) && above.length < 8; at = byName.get(at)?.parent ?? null) above.push(at);
    const tag = tagOf(issue) ?? above.map((name) => tagOf(byName.get(name))).find((found) => found !== null) ?? null;
    if (tag !== null) return [[issue.name, today(tag)] as const];
    const fitting = items.filter(({ dropped, belongs = [] }) => dropped !== true && belongs.some((rule) => Object.keys(rule).length > 0
      && (rule.label === undefined || issue.labels.some((label) => same(label, rule.label))) && (rule.milestone === undefined || same(issue.milestone, rule.milestone))
      && (rule.parent === undefined || above.some((name) => same(name, rule.parent))) && (rule.version === undefined || issue.versions.some((version) => same(version, rule.version)))
      && (rule.project === undefined || same(issue.project, rule.project))));
    return fitting.map(({ id }) => [issue.name, id] as const).sort((a, b) => (a[1] < b[1] ? -1 : 1)).slice(0, 1);
  }));
}

const same = (one: string | null, other: string | undefined): boolean => one?.toLowerCase() === other?.toLowerCase();

function tagOf(issue: RawIssue | undefined): string | null {
  const label = issue?.labels.filter((name) => name.startsWith('roadmap:')).sort()[0];
  return label?.slice('roadmap:'.length) ?? issue?.property ?? null;
}

/** Issue by issue, what is on the page in sums. */
export function progress(issues: readonly RawIssue[]) {
  const done = issues.filter(({ state }) => state === 'done');
  const estimated = issues.filter(({ estimate }) => estimate !== null);
  const points = (of: readonly RawIssue[]): number => of.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0);
  const on = (tracker: RawIssue['tracker']) => (issues.some((issue) => issue.tracker === tracker) ? { [tracker]: { done: done.filter((issue) => issue.tracker === tracker).length, total: issues.filter((issue) => issue.tracker === tracker).length } } : {});
  return {
    issues: { done: done.length, total: issues.length },
    estimate: estimated.length === 0 ? null : { done: points(done), total: points(estimated), unestimated: issues.length - estimated.length },
    inProgress: issues.filter(({ state }) => state === 'doing').length, blocked: issues.filter(({ blocked }) => blocked).length,
    byTracker: { ...on('github'), ...on('jira') },
  };
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const isWorked = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay());

/** The days after one up to another that are worked on, counted one by one. */
export function workedDays(after: string, until: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(after) + DAY; at <= Date.parse(until); at += DAY) if (isWorked(dayOf(at))) days.push(dayOf(at));
  return days;
}

export const quietDays = (issues: readonly RawIssue[], now: number): number => workedDays(dayOf(Math.max(...issues.map(({ updated }) => updated))), dayOf(now)).length;

/** What was finished on each working day from the first that counts to yesterday; on a day off it counts for the working day before. */
export function throughput(issues: readonly RawIssue[], window: RoadmapItem['window'], now: number): number[] {
  const today = dayOf(now);
  const known = issues.length === 0 ? today : [dayOf(Math.min(...issues.map(({ created }) => created))), dayOf(now - 84 * DAY)].sort()[1]!;
  const opened = window?.from ?? null;
  const since = opened !== null && opened > known && workedDays(opened, today).length > 20 ? opened : known;
  const days = workedDays(dayOf(Date.parse(since) - DAY), dayOf(now - DAY));
  return days.map((day, index) => issues.filter(({ finished }) => finished !== null && dayOf(finished) >= day && (index + 1 === days.length ? dayOf(finished) < today && !(workedDays(day, dayOf(finished)).length > 0) : dayOf(finished) < days[index + 1]!)).length);
}

/** The chance that so many issues are finished within 1, 2, … days, each day being like any of the past, exactly: by adding up all that can happen. */
export function chances(daily: readonly number[], remaining: number, longest = 260): number[] {
  let mass = [1, ...Array.from({ length: remaining - 1 }, () => 0)];
  return Array.from({ length: longest }, () => {
    const next = mass.map(() => 0);
    for (const [done, chance] of mass.entries()) for (const count of chance === 0 ? [] : daily) if (done + count < remaining) next[done + count]! += chance / daily.length;
    mass = next;
    return 1 - mass.reduce((sum, chance) => sum + chance, 0);
  });
}

/** The word for how an item goes, out of the sentences that the documentation has for each of the five. */
export function health(item: Pick<RoadmapItem, 'horizon' | 'window' | 'dropped'>, issues: readonly RawIssue[], forecast: { readonly state: string; readonly p50?: string; readonly p85?: string | null }, now: number): string {
  const today = dayOf(now);
  const count = (state: RawIssue['state']): number => issues.filter((issue) => issue.state === state).length;
  if (item.dropped === true || issues.length === 0) return 'inactive';
  if (count('done') === issues.length) return 'complete';
  const quiet = quietDays(issues, now);
  if (count('done') + count('doing') === 0 || quiet >= 4 * THRESHOLD) return 'inactive';
  const end = item.window?.to ?? (item.window === undefined && item.horizon === 'now' ? dayOf(Date.parse(today) + 91 * DAY) : null);
  const promised = item.window !== undefined;
  const late = end !== null && ((promised && today > end) || forecast.state === 'beyond' || (forecast.state === 'forecast' && forecast.p50! > end));
  if (late && promised) return 'off-track';
  const unsure = end !== null && forecast.state === 'forecast' && (forecast.p85 === null || forecast.p85! > end);
  return late || unsure || issues.filter(({ blocked }) => blocked).length * 4 >= issues.length || quiet >= 2 * THRESHOLD ? 'at-risk' : 'on-track';
}
