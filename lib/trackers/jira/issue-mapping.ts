import type { Issue } from '../../core/issue.ts';
import { jiraIssueKey, jiraProjectKey, jiraSprintKey } from '../../core/keys.ts';
import type { Read } from '../read.ts';
import { reasonOf, titleOf } from '../rows.ts';
import { type CustomFields, estimateOf, firstDay, flagged, keyIn, namedFields } from './custom-fields.ts';
import { readHistory } from './history-mapping.ts';
import { readDependencies, readSubIssues } from './links.ts';
import { readDay, readMoment } from './moments.ts';
import { type FieldsRow, fieldsRow, issueRow, type PersonRow } from './rows.ts';
import { readShared } from './shared-facts.ts';
import { currentOf } from './sprint-of-issue.ts';
import { readResolution, readStatus } from './status.ts';
import { plainText } from './text.ts';
import type { IssueView } from './view.ts';

const EXCERPT = 280;

/** One row of Jira's issues, of the platform's API or the agile one, as an `Issue`; a row that cannot be read says what is wrong with it. */
export function readIssueRow(view: IssueView, raw: unknown): Read<Issue> {
  const read = issueRow.safeParse(raw);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  const { key, id, properties, changelog, fields: custom } = read.data;
  const fields = fieldsRow.safeParse(custom);
  if (!fields.success) return { ok: false, reason: `fields.${reasonOf(fields.error)}` };
  const createdAt = readMoment(fields.data.created);
  const updatedAt = readMoment(fields.data.updated);
  if (createdAt === null || updatedAt === null) return { ok: false, reason: `fields.${createdAt === null ? 'created' : 'updated'}: no moment` };
  const issue = toIssue(view, { key, id: String(id ?? key), createdAt, updatedAt, row: fields.data, custom });
  const shared = readShared(properties);
  return { ok: true, value: { ...issue, ...(shared && { shared }), ...(changelog !== undefined && { history: readHistory(changelog, view) }) } };
}

interface Parts {
  readonly key: string;
  readonly id: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly row: FieldsRow;
  readonly custom: CustomFields;
}

function toIssue(view: IssueView, { key, id, createdAt, updatedAt, row, custom }: Parts): Issue {
  const { host, home, ids } = view;
  const dash = key.lastIndexOf('-');
  const project = jiraProjectKey(host, key.slice(0, dash));
  const { done, estimates } = view.boardsOf(key.slice(0, dash));
  const resolved = Boolean(row.resolution ?? row.resolutiondate);
  const status = readStatus(row.status, resolved, done);
  const isDone = status.category === 'done';
  const sprint = currentOf([row.sprint, row.closedSprints, ids?.sprint ? custom[ids.sprint] : null], isDone);
  const parent = row.parent?.key ?? row.epic?.key ?? keyIn(ids?.epicLink ? custom[ids.epicLink] : null);
  const impediment = flagged(row, ids, custom);
  const effort = { planned: row.timetracking?.originalEstimateSeconds ?? null, spent: row.timetracking?.timeSpentSeconds ?? null, left: row.timetracking?.remainingEstimateSeconds ?? null };
  return {
    key: jiraIssueKey(host, key),
    project,
    tracker: 'jira',
    kind: 'issue',
    number: Number(key.slice(dash + 1)),
    reference: key,
    id,
    title: titleOf(row.summary || key),
    url: `${home}/browse/${key}`,
    status,
    resolution: readResolution(row.resolution?.name ?? null, status.category),
    reopened: /^re-?opened$/i.test(row.status.name),
    draft: false,
    type: row.issuetype?.name ?? null,
    author: nameOf(row.reporter) ?? nameOf(row.creator),
    assignees: [nameOf(row.assignee)].filter((name) => name !== null),
    labels: row.labels ?? [],
    fields: namedFields(row, ids, custom),
    sprint: sprint && jiraSprintKey(project, sprint.id),
    parent: parent === null ? null : jiraIssueKey(host, parent),
    ...estimateOf([...estimates, ...(ids?.estimates ?? [])], custom),
    dueOn: readDay(row.duedate) ?? firstDay(ids?.dueOn ?? [], custom),
    createdAt,
    updatedAt,
    closedAt: isDone ? (readMoment(row.resolutiondate) ?? readMoment(row.statuscategorychangedate)) : null,
    votes: row.votes?.votes ?? null,
    comments: row.comment?.total ?? null,
    dependencies: readDependencies(host, row.issuelinks, done),
    subIssues: readSubIssues(row.subtasks, done),
    ...(impediment !== null && { impediment }),
    watchers: row.watches?.watchCount ?? null,
    startOn: firstDay(ids?.startOn ?? [], custom),
    versions: (row.fixVersions ?? []).flatMap((version) => (version ? [{ name: version.name, releaseOn: readDay(version.releaseDate), released: version.released ?? false }] : [])),
    ...(row.timetracking && { effort }),
    excerpt: plainText(row.description).slice(0, EXCERPT),
  };
}

/** Who it is, as well as we are told: that somebody has it must not be lost with their name. */
function nameOf(person: PersonRow | null | undefined): string | null {
  return [person?.displayName, person?.name, person?.key, person?.accountId].find((name) => typeof name === 'string' && name.trim() !== '') ?? null;
}
