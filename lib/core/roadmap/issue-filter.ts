import type { Issue, IssueKey, ProjectKey, SprintKey } from '../issue.ts';

/** Which issues are wanted; `null` and an empty text ask for nothing. */
export interface IssueFilter {
  readonly project: ProjectKey | null;
  readonly label: string | null;
  /** A milestone or a sprint. */
  readonly sprint: SprintKey | null;
  /** An epic, or whatever else stands above. */
  readonly parent: IssueKey | null;
  /** Every word of it stands in the title, the reference or a label. */
  readonly text: string;
  /** Only what belongs to no roadmap item. */
  readonly untagged: boolean;
  /** Also what is done. */
  readonly closed: boolean;
}

/**
 * Whether an issue is among the wanted; `item` is the roadmap item that it belongs to, by whatever way. Capitals do not matter.
 *
 * `fitsFilter({title: 'Pay by card', labels: ['Checkout'], …}, null, {text: 'card check', untagged: true, …})` → `true`
 */
export function fitsFilter(issue: Issue, item: string | null, { project, label, sprint, parent, text, untagged, closed }: IssueFilter): boolean {
  if (untagged && item !== null) return false;
  if (!closed && issue.status.category === 'done') return false;
  if ((project !== null && issue.project !== project) || (sprint !== null && issue.sprint !== sprint) || (parent !== null && issue.parent !== parent)) return false;
  if (label !== null && !issue.labels.some((other) => other.toLowerCase() === label.toLowerCase())) return false;
  const words = text.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const hay = `${issue.title} ${issue.reference} ${issue.labels.join(' ')}`.toLocaleLowerCase('en');
  return words.every((word) => hay.includes(word));
}
