import type { Issue } from '../../core/issue.ts';
import type { IssueRow } from './rows.ts';

// `status: in progress`, `status/in-progress`, `🚧 WIP`, `In Review`: the words alone, or behind a word for "status".
const DOING = /^(?:(?:status|state|stage|workflow) )?(?:in progress|work in progress|wip|doing|in review)$/;

/** GitHub knows open and closed only. What lies between is guessed from a label, else from an assignee, and says so. */
export function readStatus(row: Pick<IssueRow, 'state' | 'pull_request'>, labels: readonly string[], assignees: readonly string[]): Issue['status'] {
  if (row.state === 'closed') return { category: 'done', name: row.pull_request?.merged_at ? 'merged' : 'closed', guessedFrom: null };
  const label = labels.find((name) => DOING.test(wordsOf(name)));
  if (label !== undefined) return { category: 'doing', name: label, guessedFrom: label };
  if (assignees.length > 0) return { category: 'doing', name: 'open', guessedFrom: 'assignee' };
  return { category: 'todo', name: 'open', guessedFrom: null };
}

/** Why it was closed; of a pull request, that it was merged. Reasons of a later API read as none. */
export function readResolution(row: IssueRow): Issue['resolution'] {
  if (row.state !== 'closed') return null;
  if (row.pull_request?.merged_at) return 'completed';
  switch (row.state_reason) {
    case 'completed':
    case 'duplicate':
      return row.state_reason;
    case 'not_planned':
      return 'not-planned';
    default:
      return null;
  }
}

function wordsOf(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
