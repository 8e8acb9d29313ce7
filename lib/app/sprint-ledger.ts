import type { IssueKey, ProjectKey, SprintKey } from '../core/issue.ts';
import { ledgerEntry, type LedgerGoal } from '../core/sprint/ledger.ts';
import { asOfDay } from '../core/sprint/iterations.ts';
import { ledgerGoals } from '../core/sprint/ledger-goals.ts';
import { ledgerMarkdown } from '../core/sprint/ledger-markdown.ts';
import type { Sprint } from '../core/sprint/sprint.ts';
import type { WorkCalendar } from '../core/time.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { LedgerSprint, LedgerView, ReportIssue } from '../messaging/messages.ts';
import { ProblemError } from '../messaging/problem.ts';
import type { LedgerRow } from '../storage/rows.ts';
import { knownOf } from './last-read.ts';
import type { Ports } from './ports.ts';
import { goalMarks, reportIssues } from './report-issues.ts';
import { accountOf } from './sprint-account.ts';
import { conventionsOf } from './sprint-conventions.ts';
import { goalsOfSprint } from './sprint-goals.ts';

/** Two years of fortnights. */
const MOST = 60;

/**
 * Every sprint of a project that has begun, the latest first: its goals with all their wordings and outcomes, what was finished and what was carried over. Sprints that their tracker has deleted stay in it.
 *
 * @example (await sprintLedger(ports, 'github.com/acme/shop')).sprints[0]?.asks // → true
 */
export async function sprintLedger(ports: Ports, project: ProjectKey): Promise<LedgerView> {
  const read = await readProject(ports, project);
  const entries = await Promise.all(begun(read.sprints, read.calendar.dateOf(ports.now())).slice(0, MOST).map((sprint) => entryOf(ports, sprint, read)));
  return { sprints: entries.map(({ entry }) => entry), issues: Object.assign({}, ...entries.map(({ issues }) => issues)) };
}

/** The ledger's account of one sprint, as Markdown for its review. */
export async function sprintReview(ports: Ports, sprint: SprintKey): Promise<{ markdown: string }> {
  const project = ports.trackerFor(sprint)?.sprintProjectOf(sprint) ?? null;
  const read = project && (await readProject(ports, project));
  const row = read?.sprints.find(({ key }) => key === sprint);
  if (!read || !row) throw new ProblemError({ kind: 'unknown', sentence: 'This sprint is not known here any more.', action: 'Refresh, then try again.' });
  const { entry, issues } = await entryOf(ports, row, read);
  return { markdown: ledgerMarkdown(entry, (key) => issues[key] ?? null, read.calendar) };
}

export interface ReadProject {
  /** Those that are gone among them. */
  readonly sprints: readonly Sprint[];
  /** Still at the tracker. */
  readonly there: ReadonlySet<SprintKey>;
  readonly calendar: WorkCalendar;
  readonly rows: ReadonlyMap<SprintKey, LedgerRow>;
}

/** The sprints of a project, and what was said of each. */
export async function readProject(ports: Pick<Ports, 'store' | 'now'>, project: ProjectKey): Promise<ReadProject> {
  const { store, now } = ports;
  const [settings, there, ledger, { until }] = await Promise.all([store.settings(), store.sprints(project), store.ledger(project), knownOf(ports, project, [])]);
  const known = new Set(there.map(({ key }) => key));
  const gone = ledger.flatMap(({ kept }) => (kept && !known.has(kept.key) ? [{ ...kept, state: 'closed' as const }] : []));
  const calendar = workCalendar(settings.calendar);
  const [today, lastRead] = [calendar.dateOf(now()), calendar.dateOf(until)];
  // By its date alone an iteration is over; how it ended, and what was carried over, is known once something was read after it.
  const standing = (sprint: Sprint): Sprint => {
    const then = asOfDay(sprint, lastRead);
    return then.state === 'open' ? then : asOfDay(sprint, today);
  };
  return { sprints: [...there.map(standing), ...gone], there: known, calendar, rows: new Map(ledger.map((row) => [row.sprint, row])) };
}

/** Those that have begun and are timeboxes, or had a goal; the latest first. */
export function begun(sprints: readonly Sprint[], today: string): Sprint[] {
  const isSprint = ({ state, dueOn, startsOn, board }: Sprint): boolean => state !== 'future' && (dueOn !== null || board != null) && (startsOn === null || startsOn <= today);
  return sprints.filter(isSprint).toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
}

function endOf({ dueOn, completedAt, updatedAt }: Sprint): string {
  return dueOn ?? new Date(completedAt ?? updatedAt).toISOString().slice(0, 10);
}

/** The goals of one sprint with all that they have said, and what the team said of them. */
export async function ledgerGoalsOf({ store }: Pick<Ports, 'store'>, sprint: Sprint, { rows }: ReadProject): Promise<LedgerGoal[]> {
  const [wordings, goals] = await Promise.all([store.goalWordings(sprint.key), goalsOfSprint({ store }, sprint)]);
  return ledgerGoals(wordings, rows.get(sprint.key)?.outcomes ?? [], goals);
}

async function entryOf(ports: Ports, sprint: Sprint, read: ReadProject): Promise<{ entry: LedgerSprint; issues: Record<IssueKey, ReportIssue> }> {
  const { sprints: known, calendar, rows, there } = read;
  const [account, goals, conventions] = await Promise.all([accountOf(ports, sprint, known, calendar), ledgerGoalsOf(ports, sprint, read), conventionsOf(ports, sprint.project)]);
  const { story, span } = account;
  const row = rows.get(sprint.key);
  const named = new Set([...story.done, ...story.carriedOut].map(({ issue }) => issue));
  const material = await ports.store.material([...named]);
  return {
    entry: {
      ...ledgerEntry(sprint.title, story, goals), state: sprint.state, gone: there.has(sprint.key) === false,
      asks: span.endedAt !== null && goals.some(({ outcome }) => outcome === null), basis: story.basis, since: story.since,
    },
    issues: reportIssues(account.issues.filter(({ key }) => named.has(key)), goalMarks(material, { label: conventions.goalLabel, items: row?.items ?? [] })),
  };
}
