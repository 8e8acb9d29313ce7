import type { IssueKey } from '../../../lib/core/issue.ts';
import type { StoryIssue } from '../../../lib/core/sprint/story.ts';
import type { ReportIssue, SprintReport } from '../../../lib/messaging/messages.ts';

const ORDER = { doing: 0, todo: 1, done: 2 } as const;

/** Made once: for hundreds of issues a collator each is what takes the time. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true });

/** What is in the sprint, or was at its end: work in progress first, what is done last. */
export function heldIssues({ story, issues }: Pick<SprintReport, 'story' | 'issues'>): ReportIssue[] {
  const keys = new Set([...story.carriedOut, ...story.done, ...story.doneBefore].map(({ issue }) => issue));
  return [...keys].flatMap((key) => issues[key] ?? []).toSorted((a, b) => ORDER[a.category] - ORDER[b.category] || BY_NUMBER.compare(a.reference, b.reference));
}

/** Of some entries, the issues that are still known, and how many are not. */
export function knownOf(entries: readonly StoryIssue[], issues: Readonly<Record<IssueKey, ReportIssue>>): { known: ReportIssue[]; unknown: number } {
  const known = entries.flatMap(({ issue }) => issues[issue] ?? []);
  return { known, unknown: entries.length - known.length };
}
