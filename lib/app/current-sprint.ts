import type { ProjectKey } from '../core/issue.ts';
import { hostOf } from '../core/keys.ts';
import { currentSprint } from '../core/sprint/current-sprint.ts';
import { sprintProgress } from '../core/sprint/progress.ts';
import { readGoal } from '../core/sprint/sprint-goal.ts';
import type { Sprint, SprintGoal } from '../core/sprint/sprint.ts';
import { workCalendar } from '../core/work-calendar.ts';
import type { SprintIssue, SprintView } from '../messaging/messages.ts';
import type { IssueRow, OutboxRow, SprintRow } from '../storage/rows.ts';
import { assessor, type Assessment } from './assess-issue.ts';
import { pendingWrite } from './pending-writes.ts';
import type { Ports } from './ports.ts';
import { writeAccess } from './write-access.ts';

/**
 * The current sprint of a project: on GitHub the open milestone with the nearest due date, or the one the user picked.
 * `null` when the project has no open milestone.
 *
 * @example (await currentSprintOf(ports, 'github.com/acme/shop'))?.goal?.text // → 'Shoppers pay in two taps'
 */
export async function currentSprintOf(ports: Ports, project: ProjectKey): Promise<{ view: SprintView | null; sprints: Sprint[] }> {
  const [settings, sprints] = await Promise.all([ports.store.settings(), ports.store.sprints(project)]);
  const now = ports.now();
  const calendar = workCalendar(settings.calendar);
  const picked = settings.pickedSprint[project] ?? null;
  const sprint = currentSprint(sprints, picked, now, calendar);
  const row = sprints.find((candidate) => candidate.key === sprint?.key);
  if (!row) return { view: null, sprints };

  const [issues, outbox, local, connection] = await Promise.all([
    ports.store.issuesOfSprint(row.key), ports.store.outbox(), ports.store.localGoal(row.key), ports.store.connection(hostOf(row.key)),
  ]);
  const material = await ports.store.material(issues.map((issue) => issue.key));
  const assessments = issues.map(assessor(material, now));
  const writes = outbox.filter((write) => write.write.kind === 'sprint-description' && write.write.sprint === row.key);
  const progress = sprintProgress(issues);
  const access = writeAccess(connection, hostOf(row.key));
  const view: SprintView = {
    sprint: row,
    goal: goalOf(row, writes, local?.text ?? null),
    goalVia: access.via === 'label' ? { via: 'tracker', because: 'Written into the milestone’s description, where the whole team sees it.' } : { via: 'local', because: access.because },
    picked: picked === row.key,
    workingDaysLeft: row.dueOn === null ? null : calendar.workingDaysBetween(now, row.dueOn),
    dueOn: row.dueOn,
    // The tracker's own counts hold before every issue has been read.
    issues: issues.length >= row.openIssues + row.closedIssues ? progress.issues : { done: row.closedIssues, total: row.openIssues + row.closedIssues },
    estimate: progress.estimate,
    flagged: flaggedOf(assessments),
    crept: creptOf(row, issues),
    pending: writes.map((write) => pendingWrite(write, now)),
  };
  return { view, sprints };
}

/** A goal on its way to the tracker shows at once; a goal kept here stands in where the tracker cannot be written. */
function goalOf(sprint: SprintRow, writes: readonly OutboxRow[], local: string | null): SprintGoal | null {
  const write = writes.at(-1)?.write;
  if (write?.kind === 'sprint-description') {
    const goal = readGoal(write.description);
    if (goal) return { ...goal, pending: true };
  }
  if (local !== null) return { text: local, source: 'local', pending: false };
  const goal = readGoal(sprint.description);
  return goal ? { ...goal, pending: false } : null;
}

const SEVERITY = { late: 0, risk: 1, watch: 2 } as const;

function flaggedOf(assessments: readonly Assessment[]): SprintIssue[] {
  return assessments
    .filter(({ issue, flags }) => issue.status.category !== 'done' && flags.some((flag) => flag.accepted === null))
    .map((assessment) => sprintIssue(assessment.issue, assessment.flags.filter((flag) => flag.accepted === null)))
    .toSorted((a, b) => severityOf(a) - severityOf(b) || b.flags.length - a.flags.length);
}

const severityOf = (issue: SprintIssue): number => Math.min(...issue.flags.map((flag) => SEVERITY[flag.severity]));

function sprintIssue(issue: Pick<IssueRow, 'key' | 'reference' | 'title' | 'url' | 'status'>, flags: Assessment['flags'] = []): SprintIssue {
  return {
    key: issue.key, reference: issue.reference, title: issue.title, url: issue.url, done: issue.status.category === 'done',
    flags: flags.map(({ label, severity, reason }) => ({ label, severity, reason })),
  };
}

/** What joined after we first saw the sprint running: as far as the data tells. */
function creptOf(sprint: SprintRow, issues: readonly IssueRow[]): SprintView['crept'] {
  if (!sprint.baseline) return null;
  const first = new Set(sprint.baseline.issues);
  return { since: sprint.baseline.at, issues: issues.filter((issue) => !first.has(issue.key)).map((issue) => sprintIssue(issue)) };
}
