/** What is read of Jira's answers, and nothing more. A missing optional member costs a fact, never the row. */
import * as z from 'zod/mini';
import { extra, name } from '../rows.ts';

const text = extra(z.string());
const whole = extra(z.number().check(z.nonnegative()));
const id = z.union([z.string(), z.number()]);

const statusRow = z.object({ id: extra(id), name: z.string(), statusCategory: extra(z.object({ id: extra(id), key: text })) });
export type StatusRow = z.infer<typeof statusRow>;
const named = z.object({ name: z.string() });
/** What people are told by differs: Cloud has an account's id, a Data Center a name and a key; a name for people may be hidden. */
const person = z.object({ displayName: text, name: text, key: text, accountId: text });
export type PersonRow = z.infer<typeof person>;

export const issueRow = z.object({
  // Absent in the answers of some tools that stand between.
  id: extra(id),
  key: z.string().check(z.regex(/^[A-Z][A-Z0-9_]+-[1-9]\d{0,14}$/)),
  properties: extra(z.record(z.string(), z.unknown())),
  changelog: z.optional(z.unknown()),
  fields: z.record(z.string(), z.unknown()),
});
export const keyRow = z.pick(issueRow, { key: true });

export const fieldsRow = z.object({
  // Absent where a project hides it, and in answers that were not asked for it.
  summary: z.nullish(z.string()),
  status: statusRow,
  resolution: extra(named),
  issuetype: extra(named),
  creator: extra(person),
  reporter: extra(person),
  assignee: extra(person),
  labels: z.nullish(z.array(z.string())),
  priority: extra(named),
  parent: extra(z.object({ key: z.string() })),
  epic: extra(z.object({ key: z.string() })),
  sprint: z.optional(z.unknown()),
  closedSprints: z.optional(z.unknown()),
  flagged: z.optional(z.unknown()),
  duedate: text,
  fixVersions: extra(z.array(extra(z.object({ name: z.string(), releaseDate: text, released: extra(z.boolean()) })))),
  // Moments: a text, and milliseconds from some tools that stand between.
  created: z.optional(z.unknown()),
  updated: z.optional(z.unknown()),
  resolutiondate: z.optional(z.unknown()),
  statuscategorychangedate: z.optional(z.unknown()),
  votes: extra(z.object({ votes: z.number() })),
  watches: extra(z.object({ watchCount: z.number() })),
  comment: extra(z.object({ total: whole })),
  issuelinks: extra(z.array(z.unknown())),
  subtasks: extra(z.array(z.unknown())),
  timetracking: extra(z.object({ originalEstimateSeconds: whole, timeSpentSeconds: whole, remainingEstimateSeconds: whole })),
  description: z.optional(z.unknown()),
});
export type FieldsRow = z.infer<typeof fieldsRow>;

/** All versions of a project. */
export const versionRows = z.array(z.object({ id: extra(id), name: z.optional(name), startDate: text, releaseDate: text, released: extra(z.boolean()), archived: extra(z.boolean()) }));

/** The other end of a link, or a sub-task. */
export const linkedRow = z.object({ key: z.string(), fields: extra(z.object({ status: extra(statusRow) })) });
export type Linked = z.infer<typeof linkedRow>;
export const linkRow = z.object({
  type: z.object({ name: text, inward: text, outward: text }),
  inwardIssue: extra(linkedRow),
  outwardIssue: extra(linkedRow),
});

/** What an issue answers that was asked for its links alone. */
export const linksRow = z.object({ fields: z.object({ issuelinks: z.nullish(z.array(z.unknown())) }) });

export const searchPage = z.object({ issues: z.array(z.unknown()), nextPageToken: text, isLast: extra(z.boolean()), startAt: whole, total: whole });
/** A page of the agile API. */
export const agilePage = z.object({ values: z.array(z.unknown()), isLast: extra(z.boolean()), startAt: whole, total: whole });

export const sprintRow = z.object({
  id: z.int().check(z.positive()),
  state: z.string().check(z.toLowerCase(), z.regex(/^(?:active|future|closed)$/)),
  name: z.string(),
  startDate: text,
  endDate: text,
  completeDate: text,
  activatedDate: text,
  createdDate: text,
  goal: text,
  originBoardId: extra(z.int()),
});

export const boardRow = z.object({ id: z.int().check(z.positive()), name, type: text });
export const boardConfiguration = z.object({
  columnConfig: extra(z.object({ columns: z.array(z.object({ name: z.string(), statuses: extra(z.array(z.object({ id }))) })) })),
  estimation: extra(z.object({ field: extra(z.object({ fieldId: text })) })),
});

export const statusRows = z.array(statusRow);
export const serverInfo = z.object({ deploymentType: text, baseUrl: text, version: text });
export const tenantInfo = z.object({ cloudId: z.string().check(z.regex(/^[\w-]{1,64}$/)) });
export const myself = z.object({ displayName: extra(name), emailAddress: extra(name), name: extra(name), accountId: text });
export const permissionRows = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });

export const sharedFacts = z.object({
  tag: extra(z.string()),
  inputs: extra(z.record(z.string(), z.unknown())),
});
export const sharedInput = z.object({ value: z.number(), by: z.string(), at: z.number() });
