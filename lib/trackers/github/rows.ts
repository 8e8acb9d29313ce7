/**
 * What is read of GitHub's answers, and nothing more: unknown members are ignored, and the members that some servers
 * or some years lack read as null. A member that decides something (labels, milestone, dates) must be right where it is
 * present, or the row is rejected: a label list that cannot be read is not an empty one.
 */
import * as z from 'zod/mini';
import { extra, name } from '../rows.ts';

const whole = z.int().check(z.nonnegative());
const moment = z.iso.datetime({ offset: true });
/** Ids have passed 32 bits; Octokit gives those beyond 53 bits as bigint. */
const id = z.union([z.int(), z.bigint()]);

export const issueRow = z.object({
  id,
  number: z.int().check(z.positive()),
  title: z.string(),
  html_url: z.string(),
  repository_url: z.nullish(z.string()),
  state: z.enum(['open', 'closed']),
  state_reason: z.nullish(z.string()),
  draft: z.nullish(z.boolean()),
  // Servers of 2012 sent it on issues too, with null addresses inside.
  pull_request: z.nullish(z.object({ html_url: z.nullish(z.string()), merged_at: z.nullish(moment) })),
  user: z.nullish(z.object({ login: z.string() })),
  assignees: z.nullish(z.array(z.nullable(z.object({ login: z.string() })))),
  labels: z.nullish(z.array(z.union([z.string(), z.object({ name: z.nullish(z.string()) })]))),
  milestone: z.nullish(z.object({ number: z.int().check(z.positive()) })),
  created_at: moment,
  updated_at: moment,
  closed_at: z.nullish(moment),
  comments: extra(whole),
  type: extra(z.object({ name: z.string() })),
  // Servers of before 2018 know no rocket.
  reactions: extra(z.object({ '+1': extra(whole), heart: extra(whole), hooray: extra(whole), rocket: extra(whole) })),
  issue_dependencies_summary: extra(z.object({ blocked_by: whole, blocking: whole })),
  sub_issues_summary: extra(z.object({ total: whole, completed: whole })),
  parent_issue_url: extra(z.string()),
  issue_field_values: extra(z.array(z.unknown())),
});
export type IssueRow = z.infer<typeof issueRow>;

export const fieldValueRow = z.object({
  issue_field_name: z.string(),
  data_type: extra(z.string()),
  value: extra(z.union([z.string(), z.number(), z.array(z.string())])),
  single_select_option: extra(z.object({ name: z.string() })),
  multi_select_options: extra(z.array(z.object({ name: z.string() }))),
});

export const eventRow = z.object({
  event: z.string(),
  created_at: moment,
  // Absent of who has deleted their account.
  actor: extra(z.object({ login: z.string() })),
  label: extra(z.object({ name: z.string() })),
  milestone: extra(z.object({ title: z.string() })),
  assignee: extra(z.object({ login: z.string() })),
});
export type EventRow = z.infer<typeof eventRow>;

export const milestoneRow = z.object({
  number: z.int().check(z.positive()),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  description: z.nullish(z.string()),
  due_on: z.nullish(moment),
  closed_at: z.nullish(moment),
  created_at: moment,
  // Absent in recordings of 2012.
  updated_at: z.nullish(moment),
  open_issues: whole,
  closed_issues: whole,
});

export const accountRow = z.object({ login: name });
export const labelRows = z.array(z.object({ name: z.string() }));

/** A folder is a list; a link to a file or a submodule has no content; above a megabyte the content is empty and its encoding `none`. */
export const fileRow = z.object({ type: z.string(), sha: z.string(), size: whole, encoding: z.nullish(z.string()), content: z.nullish(z.string()) });
export const repositoryRow = z.object({ default_branch: z.string() });
export const branchRow = z.object({ object: z.object({ sha: z.string() }) });
export const pullRow = z.object({ html_url: z.string() });
