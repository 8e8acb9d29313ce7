import { SEVERITY_ORDER } from '../core/risk/severity.ts';
import { joinedAt } from '../core/sprint/joined.ts';
import { isCounted } from '../core/sprint/progress.ts';
import { startedOn } from '../core/sprint/span.ts';
import type { WorkCalendar } from '../core/time.ts';
import type { SprintIssue, SprintView } from '../messaging/messages.ts';
import type { IssueRow, SprintRow } from '../storage/rows.ts';
import type { Assessment } from './assess-issue.ts';

/** Open issues with flags that nobody accepted, worst first. */
export function flaggedOf(assessments: readonly Assessment[]): SprintIssue[] {
  return assessments
    .filter(({ issue, flags }) => issue.status.category !== 'done' && flags.some((flag) => flag.accepted === null))
    .map((assessment) => sprintIssue(assessment.issue, assessment.flags))
    .toSorted((a, b) => severityOf(a) - severityOf(b) || b.flags.length - a.flags.length);
}

const severityOf = (issue: SprintIssue): number => Math.min(...issue.flags.map((flag) => SEVERITY_ORDER[flag.severity]));

/** An issue as the popup lists it, with its unaccepted flags. */
export function sprintIssue(issue: Pick<IssueRow, 'key' | 'reference' | 'title' | 'url' | 'status'>, flags: Assessment['flags'] = []): SprintIssue {
  return {
    key: issue.key, reference: issue.reference, title: issue.title, url: issue.url, done: issue.status.category === 'done',
    flags: flags.filter((flag) => flag.accepted === null).map(({ label, severity, reason }) => ({ label, severity, reason })),
  };
}

/**
 * What came into a sprint after it had begun: by an issue's own history where it tells, after the day of the start, on which a sprint is still being planned;
 * else by what was there when we first saw the sprint running. `null` where neither is known. Pull requests, and what was closed as not planned or as a duplicate, are no work of it.
 */
export function creptInto(sprint: SprintRow, issues: readonly IssueRow[], calendar: WorkCalendar): SprintView['crept'] {
  const started = startedOn(sprint, calendar);
  const planned = started && calendar.endOf(started);
  const told = issues.filter(isCounted).map((issue) => ({ issue, joined: planned === null ? null : joinedAt(issue, sprint.number) }));
  const byHistory = told.some(({ joined }) => joined !== null);
  const untold = told.some(({ joined }) => joined === null);
  const { baseline } = sprint;
  const since = byHistory ? planned : (baseline?.at ?? null);
  if (since === null) return null;
  const first = new Set(baseline?.issues);
  const late = told.filter(({ issue, joined }) => (joined === null ? baseline !== null && !first.has(issue.key) : planned !== null && joined > planned));
  return { since, by: !byHistory ? 'first-seen' : untold && baseline !== null ? 'both' : 'history', issues: late.map(({ issue }) => sprintIssue(issue)) };
}
