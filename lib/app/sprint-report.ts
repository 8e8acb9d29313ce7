import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import { asOf, dayLastRead } from '../core/as-of.ts';
import { oddsOf, type SprintOdds } from '../core/forecast/odds.ts';
import { burnUpOf } from '../core/sprint/burn-up.ts';
import { currentSprint } from '../core/sprint/current-sprint.ts';
import { dailyChanges, lastDailyOn } from '../core/sprint/daily.ts';
import { coverageOf, type GoalCoverage } from '../core/sprint/goal-coverage.ts';
import { goalHealth } from '../core/sprint/goal-health.ts';
import { servesAt } from '../core/sprint/goal-track.ts';
import { threatsTo } from '../core/sprint/goal-threats.ts';
import { presentText } from '../core/sprint/ledger.ts';
import { growthOf } from '../core/sprint/growth.ts';
import { unreadIn } from '../core/sprint/progress.ts';
import { daysOf, openWork } from '../core/sprint/sprint-work.ts';
import { flagSprint } from '../core/sprint/flags.ts';
import { flagsByRule } from '../core/sprint/flags-by-rule.ts';
import { standUpText } from '../core/sprint/stand-up.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import { timeLeft } from '../core/sprint/time-left.ts';
import { backlogKey, hostOf } from '../core/keys.ts';
import type { SprintReport } from '../messaging/messages.ts';
import type { ConnectionRow, IssueRow, JobRow, ProjectRow, SettingsRow } from '../storage/rows.ts';
import { assessor } from './assess-issue.ts';
import type { Ports } from './ports.ts';
import { goalTracks } from './goal-tracks.ts';
import { stoppedReading } from './last-read.ts';
import { goalMarks, reportIssues } from './report-issues.ts';
import { accountOf, formerOf, isIn, type SprintAccount } from './sprint-account.ts';
import { goalsView } from './sprint-goals.ts';
import { isAnonymous } from './site.ts';
import { ledgerGoalsOf, type ReadProject, readProject } from './sprint-ledger.ts';
import { planOf } from './sprint-plan.ts';
import { recentThroughput } from './team-throughput.ts';

/** Another shape of a report has another number: one that an older Waymark kept is not shown. */
const FORM = 3;
/** So many sprints before it tell how its scope will grow and what the team can do. */
const PAST = 6;

/**
 * Everything about one sprint of a project, the current one unless another is wanted, computed from what is stored: its goal and how it goes, what happened and what will happen. `null` where no sprint runs.
 * It is kept, so that `lastSprintReport` has it at once.
 *
 * @example (await sprintReport(ports, 'github.com/acme/shop', null))?.health.health // → 'at-risk'
 */
export async function sprintReport(ports: Ports, project: ProjectKey, wanted: SprintKey | null): Promise<SprintReport | null> {
  const [read, row, settings, jobs, connection] = await Promise.all([readProject(ports, project), ports.store.project(project), ports.store.settings(), ports.store.jobs(), ports.store.connection(hostOf(project))]);
  const sprint = chosen(read, settings, project, wanted, ports.now());
  if (!sprint || !row) return null;
  const report = await reportOn(ports, sprint, { read, row, settings, jobs, connection });
  await ports.store.keepSprintView(wanted ?? project, { form: FORM, report });
  return report;
}

/** The report as it was made last, however old; `null` where there is none. */
export async function lastSprintReport(ports: Pick<Ports, 'store'>, project: ProjectKey, wanted: SprintKey | null): Promise<SprintReport | null> {
  const kept = await ports.store.keptSprintView(wanted ?? project);
  // Only `sprintReport` writes here, and the form says which one did.
  return typeof kept === 'object' && kept !== null && 'form' in kept && kept.form === FORM && 'report' in kept ? (kept.report as SprintReport) : null;
}

function chosen({ sprints, there, calendar }: ReadProject, settings: SettingsRow, project: ProjectKey, wanted: SprintKey | null, now: number): Sprint | null {
  if (wanted !== null) return sprints.find(({ key }) => key === wanted) ?? null;
  return currentSprint(sprints.filter(({ key }) => there.has(key)), settings.pickedSprint[project] ?? null, now, calendar);
}

interface Given {
  readonly read: ReadProject;
  readonly row: ProjectRow;
  readonly settings: SettingsRow;
  readonly jobs: readonly JobRow[];
  readonly connection: ConnectionRow | undefined;
}

async function reportOn(ports: Ports, sprint: Sprint, { read, row, settings, jobs, connection }: Given): Promise<SprintReport> {
  const { sprints, calendar, rows } = read;
  const project = { key: row.project, name: row.name };
  const now = ports.now();
  const stopped = stoppedReading(row, jobs, connection, now, calendar);
  const [account, past, goals, team] = await Promise.all([
    accountOf(ports, sprint, sprints, calendar),
    Promise.all(formerOf(sprint, sprints, PAST).filter(({ state }) => state === 'closed').map((one) => accountOf(ports, one, sprints, calendar))),
    goalsView(ports, sprint, rows.get(sprint.key)), recentThroughput(ports, sprint, sprints, calendar, jobs),
  ]);
  const { span, tracks, story, snapshots } = account;
  // What is told of today stands on what was read: where nothing is any more, on the last moment that was. What had ended by then is known for good.
  const lastRead = span.endedAt === null ? dayLastRead(stopped?.at, now, calendar) : null;
  const present = Math.max(now, account.now);
  const seen = lastRead === null ? present : (stopped?.at ?? present);
  const held = heldIn(account);
  const material = await ports.store.material(account.issues.map(({ key }) => key));
  const markOf = goalMarks(material, { label: goals.label, items: goals.items.map(({ id }) => id) });
  const goal = goalTracks(account, present, goals.label, markOf, material);
  const serving = new Set(account.issues.flatMap(({ key }) => (servesAt(goal, key, present) ? [key] : [])));
  const coverage = coverageOf(held, serving);
  const open = openWork(held, serving, seen, calendar);
  // Until it begins its team works on something else.
  const from = Math.max(now, span.startsAt);
  const chances = span.endedAt === null ? oddsOf({ daily: team.daily, growth: growthOf(past.map((one) => one.story), calendar), goalLeft: goalLeft(coverage), left: open.length, finishedToday: from > now ? 0 : team.today, dueOn: span.dueOn, startsOn: span.from, seed: sprint.key, now: from, calendar }) : OVER;
  // What was finished since, nobody has seen.
  const odds = stopped && chances.state !== 'done' ? { state: 'declined' as const, because: stopped.because, from: chances.from } : chances;
  const days = daysOf(span, seen, calendar);
  const health = goalHealth({ coverage, odds, days, dueOn: span.dueOn, over: span.endedAt !== null || (span.dueOn !== null && span.dueOn < calendar.dateOf(seen)), blocked: open.filter((issue) => issue.goal && issue.blocked).length, stopped: span.endedAt === null && stopped ? { on: calendar.dateOf(stopped.at), because: stopped.because } : null });
  const assess = assessor(material, now);
  const flagged = held.filter(({ status }) => status.category !== 'done').map((issue) => [issue.key, assess(issue).flags] as const);
  const flags = new Map(flagged.map(([key, found]) => [key, found.filter(({ accepted }) => accepted === null).map(({ rule }) => rule)]));
  const cycleDays = material.rankings.get(backlogKey(project.key, 'issue'))?.cycleDays ?? [];
  const sprintFlags = span.endedAt !== null ? [] : flagSprint({ coverage, odds, open, plan: planOf(held, story, past), days, cycleDays, thresholds: settings.thresholds }, settings.mutedRules).map((flag) => ({ ...flag, reason: asOf(flag.reason, lastRead) }));
  // While nothing is marked, everything in the sprint is for its goal.
  const threats = threatsTo(flagged.filter(([key]) => serving.size === 0 || serving.has(key)), sprintFlags);
  const daily = dailyChanges({ span, since: lastDailyOn(seen, calendar), now: seen, calendar, snapshots: snapshots.filter((one) => one.sprint === sprint.key), flags }, tracks);
  const left = timeLeft(sprint.dueOn, now, calendar);
  const issues = reportIssues(account.issues, markOf);
  const asks = await unsaid(ports, read, past);
  if (sprint.state === 'open' && lastRead === null) await ports.store.noteStanding(sprint.key, calendar.dateOf(now), now, { flags, goal: serving });
  return {
    project, sprint, ...(!read.there.has(sprint.key) && { gone: true as const }), goals, asks, health, ...left, coverage, odds, story, daily: { ...daily, ...(lastRead !== null && { until: lastRead }) }, threats, flags: span.endedAt === null ? flagsByRule(flagged) : [], issues, madeAt: now, today: calendar.dateOf(now),
    burnUp: burnUpOf({ span, now: seen, calendar }, tracks, goal),
    unread: span.endedAt === null && isAnonymous(ports, project.key, connection) ? unreadIn(sprint, held.length, row.complete) : 0,
    text: standUpText({ title: sprint.title, dueOn: sprint.dueOn, goals: goals.goals, ...left, health, coverage, odds, daily, threats, nameOf: (key) => nameOf(issues, key) }),
  };
}

/** The latest sprint before it that has ended with goals of which nobody has said what became of them. */
async function unsaid(ports: Ports, read: ReadProject, past: readonly SprintAccount[]): Promise<SprintReport['asks']> {
  const last = past.find(({ span }) => span.endedAt !== null);
  if (!last) return null;
  const goals = await ledgerGoalsOf(ports, last.sprint, read);
  const open = goals.filter(({ outcome }) => outcome === null).map(presentText);
  return open.length === 0 ? null : { sprint: last.sprint.key, title: last.sprint.title, goals: goals.map(presentText) };
}

const OVER: SprintOdds = { state: 'done' };

/** What is in it, or was at its end. */
function heldIn({ sprint, span, story, issues }: SprintAccount): readonly IssueRow[] {
  if (span.endedAt === null) return issues.filter((issue) => isIn(issue, sprint));
  const atEnd = new Set([...story.done, ...story.doneBefore, ...story.carriedOut].map(({ issue }) => issue));
  return issues.filter(({ key }) => atEnd.has(key));
}

function goalLeft({ goal, left }: GoalCoverage): number | null {
  return goal.total === 0 ? null : left.length;
}

function nameOf(issues: SprintReport['issues'], key: IssueKey): string {
  const issue = issues[key];
  return issue ? `${issue.reference} ${issue.title}` : key.slice(key.lastIndexOf('/') + 1);
}
