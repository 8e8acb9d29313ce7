import type { Issue, Reactions, StateReason } from '../model/issue.ts';
import type { Label, Milestone } from '../model/repository.ts';
import { count, isRecord, records, text, textOrNull } from './values.ts';

/** Recorded REST rows as the world's issues. What a row lacks is left empty; the row itself is kept and answered again. */
export function issuesFromRows(rows: readonly unknown[]): { issues: Map<number, Issue>; labels: Map<string, Label>; milestones: Map<number, Milestone> } {
  const issues = new Map<number, Issue>();
  const labels = new Map<string, Label>();
  const milestones = new Map<number, Milestone>();
  for (const row of rows) {
    if (!isRecord(row) || typeof row.number !== 'number') continue;
    for (const label of records(row.labels)) {
      const name = text(label.name);
      if (name !== '') labels.set(name.toLowerCase(), { id: count(label.id), name, color: text(label.color), description: textOrNull(label.description), isDefault: label.default === true });
    }
    if (isRecord(row.milestone)) milestones.set(count(row.milestone.number), milestoneFrom(row.milestone));
    issues.set(row.number, issueFrom(row, row.number));
  }
  return { issues, labels, milestones };
}

function issueFrom(row: Record<string, unknown>, number: number): Issue {
  const pull = isRecord(row.pull_request) ? { draft: row.draft === true, mergedAt: textOrNull(row.pull_request.merged_at), branch: `change-${number}` } : null;
  return {
    id: count(row.id), number, author: loginOf(row.user) ?? 'ghost', createdAt: text(row.created_at), pull, title: text(row.title), body: textOrNull(row.body),
    state: row.state === 'closed' ? 'closed' : 'open', stateReason: reasonOf(row.state_reason), labels: records(row.labels).map((label) => text(label.name)),
    assignees: records(row.assignees).map((person) => loginOf(person) ?? 'ghost'), milestone: isRecord(row.milestone) ? count(row.milestone.number) : null, type: null,
    comments: count(row.comments), reactions: isRecord(row.reactions) ? reactionsFrom(row.reactions) : {}, fields: null, updatedAt: text(row.updated_at),
    closedAt: textOrNull(row.closed_at), closedBy: null, reopenedAt: null, locked: row.locked === true, parent: null, children: [], blockedBy: [], blocking: [], raw: row,
  };
}

function milestoneFrom(row: Record<string, unknown>): Milestone {
  return {
    id: count(row.id), number: count(row.number), creator: loginOf(row.creator) ?? 'ghost', createdAt: text(row.created_at), title: text(row.title),
    description: textOrNull(row.description), state: row.state === 'closed' ? 'closed' : 'open', dueOn: textOrNull(row.due_on), updatedAt: text(row.updated_at), closedAt: textOrNull(row.closed_at),
  };
}

const REASONS: readonly StateReason[] = ['completed', 'reopened', 'not_planned', 'duplicate'];
const reasonOf = (value: unknown): StateReason | null => REASONS.find((reason) => reason === value) ?? null;
const reactionsFrom = (row: Record<string, unknown>): Reactions => ({ '+1': count(row['+1']), '-1': count(row['-1']), heart: count(row.heart), rocket: count(row.rocket) });
const loginOf = (value: unknown): string | null => (isRecord(value) && typeof value.login === 'string' ? value.login : null);
