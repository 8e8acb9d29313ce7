import type { ProjectKey } from '../../core/issue.ts';
import { milestoneKey } from '../../core/keys.ts';
import type { Sprint } from '../../core/sprint/sprint.ts';
import type { Read } from '../read.ts';
import { reasonOf, titleOf } from '../rows.ts';
import { readDate } from './fields.ts';
import { milestoneRow } from './rows.ts';

/** One milestone as a `Sprint` of that project. GitHub milestones have no start. */
export function readMilestoneRow(project: ProjectKey, raw: unknown): Read<Sprint> {
  const read = milestoneRow.safeParse(raw);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  const row = read.data;
  return {
    ok: true,
    value: {
      key: milestoneKey(project, row.number),
      project,
      number: row.number,
      title: titleOf(row.title),
      url: `https://${project}/milestone/${row.number}`,
      state: row.state,
      description: row.description ?? '',
      completedAt: row.state === 'closed' && row.closed_at ? Date.parse(row.closed_at) : null,
      startsOn: null,
      // A moment, midnight in California for years and in UTC now: the UTC day is the one that GitHub shows.
      dueOn: row.due_on ? readDate(row.due_on) : null,
      createdAt: Date.parse(row.created_at),
      updatedAt: Date.parse(row.updated_at ?? row.created_at),
      openIssues: row.open_issues,
      closedIssues: row.closed_issues,
    },
  };
}
