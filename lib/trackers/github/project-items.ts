import type { IssueKey, ProjectKey } from '../../core/issue.ts';
import { githubIssueKey } from '../../core/keys.ts';
import type { PlannedItem, PlanningFields } from '../../core/sprint/planning-project.ts';
import type { PlainDate } from '../../core/time.ts';
import type { Read } from '../read.ts';
import { reasonOf } from '../rows.ts';
import { readDate } from './fields.ts';
import { keyOfApiUrl, repositoryOf } from './keyed.ts';
import { graphqlItemRow, restItemRow } from './project-rows.ts';

/** `null` for a draft, for what is archived, and for an issue that may not be seen. */
export function readRestItem(host: string, fields: PlanningFields, raw: unknown): Read<PlannedItem | null> {
  const read = restItemRow.safeParse(raw);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  const { content, archived_at: archivedAt, fields: values } = read.data;
  const place = content?.html_url ? repositoryOf({ html_url: content.html_url, repository_url: content.repository_url }) : null;
  const key = place && content?.number ? githubIssueKey(host, place.owner, place.repository, content.number) : null;
  const value = (id: string | null): unknown => (id === null ? null : values?.find((one) => String(one.id) === id)?.value);
  return { ok: true, value: archivedAt || key === null ? null : planned(key, idIn(value(fields.iteration)), value(fields.startOn), value(fields.targetOn)) };
}

function idIn(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}

export function readGraphqlItem(host: string, fields: PlanningFields, raw: unknown): Read<PlannedItem | null> {
  const read = graphqlItemRow.safeParse(raw);
  if (!read.success) return { ok: false, reason: reasonOf(read.error) };
  const { content, isArchived, fieldValues } = read.data;
  const key = content?.number && content.repository ? keyOfApiUrl(host, `https://${host}/repos/${content.repository.nameWithOwner}/issues/${content.number}`) : null;
  const value = (id: string | null) => (id === null ? undefined : fieldValues.nodes?.find((node) => node?.field?.id === id));
  return { ok: true, value: isArchived || key === null ? null : planned(key, value(fields.iteration)?.iterationId ?? null, value(fields.startOn)?.date, value(fields.targetOn)?.date) };
}

function planned(key: IssueKey, iterationId: string | null, startOn: unknown, targetOn: unknown): PlannedItem {
  return { key, iteration: iterationId, startOn: dayOf(startOn), targetOn: dayOf(targetOn) };
}

/** Whether an item is of that repository: a Project plans for several. */
export function isOf(project: ProjectKey, { key }: PlannedItem): boolean {
  return key.startsWith(`${project}#`);
}

/** A date as a plain day, from whatever stands there. */
export const dayOf = (value: unknown): PlainDate | null => (typeof value === 'string' ? readDate(value) : null);
