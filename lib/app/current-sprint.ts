import type { ProjectKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { currentSprint } from '../core/sprint/current-sprint.ts';
import { asOfDay, breakOn } from '../core/sprint/iterations.ts';
import { sprintProgress, unreadIn } from '../core/sprint/progress.ts';
import { timeLeft } from '../core/sprint/time-left.ts';
import type { WorkCalendar } from '../core/time.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { RunningSprint, SprintView } from '../messaging/messages.ts';
import type { IssueRow, OutboxRow, SettingsRow, SprintRow } from '../storage/rows.ts';
import { assessor } from './assess-issue.ts';
import type { Ports } from './ports.ts';
import { goalOf, goalWrites } from './sprint-goal.ts';
import { isAnonymous } from './site.ts';
import { creptInto, flaggedOf } from './sprint-issues.ts';

export interface CurrentSprint {
  readonly view: SprintView | null;
  /** Sprints that run at the same time: boards of one project each have their own. Open milestones are not all sprints, so on GitHub there are none. */
  readonly alongside: readonly RunningSprint[];
  /** Where none runs because its Project has a break: the iterations on both sides of it. */
  readonly between: ReturnType<typeof breakOn>;
  readonly sprints: readonly SprintRow[];
}

/**
 * The current sprint of a project: the one that the user picked, else that of the board in view, else the open one with the nearest due date.
 * `view` is `null` when none is open.
 *
 * @example (await currentSprintOf(ports, 'github.com/acme/shop')).view?.goal?.text // → 'Shoppers pay in two taps'
 */
export async function currentSprintOf(ports: Ports, project: ProjectKey, board: number | null = null): Promise<CurrentSprint> {
  const { settings, sprints, ...sight } = await stateOf(ports, project);
  const { row, chosenBy } = chooseSprint(sprints, settings, project, board, ports.now(), sight.calendar);
  const others = sprints.filter((sprint) => sprint.state === 'open' && sprint.board !== undefined && sprint.key !== row?.key);
  const [view, alongside] = await Promise.all([
    row ? sprintView(ports, row, chosenBy, sight) : null,
    Promise.all(others.map(async (sprint) => running(ports, sprint, await ports.store.issuesOfSprint(sprint.key), sight))),
  ]);
  return { view, alongside, between: row ? null : breakOn(sprints, sight.calendar.dateOf(ports.now())), sprints };
}

/** Of that sprint only what a line above a page says: its goal, its days and its progress, at the cost of reading its issues. `null` when none is open. */
export async function runningSprintOf(ports: Ports, project: ProjectKey, board: number | null): Promise<RunningSprint | null> {
  const { settings, sprints, ...sight } = await stateOf(ports, project);
  const { row } = chooseSprint(sprints, settings, project, board, ports.now(), sight.calendar);
  return row ? running(ports, row, await ports.store.issuesOfSprint(row.key), sight) : null;
}

/** What every sprint of a project is seen by. */
interface Sight {
  readonly outbox: readonly OutboxRow[];
  readonly calendar: WorkCalendar;
  /** The whole project has been read. */
  readonly complete: boolean;
  /** No more of it is read than anonymous requests reach. */
  readonly anonymous: boolean;
}

async function stateOf(ports: Ports, project: ProjectKey): Promise<Sight & { readonly settings: SettingsRow; readonly sprints: readonly SprintRow[] }> {
  const [settings, stored, outbox, known, connection] = await Promise.all([ports.store.settings(), ports.store.sprints(project), ports.store.outbox(), ports.store.project(project), ports.store.connection(hostOf(project))]);
  const calendar = workCalendar(settings.calendar);
  return { settings, calendar, outbox, complete: known?.complete === true, anonymous: isAnonymous(ports, project, connection), sprints: stored.map((sprint) => asOfDay(sprint, calendar.dateOf(ports.now()))) };
}

function chooseSprint(sprints: readonly SprintRow[], settings: SettingsRow, project: ProjectKey, board: number | null, now: number, calendar: WorkCalendar): { row: SprintRow | undefined; chosenBy: SprintView['chosenBy'] } {
  const rowOf = (key: string | undefined) => sprints.find((sprint) => sprint.key === key);
  const picked = settings.pickedSprint[project] ?? null;
  const own = board === null || rowOf(picked ?? undefined) ? null : currentSprint(sprints.filter((sprint) => sprint.board?.id === board), null, now, calendar);
  const chosen = own ?? currentSprint(sprints, picked, now, calendar);
  return { row: rowOf(chosen?.key), chosenBy: own ? 'board' : rowOf(picked ?? undefined) ? 'pick' : 'date' };
}

async function sprintView(ports: Ports, row: SprintRow, chosenBy: SprintView['chosenBy'], sight: Sight): Promise<SprintView> {
  const now = ports.now();
  const issues = await ports.store.issuesOfSprint(row.key);
  const material = await ports.store.material(issues.map((issue) => issue.key));
  const { estimate, hours } = sprintProgress(issues);
  return {
    ...(await running(ports, row, issues, sight)),
    chosenBy,
    dueOn: row.dueOn,
    estimate,
    ...(hours && { hours }),
    flagged: flaggedOf(issues.map(assessor(material, now))),
    crept: creptInto(row, issues, sight.calendar),
  };
}

async function running(ports: Ports, row: SprintRow, issues: readonly IssueRow[], { outbox, calendar, complete, anonymous }: Sight): Promise<RunningSprint & Pick<SprintView, 'unread'>> {
  const { issues: counted } = sprintProgress(issues);
  const missing = unreadIn(row, issues.length, complete);
  return {
    sprint: row,
    goal: goalOf(row, goalWrites(outbox, row), (await ports.store.localGoal(row.key))?.text ?? null),
    ...timeLeft(row.dueOn, ports.now(), calendar),
    // The tracker's own counts hold before every issue has been read.
    issues: missing === 0 ? counted : { done: row.closedIssues, total: row.openIssues + row.closedIssues },
    unread: anonymous ? missing : 0,
  };
}
