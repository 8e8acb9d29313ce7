import type { IssueKey } from '../issue.ts';
import { markdownText } from '../markdown-text.ts';
import type { WorkCalendar } from '../time.ts';
import { changesOfWording, type GoalOutcome, type GoalPlace, type LedgerEntry, type LedgerGoal, presentText } from './ledger.ts';
import type { StoryIssue } from './story.ts';

/** What an issue is called in a text; `null` for one that nobody knows any more. */
export type NameOf = (issue: IssueKey) => { readonly reference: string; readonly title: string; readonly url: string } | null;

const RESULTS: Readonly<Record<GoalOutcome['result'], string>> = { met: 'Met', partly: 'Partly met', not: 'Not met' };
const PLACES: Readonly<Record<GoalPlace, string>> = { 'field': 'in the sprint', 'description': 'in the description', 'first-paragraph': 'in the description', 'local': 'in Waymark', 'file': 'in the team’s roadmap', 'status-update': 'in a status update' };

/**
 * A sprint of the ledger for its review: the goals with their outcome and every change of wording, the increment, what was carried over.
 *
 * `ledgerMarkdown(entry, nameOf, calendar)` → `'## Sprint 12\n\n2026-11-02 to 2026-11-13\n\n**Sprint Goal:** Pay by card…'`
 */
export function ledgerMarkdown({ title, span, goals, carriedOver, increment }: LedgerEntry, nameOf: NameOf, calendar: WorkCalendar): string {
  const last = span.endedOn ?? span.dueOn;
  return [
    `## ${markdownText(title)}`,
    `${span.from}${last === null ? '' : ` to ${last}`}`,
    ...(goals.length === 0 ? ['No Sprint Goal.'] : goals.flatMap((goal, index) => goalLines(goal, index, goals.length, calendar))),
    `### Increment (${increment.length})`,
    issueList(increment, nameOf),
    `### Carried over (${carriedOver.length})`,
    issueList(carriedOver, nameOf),
  ].join('\n\n') + '\n';
}

function goalLines(goal: LedgerGoal, index: number, of: number, calendar: WorkCalendar): string[] {
  const { outcome } = goal;
  const text = presentText(goal);
  const said = text === '' ? '(withdrawn)' : markdownText(text);
  const result = outcome === null ? 'Not said yet' : RESULTS[outcome.result];
  const note = outcome === null || outcome.note.trim() === '' ? '' : `: ${markdownText(outcome.note)}`;
  const changes = changesOfWording(goal).map(({ text: words, at, by, from }) => `- ${calendar.dateOf(at)}, ${by === null ? 'somebody' : markdownText(by)} ${PLACES[from]}: ${words === '' ? '(withdrawn)' : markdownText(words)}`);
  return [`**${of === 1 ? 'Sprint Goal' : `Sprint Goal ${index + 1}`}:** ${said}`, `**Outcome:** ${result}${note}`, ...(changes.length > 1 ? [`Changes of its wording:\n\n${changes.join('\n')}`] : [])];
}

function issueList(issues: readonly StoryIssue[], nameOf: NameOf): string {
  if (issues.length === 0) return 'None.';
  return issues.map(({ issue }) => {
    const named = nameOf(issue);
    return named === null ? `- ${markdownText(issue)}` : `- [${markdownText(named.reference)}](${named.url}) ${markdownText(named.title)}`;
  }).join('\n');
}
